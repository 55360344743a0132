import { getMigrations } from 'better-auth/db/migration';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { createAuth } from './auth.ts';

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

test('better-auth finds nothing left to migrate on a migrated database', async () => {
  const config = { public_url: 'http://localhost:8787', secret: '5f'.repeat(32), signup: 'closed' } as never;
  const auth = createAuth({ config, database: fresh.database, log: pino({ level: 'silent' }) });
  const plan = await getMigrations(auth.options);
  expect(plan.toBeCreated).toEqual([]);
  expect(plan.toBeAdded).toEqual([]);
  expect((await plan.compileMigrations()).replaceAll(';', '').trim()).toBe('');
});
