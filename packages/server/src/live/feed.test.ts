import { pino } from 'pino';
import { afterAll, beforeAll, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { until } from '../testing/until.ts';
import { createFeed } from './feed.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await freshDatabase();
});
afterAll(() => base.drop());

it('closes also while it is still connecting, and leaves no session behind', async () => {
  const feed = createFeed(base.database, pino({ level: 'silent' }), {
    onChange: () => undefined,
    onAccess: () => Promise.resolve(),
    onLoss: () => undefined,
  });
  void feed.listening();
  await feed.close();
  // Postgres notices a moment later that its client has gone.
  await until(async () => {
    const { rowCount } = await base.database.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'chalktalk live'`,
    );
    return rowCount === 0;
  }, 20_000);
});
