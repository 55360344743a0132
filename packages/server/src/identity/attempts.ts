/**
 * How often a password may be tried for one account, whatever addresses the tries come from. Counted in Postgres before
 * the password is looked at, so that neither many servers nor many requests at once give a guesser more tries; and for
 * accounts that do not exist as well, so that the count tells nothing.
 */
import { createHash } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';

const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

/** @throws Fault `rate_limited` when the account's tries are used up; a sign-in link still works */
export async function countAttempt(database: Queryable, email: string): Promise<void> {
  const { rows } = await database.query<{ count: number; left: number }>(
    `insert into account_attempts as seen (account, count) values ($1, 1)
     on conflict (account) do update set
       count = case when seen.started_at < now() - make_interval(secs => $2) then 1 else least(seen.count, 1000000) + 1 end,
       started_at = case when seen.started_at < now() - make_interval(secs => $2) then now() else seen.started_at end
     returning count, ceil(extract(epoch from started_at + make_interval(secs => $2) - now()))::int as left`,
    [accountHash(email), WINDOW_SECONDS],
  );
  const { count, left } = rows[0]!;
  if (count > TRIES)
    throw new Fault(
      'rate_limited',
      `Too many passwords were tried for this account. Try again in ${Math.max(1, left)}s, or use a sign-in link.`,
      { headers: { 'Retry-After': String(Math.max(1, left)) } },
    );
  // Guesses at many accounts leave rows; those of windows long past go as new ones come.
  if (count === 1)
    await database.query(
      `delete from account_attempts where account in (
         select account from account_attempts where started_at < now() - make_interval(secs => $1)
         order by started_at limit 10 for update skip locked)`,
      [WINDOW_SECONDS * 2],
    );
}

/** The right password was given: earlier slips no longer count. */
export async function forgetAttempts(database: Queryable, email: string): Promise<void> {
  await database.query('delete from account_attempts where account = $1', [accountHash(email)]);
}

function accountHash(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}
