/** Tells who is calling from the headers of a call, or refuses it without telling why. */
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { Fault } from '../errors.ts';
import type { Auth } from './auth.ts';
import type { Caller } from './caller.ts';
import { keyHash } from './key.ts';
import { CALLER_BY_KEY, type createKeyUses } from './keys.ts';
import { isOwnOrigin } from './origin.ts';
import type { Tokens } from './tokens.ts';

interface Means {
  config: Config;
  database: Database;
  auth: Auth;
  tokens: Tokens;
  uses: ReturnType<typeof createKeyUses>;
}

/** One sentence for whatever is missing, malformed, unknown or revoked: which of them is nobody's business. */
export function refusal(): Fault {
  return new Fault(
    'unauthenticated',
    'Send an active API key in X-API-Key, a valid token in Authorization: Bearer, or sign in.',
  );
}

export function createAuthenticate(means: Means): (headers: Headers) => Promise<Caller> {
  return async (headers) => {
    // The key decides when there is one, whatever else is sent: a caller that means to use a key is never silently
    // served, or billed, as somebody else because the key was mistyped or revoked.
    const key = headers.get('x-api-key');
    if (key !== null) return byKey(means, key);
    const bearer = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
    if (bearer)
      return bearer.split('.').length === 3
        ? byToken(means, bearer)
        : bySession(means, { authorization: `Bearer ${bearer}` });
    const cookie = headers.get('cookie');
    const origin = headers.get('origin');
    if (!cookie || (origin !== null && !isOwnOrigin(origin, headers, means.config))) throw refusal();
    return bySession(means, { cookie });
  };
}

async function byKey({ database, uses }: Means, key: string): Promise<Caller> {
  const hash = keyHash(key);
  if (!hash) throw refusal();
  const { rows } = await database.query<{ key_id: string; user_id: string; org_id: string | null }>(
    CALLER_BY_KEY,
    [hash],
  );
  if (!rows[0]) throw refusal();
  uses.note(rows[0].key_id);
  return { by: 'key', user_id: rows[0].user_id, org_id: rows[0].org_id };
}

async function byToken({ database, tokens }: Means, token: string): Promise<Caller> {
  const claims = await tokens.verify(token).catch((cause: unknown) => {
    throw cause instanceof Fault ? cause : refusal();
  });
  const { user_id, session_id, email, name } = claims;
  if (session_id === null) return { by: 'jwt', user_id, org_id: null, stranger: { email, name } };
  // Signing out, or being removed, ends our own tokens before they expire.
  const { rowCount } = await database.query(
    'select from sessions where id = $1 and user_id = $2 and expires_at > now()',
    [session_id, user_id],
  );
  if (!rowCount) throw refusal();
  return { by: 'jwt', user_id, org_id: null, session_id };
}

async function bySession({ auth }: Means, headers: Record<string, string>): Promise<Caller> {
  // Prolonging a session sets its cookie anew, which only an answer of identity's own routes can.
  const found = await auth.api.getSession({ headers: new Headers(headers), query: { disableRefresh: true } });
  if (!found) throw refusal();
  return { by: 'session', user_id: found.user.id, org_id: null, session_id: found.session.id };
}
