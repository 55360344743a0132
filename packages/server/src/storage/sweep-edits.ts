/**
 * What edits were made from that nobody goes back to: of those that ended as errors all, of those that were reverted their
 * documents. Files of reverted edits stay with their film, since the edit still tells where they are.
 */
import { HOUR, type Sweeping } from './sweep.ts';

const BATCH = 100;

/** @returns how many edits were swept */
export async function sweepEdits(
  { database, storage, log }: Sweeping,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  // A worker that was taken for dead may still be writing for a moment.
  const before = new Date(now.getTime() - HOUR);
  let count = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  while (!signal?.aborted) {
    const { rows } = await database.query<{ id: string; video: string; status: string }>(
      `select id, video, status from edits
       where id > $1 and status in ('error', 'reverted') and swept_at is null and updated_at < $2
       order by id limit ${BATCH}`,
      [last, before],
    );
    for (const { id, video, status } of rows) {
      if (signal?.aborted) break;
      last = id;
      try {
        await storage.remove(`jobs/${video}/edits/${id}/`);
        if (status === 'error') await storage.remove(`videos/${video}/${id}/`);
        await database.query('update edits set swept_at = clock_timestamp() where id = $1', [id]);
        count += 1;
      } catch (error) {
        log.error(
          { err: error, job: id },
          'What an edit has left could not be removed; it is tried again in an hour.',
        );
      }
    }
    if (rows.length < BATCH) break;
  }
  return count;
}
