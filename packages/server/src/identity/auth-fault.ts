/** What better-auth refuses, as one of our faults. */
import { Fault, type FaultKind } from '../errors.ts';

const KINDS: Record<number, FaultKind> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  422: 'bad_request',
};

const SENTENCES: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail or the password is wrong; try again, or use a sign-in link.',
  INVALID_PASSWORD: 'The current password is wrong; try again.',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'There is no password yet; set one with POST /api/password.',
  INVALID_TOKEN: 'This link was used or has expired; ask for a new one.',
  SESSION_EXPIRED: 'The session has ended; sign in again.',
  INVALID_ORIGIN: 'This call must come from a page of this server.',
  MISSING_OR_NULL_ORIGIN: 'This call must come from a page of this server; send its address as Origin.',
};

export async function faultOfAuth(response: Response): Promise<Fault> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  if (response.status === 429) {
    const seconds = Math.max(1, Number(response.headers.get('x-retry-after')) || 60);
    return new Fault('rate_limited', `Too many tries from this address. Try again in ${seconds}s.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  }
  const kind = KINDS[response.status];
  if (!kind) return new Fault('internal', 'Signing in failed on our side; try again in a minute.');
  return new Fault(
    kind,
    SENTENCES[code ?? ''] ?? 'This was refused; check what was sent against /reference.',
  );
}
