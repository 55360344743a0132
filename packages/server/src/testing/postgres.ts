/**
 * A new database for each test file, on one real Postgres that the whole run shares. It is started by the first test
 * that asks; the tables are made once, and copied.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureCluster, stopCluster } from '../database/cluster.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { withLock } from '../database/lock.ts';
import { migrate, readMigrations } from '../database/migrate.ts';

export const FOLDER_VARIABLE = 'CHALKTALK_TEST_POSTGRES';

export interface TestDatabase {
  url: string;
  database: Database;
  /** Ends every session of the database, whoever holds it, and removes it. */
  drop(): Promise<void>;
}

/** Nothing of a test outlives it: what survives a crash of the machine need not be waited for. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
};

/** The server's own database, reached from anywhere in the run. */
function clusterUrl(): Promise<string> {
  cluster ??= (async () => {
    const folder = process.env[FOLDER_VARIABLE] ?? ownFolder();
    return (await ensureCluster({ dataDir: folder, settings: SETTINGS })).url;
  })();
  return cluster;
}
let cluster: Promise<string> | undefined;

/** Outside a test run (a bench, a script) the Postgres lives as long as the process, if `removeTestPostgres` is called. */
function ownFolder(): string {
  const folder = path.join(os.tmpdir(), `chalktalk-test-${process.pid}-own`);
  process.env[FOLDER_VARIABLE] = folder;
  return folder;
}

/** A new database with every table of this version. */
export async function freshDatabase(): Promise<TestDatabase> {
  const template = await migratedTemplate();
  return create(`template ${template}`);
}

/** A new database with nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return create('');
}

async function create(how: string): Promise<TestDatabase> {
  const url = await clusterUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asRoot(url, `create database ${name} ${how}`);
  const own = databaseOf(url, name);
  const database = openDatabase(own);
  return {
    url: own,
    database,
    async drop() {
      await database.close().catch(() => undefined);
      await asRoot(url, `drop database if exists ${name} with (force)`);
    },
  };
}

let template: Promise<string> | undefined;
function migratedTemplate(): Promise<string> {
  template ??= (async () => {
    const url = await clusterUrl();
    const hashes = (await readMigrations()).map(({ hash }) => hash).join();
    const name = `template_${createHash('sha256').update(hashes).digest('hex').slice(0, 16)}`;
    const making = `${name}_making`;
    await withLock(path.join(process.env[FOLDER_VARIABLE]!, 'template.lock'), async () => {
      const root = openDatabase(url, 1);
      try {
        const { rowCount } = await root.query('select 1 from pg_database where datname = $1', [name]);
        if (rowCount) return;
        await root.query(`drop database if exists ${making} with (force)`);
        await root.query(`create database ${making}`);
        const database = openDatabase(databaseOf(url, making), 2);
        await migrate(database);
        await database.close();
        // A name that tests look for only when it is whole; nobody may hold a session on what is copied.
        await root.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${making}'`,
        );
        await root.query(`alter database ${making} rename to ${name}`);
      } finally {
        await root.close();
      }
    });
    return name;
  })();
  return template;
}

async function asRoot(url: string, sql: string): Promise<void> {
  const root = openDatabase(url, 1);
  try {
    await root.query(sql);
  } finally {
    await root.close();
  }
}

function databaseOf(url: string, name: string): string {
  return url.replace(/\/[^/]*$/, `/${name}`);
}

/** Stops the Postgres of a test run, if it was started, and removes its folder. */
export async function removeTestPostgres(folder = process.env[FOLDER_VARIABLE]): Promise<void> {
  if (!folder || !existsSync(folder)) return;
  await stopCluster(folder);
  await rm(folder, { recursive: true, force: true });
}
