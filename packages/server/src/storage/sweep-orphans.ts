/**
 * Files without a use: those under `videos/<uuid>/` and `jobs/<uuid>/` of which there is no film, and what failed films
 * were made from, an hour after their end. What a finished film was made from (documents, voice, clips) stays as long as
 * the film: any edit, however late, starts from it, and is what it is by not making those parts again. A film under way is
 * never touched, nor anything young: its row may not be committed yet.
 */
import type { Database } from '../database/database.ts';
import { HOUR, type Sweeping } from './sweep.ts';

const BATCH = 100;
/** Removed in one sweep at most; the rest an hour later. */
const MOST = 10_000;
/** So many folders without a film, and more than those with one, are no accident: it is the wrong database. */
const SUSPECT = 50;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Folder {
  uuid: string;
  /** When its newest file was stored, ms. */
  newest: number;
}

/** @returns how many folders were removed */
export async function sweepOrphans(services: Sweeping, now: Date, signal?: AbortSignal): Promise<number> {
  const { storage, database, log } = services;
  const before = now.getTime() - HOUR;
  let count = 0;
  for (const top of ['videos/', 'jobs/']) {
    const unused: string[] = [];
    let strays = 0;
    let seen = 0;
    for await (const folders of batches(foldersOf(services, top))) {
      if (signal?.aborted || unused.length >= MOST) break;
      const films = await filmsOf(database, folders, before);
      for (const { uuid, newest } of folders) {
        const failed = films.get(uuid);
        seen += 1;
        if (failed === undefined && newest < before) strays += 1;
        if (failed === undefined ? newest < before : failed && top === 'jobs/') unused.push(uuid);
      }
    }
    if (strays > SUSPECT && strays * 2 > seen) {
      log.error(
        { strays, seen },
        `Most of what is stored under ${top} belongs to no film of this database, so nothing of it was removed; check that the server uses the database these films were made with, or remove them by hand.`,
      );
      continue;
    }
    for (const uuid of unused) {
      if (signal?.aborted) break;
      await storage.remove(`${top}${uuid}/`);
      count += 1;
    }
  }
  return count;
}

/** Whether each of these films has failed, an hour ago or earlier; those that do not exist are left out. */
async function filmsOf(database: Database, folders: Folder[], before: number): Promise<Map<string, boolean>> {
  const { rows } = await database.query<{ uuid: string; failed: boolean }>(
    `select uuid, status = 'failed' and updated_at < $2 as failed
     from corporate_engine_v2 where uuid = any ($1::uuid[])`,
    [folders.map(({ uuid }) => uuid), new Date(before)],
  );
  return new Map(rows.map(({ uuid, failed }) => [uuid, failed]));
}

/** Folders of films, from files in the order of their keys. What is called otherwise was put there by others. */
async function* foldersOf({ storage }: Sweeping, top: string): AsyncGenerator<Folder> {
  let folder: Folder | undefined;
  for await (const { key, modified } of storage.list(top)) {
    const uuid = key.split('/')[1]!;
    if (!UUID.test(uuid)) continue;
    if (folder?.uuid !== uuid) {
      if (folder) yield folder;
      folder = { uuid, newest: 0 };
    }
    folder.newest = Math.max(folder.newest, modified.getTime());
  }
  if (folder) yield folder;
}

async function* batches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
