/** `chalktalk worker`: makes films for the servers of a database, on this or another machine. */
import {
  createLog,
  Fault,
  isMigrated,
  loadConfig,
  openDatabase,
  reachDatabase,
  readSettings,
  runWorker,
  startEmbedded,
} from '@chalktalk/server';
import { untilSignal } from './signals.ts';
import { type ServerFlags, sourcesOf } from './sources.ts';
import { refuseUnusedFolder } from './unused-folder.ts';

export async function work(place: string | undefined, flags: ServerFlags): Promise<void> {
  const isUrl = place !== undefined && /^postgres(ql)?:\/\//.test(place);
  const sources = sourcesOf(place !== undefined && !isUrl ? { ...flags, data: place } : flags);
  const given = isUrl
    ? { ...sources, flags: { ...sources.flags, database_url: { flag: 'The database', value: place } } }
    : sources;
  refuseUnusedFolder(await readSettings(given));
  const config = await loadConfig(given);
  const log = createLog(config);
  // Signals that come while it starts are kept: a Postgres that was started for it has to be stopped.
  const stopped = untilSignal();
  // DBOS's own remarks on its driver's future are no lines of the log.
  Object.assign(process, { noDeprecation: true });
  // The folder's own Postgres: the server's, or started here, since films may wait in it.
  const embedded = config.database_url ? undefined : await startEmbedded(config.data_dir, log);
  try {
    const database_url = config.database_url ?? embedded!.url;
    await refuseUnready(database_url);
    await runWorker({ ...config, database_url }, undefined, stopped);
  } finally {
    await embedded?.stop();
  }
}

async function refuseUnready(url: string): Promise<void> {
  const database = openDatabase(url, 1);
  try {
    await reachDatabase(database);
    if (await isMigrated(database)) return;
  } finally {
    await database.close();
  }
  throw new Fault(
    'unavailable',
    'The tables in this database are not those of this version; start "chalktalk server" of this version once, then the worker.',
  );
}
