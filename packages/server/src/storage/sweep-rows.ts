/**
 * Rows that have served: answers kept for a day, changes that everybody has heard of, windows of limits that are over,
 * workers that others have replaced.
 */
import type { Database } from '../database/database.ts';

const BATCH = 5_000;

/** Table, and the condition under which a row has served; $1 is now. */
const SERVED: readonly [table: string, condition: string][] = [
  ['idempotent_answers', `created_at < $1::timestamptz - interval '24 hours'`],
  ['large_changes', `created_at < $1::timestamptz - interval '10 minutes'`],
  ['rate_windows', `started_at < $1::timestamptz - interval '1 hour'`],
  ['workers', `taken_over_at < $1::timestamptz - interval '1 day'`],
];

/** @returns how many were removed */
export async function sweepRows(database: Database, now: Date, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for (const [table, condition] of SERVED) {
    let removed = BATCH;
    while (removed === BATCH && !signal?.aborted) {
      // The condition stands twice: a row that is used again meanwhile stays.
      const { rowCount } = await database.query(
        `delete from ${table} where ctid = any (array(select ctid from ${table} where ${condition} limit ${BATCH}))
         and ${condition}`,
        [now],
      );
      removed = rowCount ?? 0;
      count += removed;
    }
  }
  return count;
}
