/** What the rest of the server asks of identity. */
import type { Services } from '../services.ts';
import { type Auth, createAuth, type Deliver } from './auth.ts';
import { createAuthenticate } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { createKeyUses } from './keys.ts';
import { createTokens, type Tokens } from './tokens.ts';

// For calls that look a key up within a larger query: its hash, and the SQL that finds its caller.
export { keyHash } from './key.ts';
export { CALLER_BY_KEY } from './keys.ts';

export interface Identity {
  /** @throws Fault `unauthenticated` when no valid key, token or session is sent */
  authenticate(headers: Headers): Promise<Caller>;
  /** True while the user is an active member of the organization. */
  isMember(user_id: string, org_id: string): Promise<boolean>;
  /** The organizations a user is an active member of. */
  organizationsOf(user_id: string): Promise<string[]>;
  /** Tells that a key found by `CALLER_BY_KEY` was used. Costs nothing most of the time, and never fails. */
  noteKeyUse(key_id: string): void;
  /** Users, passwords and sessions; for the routes of identity itself. */
  readonly auth: Auth;
  readonly tokens: Tokens;
  /** False while no mail is sent: links then come from the server's operator. */
  readonly delivers: boolean;
}

/** @param deliver brings sign-in links and password resets to people; without it those calls say who can */
export function createIdentity(
  services: Pick<Services, 'config' | 'database' | 'log'>,
  deliver?: Deliver,
): Identity {
  const { config, database } = services;
  const auth = createAuth(services, deliver);
  const tokens = createTokens(config);
  const uses = createKeyUses(database);
  return {
    authenticate: createAuthenticate({ config, database, auth, tokens, uses }),
    async isMember(user_id, org_id) {
      const { rowCount } = await database.query(
        'select from members where user_id = $1 and organization_id = $2',
        [user_id, org_id],
      );
      return rowCount! > 0;
    },
    async organizationsOf(user_id) {
      const { rows } = await database.query<{ organization_id: string }>(
        'select organization_id from members where user_id = $1 order by created_at',
        [user_id],
      );
      return rows.map(({ organization_id }) => organization_id);
    },
    noteKeyUse: uses.note,
    auth,
    tokens,
    delivers: deliver !== undefined,
  };
}
