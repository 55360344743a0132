/** Answers kept for a day under an Idempotency-Key: the same key with the same body gets its answer again. */
import type { Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';

export interface Idempotency {
  /** `POST /v1/videos`: the same key may be used with another call. */
  route: string;
  key: string;
  body_hash: string;
}

/** @returns undefined when there is none. @throws Fault `conflict` when the key was used with another body */
export async function earlierAnswer(
  database: Queryable,
  caller: string,
  { route, key, body_hash }: Idempotency,
): Promise<unknown> {
  const { rows } = await database.query<{ body_hash: string; answer: unknown }>(
    `select body_hash, answer from idempotent_answers
     where caller = $1 and route = $2 and key = $3 and created_at > clock_timestamp() - interval '24 hours'`,
    [caller, route, key],
  );
  if (rows[0] && rows[0].body_hash !== body_hash) {
    throw new Fault(
      'conflict',
      'This Idempotency-Key was used with another body; send a new key, or the body of the first request.',
    );
  }
  return rows[0]?.answer;
}

/** In the transaction that does what the answer tells, with the caller's row locked. */
export async function keepAnswer(
  client: Queryable,
  caller: string,
  { route, key, body_hash }: Idempotency,
  answer: unknown,
): Promise<void> {
  await client.query(
    `insert into idempotent_answers (caller, route, key, body_hash, answer) values ($1, $2, $3, $4, $5)
     on conflict (caller, route, key) do update
     set body_hash = excluded.body_hash, answer = excluded.answer, created_at = clock_timestamp()`,
    [caller, route, key, body_hash, JSON.stringify(answer)],
  );
}

/** A caller's row, locked until the transaction ends. @returns how many films wait in its line */
export async function lockCaller(client: Queryable, caller: string): Promise<number> {
  await client.query('insert into callers (caller) values ($1) on conflict do nothing', [caller]);
  const { rows } = await client.query<{ parked: number }>(
    'select parked from callers where caller = $1 for update',
    [caller],
  );
  return rows[0]!.parked;
}
