/** The first user of a new server, and a way in at every start. */
import type { Services } from '../services.ts';
import { everHadKey, issueKeyIn } from './keys.ts';
import { signInLink } from './users.ts';

/**
 * Not `owner@localhost`: what has no dot is no address to those who check. No mail ever reaches this one, which the
 * names of RFC 6761 are for.
 */
export const FIRST_EMAIL = 'owner@chalktalk.localhost';
/** Any number that nothing else locks: servers that start at once make one first user between them. */
const LOCK = 7_242_001;

/**
 * Makes the first user when there is none, and the user's first key when there never was one. A key is told once:
 * `api_key` is null at every later start. The link signs in once, as whoever was the first user.
 */
export async function ensureFirstUser(
  services: Pick<Services, 'database' | 'identity'>,
): Promise<{ api_key: string | null; sign_in: string }> {
  const { database, identity } = services;
  const { email, api_key } = await database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(
      `insert into users (email, name, email_verified) select $1, 'Owner', true
       where not exists (select from users)`,
      [FIRST_EMAIL],
    );
    const { rows } = await client.query<{ id: string; email: string }>(
      'select id, email from users order by created_at, id limit 1',
    );
    const { id, email } = rows[0]!;
    if (await everHadKey(client, id)) return { email, api_key: null };
    return { email, api_key: (await issueKeyIn(client, { user_id: id, org_id: null })).key };
  });
  return { api_key, sign_in: await signInLink(identity.auth, email) };
}
