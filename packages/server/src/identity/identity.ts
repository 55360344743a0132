/** What the rest of the server asks of identity. */
import type { Caller } from './caller.ts';

export interface Identity {
  /** @throws Fault `unauthenticated` when no valid key, token or session is sent */
  authenticate(headers: Headers): Promise<Caller>;
  /** True while the user is an active member of the organization. */
  isMember(user_id: string, org_id: string): Promise<boolean>;
  /** The organizations a user is an active member of. */
  organizationsOf(user_id: string): Promise<string[]>;
}
