/**
 * Brings a database to this version's tables: `migrations/NNNN_name.sql` in order, each in a transaction, forward only;
 * then the tables of the job engine. Any number of servers may do so at once.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { GlobalLogger } from '@dbos-inc/dbos-sdk/internal/telemetry/logs';
import type pg from 'pg';
import { Fault } from '../errors.ts';
import { type Database, openDatabase, type Queryable } from './database.ts';

export interface Migration {
  /** `0001_films`. */
  name: string;
  sql: string;
  /** Told apart by content, so that a file changed after it was applied is noticed. */
  hash: string;
}

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number, as long as nobody else takes the same. */
const LOCK = 4_127_001;

/** The migrations of this version, in order. @throws when two have one number, or one is misnamed */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const [index, file] of files.entries()) {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
    if (Number(number) !== index + 1) {
      throw new Error(`${file} should be number ${index + 1} of migrations named like 0001_films.sql.`);
    }
    const sql = await readFile(path.join(folder, file), 'utf8');
    const hash = createHash('sha256').update(sql).digest('hex');
    migrations.push({ name: path.basename(file, '.sql'), sql, hash });
  }
  return migrations;
}

/**
 * @returns the names of the migrations applied now
 * @throws Fault `unavailable` when the database is newer than this version, or was made by a changed one
 */
export async function migrate(database: Database, migrations?: Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  // A session of its own: the lock belongs to it, and it is given back even when the process is killed. A pool of its
  // own, so that a caller with a single connection does not wait for itself.
  const own = openDatabase(database.url, 1);
  const session = await own.pool.connect();
  try {
    // Asked again and again, since one who waits inside a query would hold up the indexes that the job engine builds
    // beside running transactions, and both would wait for good.
    while (!(await tryLock(session))) await wait(50);
    const applied = await apply(session, known);
    await migrateJobs(database.url);
    return applied;
  } finally {
    session.release(true);
    await own.close();
  }
}

async function tryLock(session: Queryable): Promise<boolean> {
  const { rows } = await session.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [LOCK]);
  return rows[0]!.ours;
}

async function apply(session: pg.PoolClient, known: Migration[]): Promise<string[]> {
  await session.query(`create table if not exists migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default clock_timestamp())`);
  const missing = pending(known, await recorded(session));
  for (const { name, sql, hash } of missing) {
    try {
      await session.query('begin');
      await session.query(sql);
      await session.query('insert into migrations (name, hash) values ($1, $2)', [name, hash]);
      await session.query('commit');
    } catch (cause) {
      await session.query('rollback').catch(() => undefined);
      throw new Fault(
        'unavailable',
        `Migration ${name} could not be applied, and changed nothing: ${(cause as Error).message}. Restore the tables it names, or report it.`,
        { cause },
      );
    }
  }
  return missing.map(({ name }) => name);
}

async function recorded(database: Queryable): Promise<{ name: string; hash: string }[]> {
  const { rows } = await database.query<{ name: string; hash: string }>(
    'select name, hash from migrations order by name',
  );
  return rows;
}

/** What is still to apply. @throws Fault `unavailable` when the records do not fit this version */
function pending(known: Migration[], records: { name: string; hash: string }[]): Migration[] {
  for (const [index, record] of records.entries()) {
    const ours = known[index];
    if (!ours) {
      throw new Fault(
        'unavailable',
        `The database was made by a newer Chalktalk (it has ${record.name}); start that version or a later one.`,
      );
    }
    if (ours.name !== record.name || ours.hash !== record.hash) {
      throw new Fault(
        'unavailable',
        `The database was made with another ${record.name} than this Chalktalk has; start the version that made it, or use another database.`,
      );
    }
  }
  return known.slice(records.length);
}

/** True when the database has every migration of this version, and no other. Changes nothing. */
export async function isMigrated(database: Queryable): Promise<boolean> {
  try {
    return pending(await readMigrations(), await recorded(database)).length === 0;
  } catch {
    return false;
  }
}

async function migrateJobs(url: string): Promise<void> {
  // The public call of the same name tells its progress on standard output, which is ours.
  const { migrateSystemDatabase } = await import('@dbos-inc/dbos-sdk/internal/system_database');
  const silent = { info() {}, warn() {}, error() {}, debug() {} };
  await migrateSystemDatabase(url, silent as unknown as GlobalLogger);
}
