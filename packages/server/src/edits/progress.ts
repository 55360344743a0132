/** How far an edit has come, written into its row: it never goes back, and the percent never falls. */
import type { Queryable } from '../database/database.ts';
import type { EditProgress, EditStatus } from './edit.ts';

/** Where each stage begins; drawing takes the most, scene by scene. */
export const EDIT_PERCENT = { planning: 5, generating_frames: 30, joining: 85 } as const;

/** Percent while `done` of `total` changed scenes are drawn. */
export function percentRedrawn(done: number, total: number): number {
  const { generating_frames: from, joining: to } = EDIT_PERCENT;
  return Math.round(from + ((to - from) * done) / Math.max(1, total));
}

/** Moves an edit on. @returns false when it has ended meanwhile: whatever is done for it is in vain */
export async function advanceEdit(
  database: Queryable,
  id: string,
  stage: keyof typeof EDIT_PERCENT,
  percent: number = EDIT_PERCENT[stage],
): Promise<boolean> {
  const status: EditStatus = stage === 'joining' ? 'applying' : 'processing';
  const { rowCount } = await database.query(
    `update edits set updated_at = clock_timestamp(),
       status = case when status = 'applying' then status else $2 end,
       progress = case when (progress ->> 'percent')::int > $4 then progress
         else jsonb_build_object('stage', $3::text, 'percent', $4::int) end
     where id = $1 and status in ('processing', 'applying')`,
    [id, status, stage satisfies EditProgress['stage'], percent],
  );
  return rowCount! > 0;
}

/** Says that edits are still alive though nothing about them changed. */
export async function touchEdits(database: Queryable, ids: string[]): Promise<void> {
  await database.query(
    `update edits set updated_at = clock_timestamp() where id = any($1) and status in ('processing', 'applying')`,
    [ids],
  );
}
