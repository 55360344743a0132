/** How far a film has come, in its row. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { STATUSES } from './film.ts';
import { advance, percentDrawn, percentSpoken, touch } from './progress.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await freshDatabase();
});
afterAll(() => base.drop());

async function film(status = 'queued'): Promise<string> {
  const user = randomUUID();
  await base.database.query('insert into callers (caller) values ($1)', [user]);
  const { rows } = await base.database.query<{ uuid: string }>(
    `insert into corporate_engine_v2 (user_id, caller, task, brief, status) values ($1::uuid, $1::uuid::text, 't', '{}', $2)
     returning uuid`,
    [user, status],
  );
  return rows[0]!.uuid;
}
async function row(uuid: string) {
  const { rows } = await base.database.query(
    'select status, progress, updated_at from corporate_engine_v2 where uuid = $1',
    [uuid],
  );
  return rows[0]! as { status: string; progress: Record<string, number | string>; updated_at: Date };
}

test('scene 4 of 5 is 88 percent, as the contract’s example says', () => {
  expect(percentDrawn(4, 5)).toBe(88);
  expect([percentSpoken(0, 9), percentSpoken(9, 9)]).toEqual([5, 20]);
  expect(percentDrawn(0, 0)).toBe(40);
});

test('whatever is told in whatever order, the stage never goes back and no number falls', async () => {
  const step = fc.record({
    stage: fc.constantFrom(...STATUSES.slice(1, 7)),
    percent: fc.integer({ min: 0, max: 100 }),
    current_scene: fc.integer({ min: 0, max: 9 }),
    total_scenes: fc.integer({ min: 0, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (told) => {
      const uuid = await film();
      let before = await row(uuid);
      for (const one of told) {
        expect(await advance(base.database, uuid, one)).toBe(true);
        const now = await row(uuid);
        expect(STATUSES.indexOf(now.status as never)).toBeGreaterThanOrEqual(
          STATUSES.indexOf(before.status as never),
        );
        expect(now.progress.stage).toBe(now.status);
        for (const name of ['percent', 'current_scene', 'total_scenes'])
          expect(now.progress[name]).toBeGreaterThanOrEqual(before.progress[name] as number);
        before = now;
      }
    }),
    { numRuns: 60 },
  );
});

test('a film that has ended is not moved, and whoever works for it is told so', async () => {
  for (const ended of ['complete', 'failed']) {
    const uuid = await film(ended);
    const before = await row(uuid);
    expect(await advance(base.database, uuid, { stage: 'generating_frames', percent: 90 })).toBe(false);
    await touch(base.database, [uuid]);
    expect(await row(uuid)).toEqual(before);
  }
  expect(await advance(base.database, randomUUID(), { stage: 'voiceover', percent: 5 })).toBe(false);
});

test('a film that is alive is touched, so that clients do not take it for stalled', async () => {
  const uuid = await film('voiceover');
  await base.database.query(
    `update corporate_engine_v2 set updated_at = clock_timestamp() - interval '1 minute' where uuid = $1`,
    [uuid],
  );
  const { updated_at } = await row(uuid);
  await touch(base.database, [uuid]);
  const { rows } = await base.database.query(
    'select updated_at > $2::timestamptz + interval $$1 second$$ as later from corporate_engine_v2 where uuid = $1',
    [uuid, updated_at],
  );
  expect(rows).toEqual([{ later: true }]);
});
