/**
 * How often a caller may call: fixed windows that begin with a caller's first request, one a bucket, counted in Postgres
 * in a single statement, so that any number of servers share them exactly.
 */
import type { Config } from '../config/config.ts';
import type { Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';

export type Bucket = 'videos' | 'edits';

/** Where a caller stands after a request has been counted. */
export interface Standing {
  limit: number;
  remaining: number;
  /** Seconds left in the window, rounded up. */
  reset: number;
  /** Seconds the whole window lasts. */
  window: number;
  allowed: boolean;
}

/**
 * The statement that counts every row of `source`, a relation with a column `account`; other parts of a larger query
 * may read its `returning`. Rows are taken in the accounts' order, so that two servers never wait for each other.
 * @param bucket, seconds SQL expressions: parameters, or literals
 */
export function countingSql(source: string, bucket: string, seconds: string): string {
  const window = `make_interval(secs => ${seconds})`;
  // A clock that was set back must not lock a caller out until it has caught up.
  const over = `(w.started_at <= excluded.started_at - ${window} or w.started_at > excluded.started_at + ${window})`;
  return `insert into rate_windows as w (caller, bucket, started_at, count)
    select account, ${bucket}, statement_timestamp(), count(*) from ${source} group by account order by account
    on conflict (caller, bucket) do update set
      started_at = case when ${over} then excluded.started_at else w.started_at end,
      count = case when ${over} then excluded.count else w.count + excluded.count end
    returning caller, count,
      ceil(extract(epoch from started_at + ${window} - statement_timestamp()))::int as reset`;
}

/** @param number which request of the window this one is, from 1 */
export function standingOf(
  bucket: Bucket,
  number: number,
  reset: number,
  limits: Config['limits'],
): Standing {
  const limit = limits[bucket];
  const window = limits.window_seconds;
  return {
    limit,
    remaining: Math.max(0, limit - number),
    reset: Math.min(window, Math.max(1, reset)),
    window,
    allowed: number <= limit,
  };
}

export function rateHeaders({ limit, remaining, reset }: Standing): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(reset),
  };
}

/** @throws Fault `rate_limited`, with everything a client needs to try again in time */
export function assertAllowed(standing: Standing): void {
  if (standing.allowed) return;
  const { limit, window, reset } = standing;
  throw new Fault(
    'rate_limited',
    `Rate limit exceeded: ${limit} requests per ${window}s. Retry in ${reset}s.`,
    { headers: { ...rateHeaders(standing), 'Retry-After': String(reset) } },
  );
}

const COUNT_ONE = countingSql('(select $1::text as account) as one', '$2', '$3');

/** Counts one request of an account. */
export async function countRequest(
  database: Queryable,
  account: string,
  bucket: Bucket,
  limits: Config['limits'],
): Promise<Standing> {
  const { rows } = await database.query<{ count: number; reset: number }>(COUNT_ONE, [
    account,
    bucket,
    limits.window_seconds,
  ]);
  return standingOf(bucket, rows[0]!.count, rows[0]!.reset, limits);
}
