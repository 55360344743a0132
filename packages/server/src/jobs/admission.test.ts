/** Who may begin, on a real Postgres. */
import { randomUUID } from 'node:crypto';
import { parseBrief } from '@chalktalk/engine';
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { balanceOf, grant } from '../credits/ledger.ts';
import { accountOf } from '../identity/caller.ts';
import { testConfig } from '../testing/config.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { type Admission, createAdmission, type Order, type Taken } from './admission.ts';
import type { FilmResult } from './film.ts';
import { openQueue } from './queue.ts';

let base: TestDatabase;
let queue: DBOSClient;
let admission: Admission;
let paid: Admission;

beforeAll(async () => {
  base = await freshDatabase();
  queue = await openQueue(base.database);
  const config = testConfig({ database_url: base.url, data_dir: '/nowhere' });
  admission = createAdmission(base.database, queue, config);
  paid = createAdmission(base.database, queue, { ...config, credits: { enabled: true, per_second: 2 } });
});
afterAll(async () => {
  await queue.destroy();
  await base.drop();
});

const brief = parseBrief({ task: 'How do tides work?', video_duration_seconds: 30 });
function order(user_id: string, films: number, more: Partial<Order> = {}): Order {
  return { user_id, org_id: null, email: null, briefs: Array.from({ length: films }, () => brief), ...more };
}
const all = (taken: Taken[]) => taken;
const result = (scenes = 2): FilmResult => ({
  files: { video: 'v', vtt: 'v', srt: 's', thumbnail: 't', transcript: 't', report: 'r' },
  duration_seconds: 29.5,
  scenes: Array.from({ length: scenes }, (_, index) => ({ index: index + 1, title: '', start: 0, end: 1 })),
  planner: 'note',
  sources: [],
});

async function active(user_id: string): Promise<string[]> {
  const { rows } = await base.database.query<{ uuid: string }>(
    `select uuid from corporate_engine_v2 where user_id = $1 and status = 'queued' order by seq`,
    [user_id],
  );
  return rows.map(({ uuid }) => uuid);
}

test('three of a caller begin, the rest wait with their place in line, and each that ends lets the next in', async () => {
  const user = randomUUID();
  const taken = await admission.submit(order(user, 50), all);
  expect(taken.slice(0, 3).map(({ status }) => status)).toEqual(['queued', 'queued', 'queued']);
  expect(taken.slice(3).map((one) => 'position' in one && one.position)).toEqual(
    Array.from({ length: 47 }, (_, index) => index + 1),
  );
  const uuids = taken.map(({ uuid }) => uuid!);
  const later = await admission.submit(order(user, 1), all);
  expect(later).toMatchObject([{ status: 'parked', position: 48 }]);

  // Ends of every kind, in any order: the line moves by one each time, first come first served.
  await admission.complete(uuids[1]!, result());
  await admission.fail(uuids[0]!, 'It broke.');
  await admission.cancel(uuids[2]!);
  expect(await active(user)).toEqual(uuids.slice(3, 6));
  // One that waits can be cancelled too; nobody moves up for it.
  await admission.cancel(uuids[10]!);
  expect(await active(user)).toEqual(uuids.slice(3, 6));
  const parked = await base.database.query('select parked from callers where caller = $1', [
    accountOf(user, null),
  ]);
  expect(parked.rows).toEqual([{ parked: 51 - 6 - 1 }]);
});

test('what gets a place is on the queue of the same transaction, and nothing else is', async () => {
  const user = randomUUID();
  const taken = await admission.submit(order(user, 5), all);
  const queued = await queue.listWorkflows({ workflowIDs: taken.map(({ uuid }) => uuid!) });
  expect(queued.map(({ workflowID }) => workflowID).sort()).toEqual(
    taken
      .slice(0, 3)
      .map(({ uuid }) => uuid!)
      .sort(),
  );
});

test('a film ends once, however often and from however many sides it is told', async () => {
  const user = randomUUID();
  const [first] = await admission.submit(order(user, 5), all);
  const ends = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      index % 2 ? admission.complete(first!.uuid!, result()) : admission.fail(first!.uuid!, 'No.'),
    ),
  );
  expect(ends.filter(Boolean)).toHaveLength(1);
  expect(await active(user)).toHaveLength(3);
  await expect(admission.cancel(first!.uuid!)).rejects.toMatchObject({ kind: 'conflict' });
});

test('many servers that submit and end films at once never let more than three in, and keep the order', async () => {
  const user = randomUUID();
  await Promise.all(Array.from({ length: 20 }, () => admission.submit(order(user, 2), all)));
  for (let left = 40; left > 0; ) {
    const now = await active(user);
    expect(now.length).toBeLessThanOrEqual(3);
    expect(now.length).toBeGreaterThan(0);
    const oldest = await base.database.query<{ uuid: string }>(
      `select uuid from corporate_engine_v2 where user_id = $1 and status in ('queued', 'pending') order by seq limit $2`,
      [user, now.length],
    );
    expect(now).toEqual(oldest.rows.map(({ uuid }) => uuid));
    await Promise.all(
      now.map((uuid, index) => (index % 2 ? admission.fail(uuid, 'x') : admission.complete(uuid, result()))),
    );
    left -= now.length;
  }
  expect(await active(user)).toEqual([]);
});

test('organizations and people have places of their own', async () => {
  const user = randomUUID();
  const org = randomUUID();
  await admission.submit(order(user, 3), all);
  const taken = await admission.submit(order(user, 3, { org_id: org }), all);
  expect(taken.every(({ status }) => status === 'queued')).toBe(true);
});

test('a repeated Idempotency-Key gives the first answer and no second film; another body is refused', async () => {
  const user = randomUUID();
  const idempotency = { route: 'videos', key: 'k1', body_hash: 'a' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => admission.submit(order(user, 2, { idempotency }), all)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await active(user)).toHaveLength(2);
  await expect(
    admission.submit(order(user, 2, { idempotency: { ...idempotency, body_hash: 'b' } }), all),
  ).rejects.toMatchObject({ kind: 'conflict' });
  await admission.submit(order(user, 1, { idempotency: { ...idempotency, key: 'k2' } }), all);
  expect(await active(user)).toHaveLength(3);
});

test('credits are reserved, settled by what the film is, and given back when it fails; what cannot be paid is an error', async () => {
  const user = randomUUID();
  const account = accountOf(user, null);
  await grant(base.database, account, 150);
  const taken = await paid.submit(order(user, 3), all);
  expect(taken.map(({ status }) => status)).toEqual(['queued', 'queued', 'error']);
  expect(taken[2]).toMatchObject({
    uuid: null,
    message: 'INSUFFICIENT_CREDITS: video could cost up to 60, have 30',
  });
  expect(await balanceOf(base.database, account)).toBe(30);
  // 29.5 s at 2 a second.
  await paid.complete(taken[0]!.uuid!, result());
  expect(await balanceOf(base.database, account)).toBe(31);
  await paid.fail(taken[1]!.uuid!, 'It broke.');
  await paid.fail(taken[1]!.uuid!, 'It broke again.');
  expect(await balanceOf(base.database, account)).toBe(91);
});

test('a finished film has all its scenes and a hundred percent; a failed one keeps its percent and says why', async () => {
  const user = randomUUID();
  const [one, two] = await admission.submit(order(user, 2), all);
  await admission.complete(one!.uuid!, result(5));
  await admission.fail(two!.uuid!, 'The disk is full: free some space.');
  const { rows } = await base.database.query(
    'select status, progress, error_message from corporate_engine_v2 where user_id = $1 order by seq',
    [user],
  );
  expect(rows).toEqual([
    {
      status: 'complete',
      error_message: null,
      progress: { stage: 'complete', percent: 100, current_scene: 5, total_scenes: 5 },
    },
    {
      status: 'failed',
      error_message: 'The disk is full: free some space.',
      progress: { stage: 'failed', percent: 2, current_scene: 0, total_scenes: 0 },
    },
  ]);
});
