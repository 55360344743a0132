/**
 * Reads films for those who poll them. One round trip finds whose key it is, counts the request in its window and reads
 * the row; polls that come together make it together (see `batch.ts`), each counted for itself and in order.
 */
import pg from 'pg';
import type { Config } from '../../config/config.ts';
import { type Database, RESTART_SECONDS } from '../../database/database.ts';
import { patiently } from '../../database/patience.ts';
import { CALLER_BY_KEY } from '../../identity/identity.ts';
import type { FilmProgress, FilmResult, FilmStatus } from '../../jobs/film.ts';
import { countingSql, type Standing, standingOf } from '../../limits/rate-limit.ts';
import { createBatcher } from './batch.ts';

/** Who asks: by a key's hash, or by who they have proved to be. */
export type Asker = { key_hash: string } | { user_id: string };

/** What is told of a film. */
export interface PolledFilm {
  uuid: string;
  status: FilmStatus;
  progress: FilmProgress;
  error_message: string | null;
  task: string;
  created_at: string;
  updated_at: string;
  result: FilmResult | null;
}

export interface Reading {
  /** The key asked with, for `noteKeyUse`. */
  key_id: string | null;
  standing: Standing;
  /** `theirs`: it exists, but belongs to somebody else. */
  film: PolledFilm | 'missing' | 'theirs';
}

/** SQL of a PolledFilm, times as the contract writes them. */
export const POLLED_COLUMNS = `uuid, status, progress, error_message, task,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as created_at,
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as updated_at,
  result`;

/**
 * SQL that is true when `film` belongs to who asks: an organization's key reads the organization's films; a person
 * reads their own, and those of the organizations they are in.
 */
export function ownsSql(film: string, user_id: string, org_id: string): string {
  return `case
    when ${org_id} is not null then ${film}.org_id is not distinct from ${org_id}
    when ${film}.org_id is null then ${film}.user_id = ${user_id}
    else exists (select from members where members.organization_id = ${film}.org_id and members.user_id = ${user_id})
  end`;
}

const POLL = `with asked as (
    select place::int, hash, user_id, video
    from unnest($1::text[], $2::uuid[], $3::uuid[]) with ordinality as given (hash, user_id, video, place)
  ), known as (
    select asked.place, asked.video, found.key_id, found.org_id, coalesce(found.user_id, asked.user_id) as user_id
    from asked left join lateral (${CALLER_BY_KEY.replaceAll('$1', 'asked.hash')}) as found on true
    where found.user_id is not null or asked.user_id is not null
  ), named as (
    select *, case when org_id is null then 'user:' || user_id else 'org:' || org_id end as account from known
  ), turns as (
    select *, row_number() over (partition by account order by place) as turn,
      count(*) over (partition by account) as together
    from named
  ), counted as (${countingSql('turns', "'videos'", '$4')})
  select turns.place, turns.key_id, counted.count - turns.together + turns.turn as number, counted.reset,
    film.*, case when film.uuid is not null then ${ownsSql('film', 'turns.user_id', 'turns.org_id')} end as own
  from turns join counted on counted.caller = turns.account
    left join lateral (
      select ${POLLED_COLUMNS}, user_id, org_id from corporate_engine_v2 where uuid = turns.video limit 1
    ) as film on true`;

interface Row extends PolledFilm {
  place: number;
  key_id: string | null;
  number: number;
  reset: number;
  own: boolean | null;
}

interface Question {
  asker: Asker;
  uuid: string | null;
}

export interface Reader {
  /** Counts the request and reads the film. Undefined when the key is not, or no longer, valid. */
  read(asker: Asker, uuid: string | null): Promise<Reading | undefined>;
}

/** Queries under way at once, each on a connection of its own. */
const LANES = 2;

/**
 * Polls have their own few connections: they never wait behind transactions, and their one statement keeps its plan,
 * whatever number of polls it carries. They keep no process alive.
 */
function openLanes(url: string): pg.Pool {
  const lanes = new pg.Pool({
    connectionString: url,
    max: LANES,
    connectionTimeoutMillis: 10_000,
    // Whoever polls every few seconds finds them open.
    idleTimeoutMillis: 300_000,
    allowExitOnIdle: true,
    // What polls write, their windows, may be lost in a crash.
    options:
      '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c jit=off -c synchronous_commit=off -c statement_timeout=15000',
  });
  // A connection that breaks while idle is replaced.
  lanes.on('error', () => undefined);
  lanes.on('connect', (client) => client.on('error', () => undefined));
  return lanes;
}

export function createReader({ url }: Pick<Database, 'url'>, limits: Config['limits']): Reader {
  const lanes = openLanes(url);
  async function answer(questions: Question[]): Promise<(Reading | undefined)[]> {
    // A poll changes nothing but its count, so it is simply asked again.
    const { rows } = await patiently(
      () =>
        lanes.query<Row>({
          name: 'poll',
          text: POLL,
          values: [
            questions.map(({ asker }) => ('key_hash' in asker ? asker.key_hash : null)),
            questions.map(({ asker }) => ('user_id' in asker ? asker.user_id : null)),
            questions.map(({ uuid }) => uuid),
            limits.window_seconds,
          ],
        }),
      RESTART_SECONDS,
    );
    const readings: (Reading | undefined)[] = questions.map(() => undefined);
    for (const row of rows) {
      readings[row.place - 1] = {
        key_id: row.key_id,
        standing: standingOf('videos', row.number, row.reset, limits),
        film: row.own === null ? 'missing' : row.own ? row : 'theirs',
      };
    }
    return readings;
  }
  const ask = createBatcher(answer, { lanes: LANES, size: 256, waiting: 10_000 });
  return { read: async (asker, uuid) => ask({ asker, uuid }) };
}
