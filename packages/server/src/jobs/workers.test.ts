/** Workers as processes, with films that are stubs: many at once, killed, frozen, cancelled, handed over. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseBrief } from '@chalktalk/engine';
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Config } from '../config/config.ts';
import { openDatabase } from '../database/database.ts';
import { testConfig } from '../testing/config.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { until } from '../testing/until.ts';
import { type Crowd, createStubLog, crowdOf } from '../testing/workers.ts';
import { type Admission, createAdmission } from './admission.ts';
import { forgetEnded } from './forget.ts';
import { openQueue } from './queue.ts';

let base: TestDatabase;
let queue: DBOSClient;
let admission: Admission;
let folder: string;
let config: Config;
const crowds: Crowd[] = [];

beforeEach(async () => {
  base = await freshDatabase();
  await createStubLog(base.database);
  queue = await openQueue(base.database);
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-workers-'));
  config = testConfig({ database_url: base.url, data_dir: folder });
  admission = createAdmission(base.database, queue, config);
});
afterEach(async () => {
  await Promise.all(crowds.splice(0).map((crowd) => crowd.stop()));
  await queue.destroy();
  await base.drop();
  await rm(folder, { recursive: true, force: true });
});

function workers(film_ms: number): Crowd {
  const crowd = crowdOf(config, film_ms);
  crowds.push(crowd);
  return crowd;
}

async function submit(
  count: number,
  task = 'How do tides work?',
  server = admission,
  user_id = randomUUID() as string,
): Promise<string[]> {
  const brief = parseBrief({ task, video_duration_seconds: 30 });
  return server.submit(
    { user_id, org_id: null, email: null, briefs: Array.from({ length: count }, () => brief) },
    (taken) => taken.map(({ uuid }) => uuid!),
  );
}

async function films(uuids: string[]) {
  const { rows } = await base.database.query<{
    uuid: string;
    status: string;
    percent: number;
    error_message: string | null;
    updated_at: Date;
  }>(
    `select uuid, status, (progress ->> 'percent')::int as percent, error_message, updated_at
     from corporate_engine_v2 where uuid = any($1) order by seq`,
    [uuids],
  );
  return rows;
}
const status = async (uuid: string) => (await films([uuid]))[0]!.status;
const allDone = async (uuids: string[]) => (await films(uuids)).every((film) => film.status === 'complete');

async function stages(uuid: string): Promise<string[]> {
  const { rows } = await base.database.query<{ stage: string }>(
    'select stage from stub_stages where uuid = $1 order by at',
    [uuid],
  );
  return rows.map(({ stage }) => stage);
}

test('a film walks through every stage, each once, and its scenes are drawn side by side', async () => {
  await workers(400).start();
  const [uuid] = await submit(1);
  await until(() => allDone([uuid!]));
  const passed = await stages(uuid!);
  expect([...passed].sort()).toEqual(
    [
      'voiceover',
      'highlevel',
      'lowlevel',
      'scan_assets',
      'scene 1',
      'scene 2',
      'scene 3',
      'scene 4',
      'finish',
    ].sort(),
  );
  expect(passed.at(-1)).toBe('finish');
});

test('the checkpoints of films that have ended are forgotten in time, those of films under way never', async () => {
  await workers(200).start();
  const done = await submit(2);
  await until(async () => {
    const ended = await queue.listWorkflows({ workflowIDs: done, status: 'SUCCESS' });
    return ended.length === 2;
  });
  await Promise.all(crowds.map((crowd) => crowd.stop()));
  const [waiting] = await submit(1);
  expect(await forgetEnded(queue)).toBe(0);
  expect(await forgetEnded(queue, new Date(Date.now() + 60_000))).toBe(2);
  const { rows } = await base.database.query('select workflow_uuid from dbos.workflow_status');
  expect(rows).toEqual([{ workflow_uuid: waiting }]);
  expect((await base.database.query('select 1 from dbos.operation_outputs')).rows).toEqual([]);
});

test('what cannot pass fails at once with its sentence, and is not tried again', async () => {
  await workers(200).start();
  const [uuid] = await submit(1, 'fail at scene: The film broke a gate and was not kept.');
  await until(async () => (await status(uuid!)) === 'failed');
  expect((await films([uuid!]))[0]!.error_message).toBe('The film broke a gate and was not kept.');
  expect((await stages(uuid!)).filter((stage) => stage === 'scene 1')).toHaveLength(1);
});

test('a killed worker’s film goes on at the interrupted stage in another worker, and its percent never falls', async () => {
  const crowd = workers(4000);
  const first = await crowd.start();
  const [uuid] = await submit(1);
  await until(async () => (await stages(uuid!)).includes('lowlevel'));
  first.kill('SIGKILL');
  await crowd.start();
  let percent = 0;
  await until(async () => {
    const [film] = await films([uuid!]);
    expect(film!.percent).toBeGreaterThanOrEqual(percent);
    percent = film!.percent;
    return film!.status === 'complete';
  });
  const passed = await stages(uuid!);
  expect(passed.filter((stage) => stage === 'voiceover' || stage === 'highlevel')).toHaveLength(2);
  expect(passed.filter((stage) => stage === 'finish')).toHaveLength(1);
});

test('a worker that was frozen and taken over ends itself, and its film is made once', async () => {
  const crowd = workers(6000);
  const frozen = await crowd.start();
  const [uuid] = await submit(1);
  await until(async () => (await stages(uuid!)).includes('highlevel'));
  frozen.kill('SIGSTOP');
  await crowd.start();
  await until(async () => {
    const { rows } = await base.database.query('select 1 from workers where taken_over_at is not null');
    return rows.length === 1;
  });
  const ended = new Promise((resolve) => frozen.once('exit', resolve));
  frozen.kill('SIGCONT');
  expect(await ended).toBe(70);
  await until(() => allDone([uuid!]));
});

test('a worker that is busy for longer than silence counts as death is not taken for dead', async () => {
  config = { ...config, work: { ...config.work, dead_after_ms: 5000 } };
  const crowd = workers(300);
  await crowd.start();
  await crowd.start();
  const [uuid] = await submit(1, 'block 12000 ms at voiceover');
  await until(() => allDone([uuid!]));
  expect((await stages(uuid!)).filter((stage) => stage === 'voiceover')).toHaveLength(1);
  expect((await base.database.query('select 1 from workers where taken_over_at is not null')).rows).toEqual(
    [],
  );
});

test('a worker told to stop hands its films over at once', async () => {
  config = { ...config, work: { ...config.work, grace_seconds: 0, dead_after_ms: 600_000 } };
  const crowd = workers(3000);
  const first = await crowd.start();
  await crowd.start();
  const uuids = await submit(3);
  await until(async () => (await stages(uuids[0]!)).length > 0);
  const ended = new Promise((resolve) => first.once('exit', resolve));
  first.kill('SIGTERM');
  expect(await ended).toBe(0);
  await until(() => allDone(uuids));
});

test('a cancelled film stops, its place goes to the next, and no file of it appears', async () => {
  await workers(2500).start();
  const uuids = await submit(4);
  await until(async () => (await stages(uuids[0]!)).length > 0);
  await admission.cancel(uuids[0]!);
  await until(() => allDone(uuids.slice(1)));
  expect(await status(uuids[0]!)).toBe('failed');
  expect(await stages(uuids[0]!)).not.toContain('finish');
});

test('four workers make fifty films that one caller submits to two servers, three at once, in the order they came', async () => {
  const crowd = workers(150);
  await Promise.all([crowd.start(), crowd.start(), crowd.start(), crowd.start()]);
  const second = openDatabase(base.url, 4);
  const secondQueue = await openQueue(second);
  const servers = [admission, createAdmission(second, secondQueue, config)];
  const user = randomUUID();
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => submit(1, `Film ${index}`, servers[index % 2], user)),
  );
  const { rows: order } = await base.database.query<{ uuid: string }>(
    'select uuid from corporate_engine_v2 where user_id = $1 order by seq',
    [user],
  );
  const uuids = order.map(({ uuid }) => uuid);
  expect(uuids).toHaveLength(50);
  await until(async () => {
    const { rows } = await base.database.query<{ active: number }>(
      `select count(*)::int as active from corporate_engine_v2
       where status not in ('pending', 'complete', 'failed') and uuid = any($1)`,
      [uuids],
    );
    expect(rows[0]!.active).toBeLessThanOrEqual(3);
    return allDone(uuids);
  });
  const { rows } = await base.database.query<{ uuid: string }>(
    `select uuid from stub_stages where stage = 'voiceover' order by at`,
  );
  expect(rows).toHaveLength(50);
  // Three run side by side: each begins in its turn, give or take its two neighbours.
  for (const [place, { uuid }] of rows.entries())
    expect(Math.abs(uuids.indexOf(uuid) - place)).toBeLessThanOrEqual(2);
  await secondQueue.destroy();
  await second.close();
});
