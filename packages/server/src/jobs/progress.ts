/** How far a film has come, written into its row: the stage never goes back, and the percent never falls. */
import type { Queryable } from '../database/database.ts';
import { type FilmStatus, STATUSES } from './film.ts';

export interface Step {
  stage: FilmStatus;
  percent: number;
  current_scene?: number;
  total_scenes?: number;
}

/** Where each stage begins; drawing takes the rest, scene by scene. */
export const PERCENT = { queued: 2, voiceover: 5, highlevel: 25, lowlevel: 30, scan_assets: 35, drawing: 40 };

/** Percent while `done` of `total` sentences are spoken: 5 to 20. */
export function percentSpoken(done: number, total: number): number {
  return Math.round(5 + (15 * done) / Math.max(1, total));
}

/** Percent while `done` of `total` scenes are drawn: 40 to 100. */
export function percentDrawn(done: number, total: number): number {
  return Math.round(40 + (60 * done) / Math.max(1, total));
}

const ORDER = `array[${STATUSES.map((status) => `'${status}'`).join(', ')}]`;

/** Moves a film on. @returns false when it has ended meanwhile: whatever is done for it is in vain */
export async function advance(database: Queryable, uuid: string, step: Step): Promise<boolean> {
  const { rows } = await database.query<{ ended: boolean }>(
    `with moved as (
       update corporate_engine_v2 set
         status = case when array_position(${ORDER}, status) < array_position(${ORDER}, $2) then $2 else status end,
         updated_at = clock_timestamp(),
         progress = jsonb_build_object(
           'stage', case when array_position(${ORDER}, status) < array_position(${ORDER}, $2) then $2 else status end,
           'percent', greatest((progress ->> 'percent')::int, $3),
           'current_scene', greatest((progress ->> 'current_scene')::int, $4),
           'total_scenes', greatest((progress ->> 'total_scenes')::int, $5))
       where uuid = $1 and status not in ('complete', 'failed')
       returning 1)
     select not exists (select 1 from moved) as ended`,
    [uuid, step.stage, step.percent, step.current_scene ?? 0, step.total_scenes ?? 0],
  );
  return !rows[0]!.ended;
}

/** Says that films are still alive though nothing about them changed. */
export async function touch(database: Queryable, uuids: string[]): Promise<void> {
  await database.query(
    `update corporate_engine_v2 set updated_at = clock_timestamp()
     where uuid = any($1) and status not in ('complete', 'failed')`,
    [uuids],
  );
}
