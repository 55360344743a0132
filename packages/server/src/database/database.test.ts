/** Connections that break, in use and idle, fail what is asked on them and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/postgres.ts';
import { until } from '../testing/until.ts';
import { openDatabase } from './database.ts';
import { isUnreachable } from './patience.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await emptyDatabase();
});
afterAll(() => base.drop());

/** What Postgres does to its sessions when it is killed. */
const endOthers = () =>
  base.database.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );

test('a transaction whose connection breaks is refused, and the next one has another connection', async () => {
  const database = openDatabase(base.url, 1);
  const broken = database.transaction(async (client) => {
    await client.query('select 1');
    await endOthers();
    await client.query('select 2');
  });
  await expect(broken).rejects.toSatisfy(isUnreachable);
  expect(await database.transaction(async (client) => (await client.query('select 3 as n')).rows)).toEqual([
    { n: 3 },
  ]);
  await endOthers();
  await until(() => database.pool.totalCount === 0);
  expect((await database.query('select 4 as n')).rows).toEqual([{ n: 4 }]);
  await database.close();
});

test('what a transaction did is undone when it throws', async () => {
  await base.database.query('create table kept (n int)');
  await expect(
    base.database.transaction(async (client) => {
      await client.query('insert into kept values (1)');
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect((await base.database.query('select * from kept')).rows).toEqual([]);
});
