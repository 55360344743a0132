/** A film's row goes from one whole version to another by one change of it; files of either are never touched. */
import type { PoolClient } from 'pg';
import type { FilmResult } from '../jobs/film.ts';

/** SQL of edits that have not ended. */
export const OPEN = `status in ('queued', 'processing', 'applying')`;

export interface Version {
  planner: unknown;
  result: FilmResult;
}

/**
 * Puts a version in place; the film's row is locked by whoever calls.
 * @param saved the version before, for the top of the history; null when the top is what comes back, and leaves it
 */
export async function putInPlace(
  client: PoolClient,
  video: string,
  { planner, result }: Version,
  saved: unknown,
): Promise<void> {
  await client.query(
    `update corporate_engine_v2 set planner = $2, result = $3,
       planner_history = case when $4::jsonb = 'null' then planner_history - -1
         else planner_history || jsonb_build_array($4::jsonb) end,
       progress = progress || jsonb_build_object('current_scene', $5::int, 'total_scenes', $5::int),
       updated_at = clock_timestamp()
     where uuid = $1`,
    [video, JSON.stringify(planner), JSON.stringify(result), JSON.stringify(saved), result.scenes.length],
  );
}
