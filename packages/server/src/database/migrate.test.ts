/** Migrations on a real Postgres, from nothing and from older tables. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/postgres.ts';
import { openDatabase } from './database.ts';
import { isMigrated, type Migration, migrate, readMigrations } from './migrate.ts';

const made: TestDatabase[] = [];
async function empty(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  made.push(database);
  return database;
}
afterAll(async () => {
  for (const one of made) await one.drop();
});

describe('migrations', () => {
  let all: Migration[];
  beforeAll(async () => {
    all = await readMigrations();
  });

  it('make every table in an empty database, and do nothing the second time', async () => {
    const { database } = await empty();
    expect(await isMigrated(database)).toBe(false);
    expect(await migrate(database)).toEqual(all.map(({ name }) => name));
    expect(await migrate(database)).toEqual([]);
    expect(await isMigrated(database)).toBe(true);
    const { rows } = await database.query(
      `select to_regclass('corporate_engine_v2') is not null as films, to_regclass('dbos.workflow_status') is not null as jobs`,
    );
    expect(rows[0]).toEqual({ films: true, jobs: true });
  });

  it('bring an older database forward and keep its films', async () => {
    const { database } = await empty();
    await migrate(database, all.slice(0, 1));
    await database.query(`insert into callers (caller) values ('user:a')`);
    await database.query(
      `insert into corporate_engine_v2 (user_id, caller, task, brief)
       values (gen_random_uuid(), 'user:a', 'How do tides work?', '{}')`,
    );
    expect(await migrate(database)).toEqual(all.slice(1).map(({ name }) => name));
    const { rows } = await database.query('select task, status from corporate_engine_v2');
    expect(rows).toEqual([{ task: 'How do tides work?', status: 'pending' }]);
  });

  it('are applied once when many servers start at once', async () => {
    const { url } = await empty();
    const servers = Array.from({ length: 6 }, () => openDatabase(url, 1));
    const applied = await Promise.all(servers.map((server) => migrate(server)));
    expect(applied.flat()).toEqual(all.map(({ name }) => name));
    await Promise.all(servers.map((server) => server.close()));
  });

  it('refuse a database that a newer version has made', async () => {
    const { database } = await empty();
    const newer = { name: '9999_later', sql: 'create table later ()', hash: 'f'.repeat(64) };
    await migrate(database, [...all, newer]);
    await expect(migrate(database)).rejects.toThrow(
      /newer Chalktalk \(it has 9999_later\); start that version/,
    );
    expect(await isMigrated(database)).toBe(false);
  });

  it('refuse a database whose migration was another one', async () => {
    const { database } = await empty();
    await migrate(database, [{ ...all[0]!, hash: '0'.repeat(64) }]);
    await expect(migrate(database)).rejects.toThrow(/another 0001_films than this Chalktalk has/);
  });

  it('change nothing when one fails half-way', async () => {
    const { database } = await empty();
    const broken = {
      name: '9999_broken',
      sql: 'create table half (); select no_such()',
      hash: 'a'.repeat(64),
    };
    await expect(migrate(database, [...all, broken])).rejects.toThrow(/9999_broken could not be applied/);
    const { rows } = await database.query(`select to_regclass('half') as half`);
    expect(rows[0]).toEqual({ half: null });
    expect(await migrate(database)).toEqual([]);
  });
});
