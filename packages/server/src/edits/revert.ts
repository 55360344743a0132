/** Takes an edit back: the version from before it, kept whole in the film's history, is put in place again. */
import type { Database } from '../database/database.ts';
import { Fault } from '../errors.ts';
import type { SavedVersion } from './edit.ts';
import { OPEN, putInPlace } from './place.ts';

/** @throws Fault `not_found`, `conflict` when one of the guards does not allow it */
export function revertEdit(database: Database, id: string): Promise<void> {
  return database.transaction(async (client) => {
    const missing = () => new Fault('not_found', 'edit not found');
    const { rows: found } = await client.query<{ video: string }>('select video from edits where id = $1', [
      id,
    ]);
    if (!found[0]) throw missing();
    const { video } = found[0];
    // Whoever begins, applies or reverts an edit of this film waits here.
    const { rows: films } = await client.query<{ top: SavedVersion | null }>(
      'select planner_history -> -1 as top from corporate_engine_v2 where uuid = $1 for update',
      [video],
    );
    const { rows: edits } = await client.query<{ status: string }>('select status from edits where id = $1', [
      id,
    ]);
    if (!films[0] || !edits[0]) throw missing();
    const { status } = edits[0];
    if (status !== 'complete')
      throw new Fault('conflict', `edit is not in a revertable state (status=${status})`);

    const { rows: others } = await client.query<{ id: string; open: boolean }>(
      `select id, ${OPEN} as open from edits where video = $1 and status not in ('error', 'reverted')
       order by open desc, seq desc limit 1`,
      [video],
    );
    if (others[0]!.open)
      throw new Fault(
        'conflict',
        'Another edit of this video is queued or processing; revert once it has ended.',
      );
    if (others[0]!.id !== id)
      throw new Fault(
        'conflict',
        `A later edit stands on this one; revert the last one first, ${others[0]!.id}.`,
      );
    const { top } = films[0];
    if (top?.edit_id !== id)
      throw new Fault(
        'conflict',
        'The last version that this video keeps was not saved by this edit, so there is nothing to go back to; ask for the change in a new edit.',
      );
    await putInPlace(client, video, top, null);
    await client.query(`update edits set status = 'reverted', updated_at = clock_timestamp() where id = $1`, [
      id,
    ]);
  });
}
