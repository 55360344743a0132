/** What films cost: reserved when submitted, settled when finished, given back when they fail. */
import type { Config } from '../config/config.ts';
import type { Queryable } from '../database/database.ts';

/** What a film of this length costs at most, in credits: whole ones, rounded up. */
export function priceOf(seconds: number, credits: Config['credits']): number {
  return Math.ceil(seconds * credits.per_second);
}

export async function balanceOf(database: Queryable, caller: string): Promise<number> {
  const { rows } = await database.query<{ balance: number }>(
    'select coalesce(sum(amount), 0)::bigint as balance from ledger where caller = $1',
    [caller],
  );
  return rows[0]!.balance;
}

/** Adds credits to an account, or takes them with a negative amount. */
export async function grant(
  database: Queryable,
  caller: string,
  amount: number,
  note?: string,
): Promise<void> {
  await database.query(`insert into ledger (caller, kind, amount, note) values ($1, 'grant', $2, $3)`, [
    caller,
    amount,
    note ?? null,
  ]);
}

/** Takes a film's price in advance. The caller's row is locked by whoever calls, so the balance holds. */
export async function reserve(
  client: Queryable,
  caller: string,
  video: string,
  amount: number,
): Promise<void> {
  await client.query(`insert into ledger (caller, kind, amount, video) values ($1, 'reserve', $2, $3)`, [
    caller,
    -amount,
    video,
  ]);
}

/** A finished film: the difference between what was reserved and what it costs goes back. Once, however often told. */
export async function settle(client: Queryable, video: string, cost: number): Promise<void> {
  await client.query(
    `insert into ledger (caller, kind, amount, video)
     select caller, 'settle', -amount - least($2::bigint, -amount), video from ledger
     where video = $1 and kind = 'reserve'
     on conflict do nothing`,
    [video, cost],
  );
}

/** A failed film: all that was reserved goes back. Once, however often told. */
export async function refund(client: Queryable, video: string): Promise<void> {
  await client.query(
    `insert into ledger (caller, kind, amount, video)
     select caller, 'refund', -amount, video from ledger where video = $1 and kind = 'reserve'
     on conflict do nothing`,
    [video],
  );
}
