/** What films and edits cost: reserved when submitted, settled when finished, given back when they fail. */
import type { Config } from '../config/config.ts';
import type { Queryable } from '../database/database.ts';

/** What is paid for: a film, or an edit of one. */
export type Paid = 'video' | 'edit';

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

/** Takes a price in advance. The caller's row is locked by whoever calls, so the balance holds. */
export async function reserve(
  client: Queryable,
  caller: string,
  id: string,
  amount: number,
  paid: Paid = 'video',
): Promise<void> {
  await client.query(`insert into ledger (caller, kind, amount, ${paid}) values ($1, 'reserve', $2, $3)`, [
    caller,
    -amount,
    id,
  ]);
}

/** Done: the difference between what was reserved and what it costs goes back. Once, however often told. */
export async function settle(
  client: Queryable,
  id: string,
  cost: number,
  paid: Paid = 'video',
): Promise<void> {
  await client.query(
    `insert into ledger (caller, kind, amount, ${paid})
     select caller, 'settle', -amount - least($2::bigint, -amount), ${paid} from ledger
     where ${paid} = $1 and kind = 'reserve'
     on conflict do nothing`,
    [id, cost],
  );
}

/** Failed: all that was reserved goes back. Once, however often told. */
export async function refund(client: Queryable, id: string, paid: Paid = 'video'): Promise<void> {
  await client.query(
    `insert into ledger (caller, kind, amount, ${paid})
     select caller, 'refund', -amount, ${paid} from ledger where ${paid} = $1 and kind = 'reserve'
     on conflict do nothing`,
    [id],
  );
}
