/** Who is calling: told from a key, a token or a session, and all that the rest of the server knows of identity. */

export interface Caller {
  /** How the call proved who it is. An API key may make the contract's five calls and nothing else. */
  by: 'key' | 'jwt' | 'session';
  user_id: string;
  /** Set for an organization's key: it acts and is billed as the organization. */
  org_id: string | null;
  /** The session that called, or whose token did. */
  session_id?: string;
  /** What a token of another issuer says of its user, who may not be known here yet. */
  stranger?: { email: string | null; name: string | null };
}

/** The pool a call draws on and is billed to. @param org_id the organization the call acts for, or null */
export function accountOf(user_id: string, org_id: string | null): string {
  return org_id ? `org:${org_id}` : `user:${user_id}`;
}
