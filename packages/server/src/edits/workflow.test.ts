/** Edits made by workers as processes, with stub films: phase by phase, one at a time, killed at every phase. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseBrief } from '@chalktalk/engine';
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Config } from '../config/config.ts';
import { createAdmission } from '../jobs/admission.ts';
import type { FilmResult } from '../jobs/film.ts';
import { openQueue } from '../jobs/queue.ts';
import { openFolder } from '../storage/local.ts';
import type { Storage } from '../storage/storage.ts';
import { testConfig } from '../testing/config.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { until } from '../testing/until.ts';
import { type Crowd, createStubLog, crowdOf } from '../testing/workers.ts';
import { createEditing, type Editing } from './editing.ts';

let base: TestDatabase;
let queue: DBOSClient;
let editing: Editing;
let storage: Storage;
let folder: string;
let config: Config;
let crowd: Crowd;

beforeEach(async () => {
  base = await freshDatabase();
  await createStubLog(base.database);
  queue = await openQueue(base.database);
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-edits-'));
  config = testConfig({ database_url: base.url, data_dir: folder });
  editing = createEditing(base.database, queue, config);
  storage = await openFolder(path.join(folder, 'files'));
  crowd = crowdOf(config, 1500);
  await crowd.start();
});
afterEach(async () => {
  await crowd.stop();
  await queue.destroy();
  await base.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A finished stub film. */
async function film(): Promise<string> {
  const brief = parseBrief({ task: 'How do tides work?', video_duration_seconds: 30 });
  const [uuid] = await createAdmission(base.database, queue, config).submit(
    { user_id: randomUUID(), org_id: null, email: null, briefs: [brief] },
    (taken) => taken.map((one) => one.uuid!),
  );
  await until(async () => (await rowOf(uuid!)).status === 'complete');
  return uuid!;
}

async function rowOf(uuid: string) {
  const { rows } = await base.database.query<{
    status: string;
    title: string;
    versions: number;
    result: FilmResult;
  }>(
    `select status, planner ->> 'title' as title, jsonb_array_length(planner_history) as versions, result
     from corporate_engine_v2 where uuid = $1`,
    [uuid],
  );
  return rows[0]!;
}

/** What a client would be given at this moment. */
async function bytesOf(uuid: string): Promise<string> {
  return (await storage.bytes((await rowOf(uuid)).result.files.video)).toString();
}

const ask = (video: string, request: string) =>
  editing.submit(
    { video, user_id: randomUUID(), account: 'user:x', request, aspect_ratio: null, image_urls: [] },
    ({ edit_id }) => edit_id,
  );

async function editOf(id: string) {
  const { rows } = await base.database.query<{
    status: string;
    percent: number;
    error_message: string | null;
    updated_at: Date;
  }>(
    `select status, (progress ->> 'percent')::int as percent, error_message, updated_at from edits where id = $1`,
    [id],
  );
  return rows[0]!;
}

async function ended(id: string): Promise<string> {
  return until(async () => {
    const { status } = await editOf(id);
    return ['complete', 'error', 'reverted'].includes(status) && status;
  });
}

async function stages(id: string): Promise<string[]> {
  const { rows } = await base.database.query<{ stage: string }>(
    'select stage from stub_stages where uuid = $1 order by at',
    [id],
  );
  return rows.map(({ stage }) => stage);
}

test('an edit passes its three phases, each once, and draws the scene that changed alone', async () => {
  const uuid = await film();
  const before = await bytesOf(uuid);
  const id = await ask(uuid, 'Make it blue');
  expect(await ended(id)).toBe('complete');
  expect(await stages(id)).toEqual(['plan', 'scene 2', 'finish']);
  expect(await bytesOf(uuid)).toBe('How do tides work?, edited: Make it blue 1.clip 2.clip 3.clip 4.clip');
  expect(await rowOf(uuid)).toMatchObject({ title: 'Make it blue', versions: 1, result: { version: id } });
  await editing.revert(id);
  expect(await bytesOf(uuid)).toBe(before);
  expect((await rowOf(uuid)).versions).toBe(0);
});

test('edits of one film are made one after another in their order, each on what the one before it made', async () => {
  const uuid = await film();
  const ids = [await ask(uuid, 'one'), await ask(uuid, 'two'), await ask(uuid, 'three')];
  for (const id of ids) expect(await ended(id)).toBe('complete');
  const { rows } = await base.database.query<{ uuid: string; stage: string }>(
    'select uuid, stage from stub_stages where uuid = any($1) order by at',
    [ids],
  );
  expect(rows.map(({ uuid: id, stage }) => [ids.indexOf(id), stage])).toEqual(
    [0, 1, 2].flatMap((place) => ['plan', 'scene 2', 'finish'].map((stage) => [place, stage])),
  );
  expect((await rowOf(uuid)).versions).toBe(3);
});

test('an edit that cannot be made ends as error, the film stays, and the next in line begins', async () => {
  const uuid = await film();
  const before = await bytesOf(uuid);
  const failing = await Promise.all(
    ['plan', 'scene', 'finish'].map((phase) => ask(uuid, `fail at ${phase}: It broke a gate at ${phase}.`)),
  );
  const last = await ask(uuid, 'fine');
  for (const id of failing) {
    expect(await ended(id)).toBe('error');
    expect((await editOf(id)).error_message).toMatch(/^It broke a gate at/);
  }
  expect(await ended(last)).toBe('complete');
  expect((await rowOf(uuid)).versions).toBe(1);
  await editing.revert(last);
  expect(await bytesOf(uuid)).toBe(before);
});

test('an undo goes back one edit at a time, and can be reverted itself', async () => {
  const uuid = await film();
  const versions = [await bytesOf(uuid)];
  for (const request of ['one', 'two']) {
    expect(await ended(await ask(uuid, request))).toBe('complete');
    versions.push(await bytesOf(uuid));
  }
  const undos: string[] = [];
  for (const place of [1, 0]) {
    const id = await ask(uuid, 'undo');
    expect(await ended(id)).toBe('complete');
    expect(await bytesOf(uuid)).toBe(versions[place]);
    undos.push(id);
  }
  const third = await ask(uuid, 'undo');
  expect(await ended(third)).toBe('error');
  expect((await editOf(third)).error_message).toMatch(/no edit to undo/);
  await editing.revert(undos[1]!);
  expect(await bytesOf(uuid)).toBe(versions[1]);
});

test.each(['plan', 'scene 2', 'finish'])(
  'a worker killed at %s: another one goes on, and the film is whole all the while, old bytes or new',
  async (phase) => {
    const uuid = await film();
    const old = await bytesOf(uuid);
    const seen = new Set<string>();
    const percents: number[] = [];
    const id = await ask(uuid, 'Make it blue');
    await until(async () => (await stages(id)).includes(phase));
    crowd.processes[0]!.kill('SIGKILL');
    await crowd.start();
    const status = await until(async () => {
      seen.add(await bytesOf(uuid));
      const now = await editOf(id);
      percents.push(now.percent);
      return now.status === 'complete' && now.status;
    });
    expect(status).toBe('complete');
    const made = 'How do tides work?, edited: Make it blue 1.clip 2.clip 3.clip 4.clip';
    seen.add(await bytesOf(uuid));
    expect([...seen].sort()).toEqual([old, made].sort());
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    // What was done before is not done again, and the phase that was broken off is.
    const passed = await stages(id);
    expect(passed.filter((stage) => stage === phase)).toHaveLength(2);
    expect(passed).toHaveLength(4);
    await editing.revert(id);
    expect(await bytesOf(uuid)).toBe(old);
  },
);
