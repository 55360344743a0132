/** Films that have been kept as long as the settings say: first their files go, then their row. */
import type { Sweeping } from './sweep.ts';

const DAY = 86_400_000;
const BATCH = 100;

/** Only what has ended is ever removed, and nothing that is being edited. */
const OVER = `status in ('complete', 'failed')
  and not exists (select from edits where video = uuid and edits.status in ('queued', 'processing', 'applying'))
  and updated_at <`;

/** @returns how many were removed */
export async function sweepFilms(
  { config, database, storage, log }: Sweeping,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  if (config.retention_days <= 0) return 0;
  const before = new Date(now.getTime() - config.retention_days * DAY);

  /** The row is locked meanwhile, so nobody begins an edit of a film whose files are going. */
  const removeFilm = (uuid: string) =>
    database.transaction(async (client) => {
      const { rowCount } = await client.query(
        `select from corporate_engine_v2 where uuid = $1 and ${OVER} $2 for update skip locked`,
        [uuid, before],
      );
      if (rowCount === 0) return 0;
      await storage.remove(`jobs/${uuid}/`);
      await storage.remove(`videos/${uuid}/`);
      await client.query('delete from corporate_engine_v2 where uuid = $1', [uuid]);
      return 1;
    });

  let count = 0;
  // In the order of their ids, so that one that cannot be removed does not hold up the others.
  let last = '00000000-0000-0000-0000-000000000000';
  while (!signal?.aborted) {
    const { rows } = await database.query<{ uuid: string }>(
      `select uuid from corporate_engine_v2 where uuid > $1 and ${OVER} $2 order by uuid limit ${BATCH}`,
      [last, before],
    );
    for (const { uuid } of rows) {
      if (signal?.aborted) break;
      last = uuid;
      try {
        count += await removeFilm(uuid);
      } catch (error) {
        log.error(
          { err: error, job: uuid },
          'A film past its time could not be removed; it is tried again in an hour.',
        );
      }
    }
    if (rows.length < BATCH) break;
  }
  return count;
}
