/** Looks at everything a server needs on this machine, and says of each what is wrong and what to do about it. */
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config/config.ts';
import { clusterUrl } from '../database/cluster.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { isMigrated } from '../database/migrate.ts';
import { findPrograms } from '../database/programs.ts';
import { reachDatabase } from '../database/reach.ts';
import { Fault } from '../errors.ts';
import { createStorage } from '../storage/storage.ts';
import { tryFilm } from './try-film.ts';

export interface Check {
  name: string;
  /** `skipped` when it cannot be known yet, which is no fault. */
  state: 'ok' | 'failed' | 'skipped';
  /** What was found; when it failed, one sentence that names the fix. */
  told: string;
}

/** Bytes: less does not hold a film under way, and its Postgres. */
const LEAST_DISK = 1_000_000_000;
const ENOUGH_DISK = 5_000_000_000;

/**
 * Yields each check as it is done; changes nothing that lasts.
 * @param film whether to make a short film, the surest check of what draws, speaks and encodes
 */
export async function* examine(config: Config, { film = true } = {}): AsyncGenerator<Check> {
  yield await check('node', async () => nodeVersion());
  yield await check('data folder', () => dataFolder(config.data_dir));
  yield await check('disk', () => disk(config.data_dir));

  const url = config.database_url ?? (await clusterUrl(config.data_dir));
  const database = url === undefined ? undefined : openDatabase(url, 2);
  try {
    const reached = await check('postgres', () => postgres(config, database));
    yield reached;
    const usable = database !== undefined && reached.state === 'ok';
    yield await check('tables', async () => (usable ? tables(database) : skip('not known without Postgres')));
    yield await check('workers', async () =>
      usable ? workers(database, config.work.dead_after_ms) : skip('not known without Postgres'),
    );
  } finally {
    await database?.close();
  }

  yield await check('storage', () => storage(config));
  if (film) yield* await tryFilm(config.knowledge_dirs);
}

class Skip {
  constructor(readonly told: string) {}
}

function skip(told: string): never {
  throw new Skip(told);
}

async function check(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, state: 'ok', told: await work() };
  } catch (error) {
    if (error instanceof Skip) return { name, state: 'skipped', told: error.told };
    const { message } = error as Error;
    return { name, state: 'failed', told: message };
  }
}

function nodeVersion(): string {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  if (major > 20 || (major === 20 && minor >= 19)) return process.version;
  throw new Fault('unavailable', `This is Node ${process.version}; install 20.19 or newer.`);
}

async function dataFolder(folder: string): Promise<string> {
  const there = await nearest(folder);
  await access(there, constants.W_OK | constants.X_OK).catch(() => {
    throw new Fault('unavailable', `${there} cannot be written; choose another folder with --data.`);
  });
  return there === folder ? folder : `${folder}, which will be made`;
}

async function disk(folder: string): Promise<string> {
  const { bavail, bsize } = await statfs(await nearest(folder));
  const free = bavail * bsize;
  const told = `${(free / 1e9).toFixed(1)} GB free`;
  if (free < LEAST_DISK) {
    throw new Fault('unavailable', `Only ${told} for ${folder}; free at least ${LEAST_DISK / 1e9} GB.`);
  }
  return free < ENOUGH_DISK ? `${told}, which will not last long` : told;
}

async function postgres(config: Config, database: Database | undefined): Promise<string> {
  if (config.database_url) {
    await reachDatabase(database!);
    return `${new URL(config.database_url).host} (DATABASE_URL)`;
  }
  const { major } = await findPrograms();
  if (!database) return skip(`Postgres ${major} is at hand; the first start of the server makes its folder`);
  try {
    await reachDatabase(database);
  } catch (error) {
    if (/Nothing answers/.test((error as Error).message)) {
      return skip(`Postgres ${major} is at hand, and starts with the server`);
    }
    throw error;
  }
  return `Postgres ${major} runs in the data folder`;
}

async function tables(database: Database): Promise<string> {
  if (await isMigrated(database)) return 'as this version makes them';
  const { rows } = await database.query<{ made: boolean }>(
    `select to_regclass('migrations') is not null as made`,
  );
  if (!rows[0]!.made) return skip('not made yet; the server makes them when it starts');
  throw new Fault(
    'unavailable',
    'The tables are those of another version; start this version of the server once, which brings older ones forward.',
  );
}

async function workers(database: Database, deadAfter: number): Promise<string> {
  const { rows } = await database.query<{ made: boolean }>(
    `select to_regclass('workers') is not null as made`,
  );
  if (!rows[0]!.made) return skip('not known before the tables are made');
  const alive = await database.query<{ n: number; queued: number }>(
    `select count(*) as n, (select count(*) from corporate_engine_v2 where status = 'queued') as queued
     from workers where taken_over_at is null
       and heartbeat_at > clock_timestamp() - make_interval(secs => $1 / 1000.0)`,
    [deadAfter],
  );
  const { n, queued } = alive.rows[0]!;
  if (n === 0 && queued > 0) {
    throw new Fault(
      'unavailable',
      `No worker lives and ${queued} films wait; start the server, or "chalktalk worker" on this database.`,
    );
  }
  return n === 0 ? skip('none lives; they start with the server') : `${n} alive`;
}

async function storage(config: Config): Promise<string> {
  const { storage: place, data_dir } = config;
  if (place.kind === 'local' && !(await stat(data_dir).catch(() => undefined))) {
    return skip('the data folder is not made yet');
  }
  const opened = await createStorage(config);
  // Its own sign of life, then a file there and back.
  const key = `doctor/${process.pid}-${Date.now()}.txt`;
  const bytes = Buffer.from('Chalktalk was here.');
  try {
    await opened.put(key, { bytes });
    if (!(await opened.bytes(key)).equals(bytes)) {
      throw new Fault(
        'unavailable',
        'Storage gives back other bytes than it took; check the disk or the bucket.',
      );
    }
  } finally {
    await opened.remove(key);
  }
  return place.kind === 'local' ? place.dir : `bucket ${place.bucket}`;
}

/** The folder itself, or the nearest one above that is there. */
async function nearest(folder: string): Promise<string> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((await stat(at).catch(() => undefined)) !== undefined || at === path.dirname(at)) return at;
  }
}
