/** What a client of Supabase proves itself with: its key, given when it connects, or a token that it sets later. */
import { decodeJwt } from 'jose';

export const LONGEST_CREDENTIAL = 8192;

/**
 * True for keys that Supabase lets everybody know: they name a project and nobody in it. Whoever connects with one sees
 * nothing until a token is set.
 */
export function isPublic(credential: string): boolean {
  if (credential.startsWith('kn_')) return false;
  if (credential.split('.').length !== 3) return !SESSION.test(credential);
  try {
    return decodeJwt(credential).sub === undefined;
  } catch {
    return false;
  }
}
/** Sessions of our own have a signature after their token. */
const SESSION = /^[\w-]{16,}\.[\w%+/=-]{16,}$/;

/** The one that decides: the token unless it is public, else the key, unless that is. */
export function decisive(token: unknown, apikey: string): string | undefined {
  if (typeof token === 'string' && token !== '' && !isPublic(token)) return token;
  return isPublic(apikey) ? undefined : apikey;
}
