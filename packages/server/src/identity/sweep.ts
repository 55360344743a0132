/** Rows of identity that nobody can use any more: sessions, links and invitations past their time, and old counts. */
import type { Queryable } from '../database/database.ts';

export async function sweepIdentity(database: Queryable): Promise<void> {
  for (const statement of [
    'delete from sessions where expires_at < now()',
    'delete from one_time_tokens where expires_at < now()',
    `delete from account_attempts where started_at < now() - interval '1 day'`,
    `delete from address_attempts where last_request < (extract(epoch from now()) - 86400) * 1000`,
    // Who was invited, and when, is worth knowing for a while.
    `delete from invitations where expires_at < now() - interval '90 days'`,
  ])
    await database.query(statement);
}
