/** The Postgres of a data folder: started or adopted, and stopped. `embedded.ts` keeps it running. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../errors.ts';
import { initialise } from './initdb.ts';
import { withLock } from './lock.ts';
import {
  type Credentials,
  DATABASE,
  failure,
  hasEnded,
  type Launched,
  launch,
  openPlace,
  type Place,
  readCredentials,
  said,
  saveCredentials,
  urlOf,
} from './place.ts';
import { freePort } from './port.ts';
import { readPostmaster, removeForeignPidFile } from './postmaster.ts';

export interface ClusterOptions {
  /** The folder that holds Postgres' own folder; made when it is missing. */
  dataDir: string;
  /** Settings beyond ours; tests turn durability off. */
  settings?: Record<string, string>;
  /** Stay on this port, since clients know it. Otherwise the port of last time, or a free one. */
  port?: number;
}

export interface Cluster {
  /** Of the database `chalktalk`. */
  url: string;
  port: number;
  pid: number;
  /** False when it ran already. */
  started: boolean;
}

/** A crash may leave a long log to replay; while it does, the process lives and says that it is starting. */
const START_MS = 300_000;

/** Starts the Postgres of a data folder, or adopts the one that runs there. @throws Fault `unavailable` */
export async function ensureCluster(options: ClusterOptions): Promise<Cluster> {
  const place = await openPlace(options.dataDir);
  return withLock(place.lock, async () => {
    const credentials = await initialise(place);
    const running = await readPostmaster(place.folder);
    if (!running) {
      const { pid, port } = await start(place, credentials, options);
      return { ...(await ready(place, { ...credentials, port })), pid, started: true };
    }
    const now = { ...credentials, port: running.port };
    // It may have been started a moment ago by a process that was killed before it answered.
    await answer(place, now, async () => (await readPostmaster(place.folder))?.pid === running.pid);
    return { ...(await ready(place, now)), pid: running.pid, started: false };
  });
}

/** The address of a data folder's Postgres as it was last started; undefined when none was ever made there. */
export async function clusterUrl(dataDir: string): Promise<string | undefined> {
  const credentials = await readCredentials(path.join(dataDir, 'postgres.json'));
  return credentials && urlOf(credentials);
}

/** Stops the Postgres of a data folder, if one runs: ends its sessions, writes everything, waits for its end. */
export async function stopCluster(dataDir: string, patience = 60_000): Promise<void> {
  const folder = path.join(await realpath(dataDir), 'postgres');
  const running = await readPostmaster(folder);
  if (!running) return;
  try {
    // Postgres' fast shutdown.
    process.kill(running.pid, 'SIGINT');
  } catch {
    // Gone by itself.
  }
  const deadline = Date.now() + patience;
  while (await readPostmaster(folder)) {
    if (Date.now() > deadline) {
      throw new Fault('unavailable', `Postgres does not stop; ${folder}.log tells what holds it.`);
    }
    await wait(20);
  }
}

async function start(
  place: Place,
  credentials: Credentials,
  options: ClusterOptions,
): Promise<{ pid: number; port: number }> {
  let port = options.port ?? credentials.port;
  const deadline = Date.now() + START_MS;
  for (;;) {
    await removeForeignPidFile(place.folder);
    const launched = await launch(place, place.programs.postgres, argumentsFor(place, port, options));
    try {
      await answer(place, { ...credentials, port }, async () => !hasEnded(launched));
      return { pid: launched.child.pid!, port };
    } catch (error) {
      const words = await said(place, launched);
      if (Date.now() > deadline || !mayPass(words, launched)) {
        throw await failure(place, 'Postgres could not start', words).then((told) => better(error, told));
      }
      // Somebody else has the port. Clients that know it can only wait for it.
      if (PORT_TAKEN.test(words) && options.port === undefined) port = await freePort();
    }
    await wait(200);
  }
}

const PORT_TAKEN = /could not bind|could not create any TCP/i;
/** Sessions of a killed Postgres need a moment to notice that it is gone. */
const LEFTOVERS = /pre-existing shared memory|lock file "postmaster.pid" already exists/i;

function mayPass(words: string, launched: Launched): boolean {
  return hasEnded(launched) && (PORT_TAKEN.test(words) || LEFTOVERS.test(words));
}

function better(error: unknown, told: Fault): unknown {
  return error instanceof Fault ? error : told;
}

function argumentsFor(place: Place, port: number, options: ClusterOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    // No values of rows in the log.
    log_error_verbosity: 'terse',
    ...options.settings,
  };
  return [
    '-D',
    place.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Waits until Postgres answers with our password. Rejects with the last refusal when it ends first, or never does. */
async function answer(place: Place, credentials: Credentials, lives: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const alive = await lives();
    const client = connection(credentials);
    try {
      await client.connect();
      return;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        throw new Fault(
          'unavailable',
          `The password in ${place.credentials} is not that of the Postgres beside it; restore both from the same backup, or choose another folder with --data.`,
        );
      }
      if (!alive || Date.now() > deadline) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await wait(25);
  }
}

/** Makes our database when it is the first time, and notes the port. */
async function ready(place: Place, credentials: Credentials): Promise<{ url: string; port: number }> {
  const client = connection(credentials);
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  if ((await readCredentials(place.credentials))?.port !== credentials.port) {
    await saveCredentials(place, credentials);
  }
  return { url: urlOf(credentials), port: credentials.port };
}

function connection(credentials: Credentials): pg.Client {
  const client = new pg.Client({
    connectionString: urlOf(credentials, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  return client;
}
