/** The whole service as a client meets it: films submitted over HTTP, made by workers beside the server, and fetched. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { readFilm } from '../../engine/src/frames/index.ts';
import { openDatabase } from './database/database.ts';
import { freePort } from './database/port.ts';
import { type RunningServer, startServer } from './server.ts';
import { testConfig } from './testing/config.ts';
import { freshDatabase, type TestDatabase } from './testing/postgres.ts';
import { until } from './testing/until.ts';
import { createStubLog } from './testing/workers.ts';

const STUB = new URL('testing/stub-worker-process.ts', import.meta.url);

let base: TestDatabase;
let folder: string;
let server: RunningServer | undefined;

async function start(workerEntry?: URL): Promise<void> {
  base = await freshDatabase();
  await createStubLog(base.database);
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-films-'));
  const port = await freePort();
  const config = testConfig({ database_url: base.url, data_dir: folder });
  server = await startServer(
    {
      ...config,
      port,
      public_url: `http://127.0.0.1:${port}`,
      limits: { ...config.limits, videos: 100_000 },
      work: { ...config.work, workers: 1, films: 3 },
    },
    { log: pino({ level: 'silent' }), ...(workerEntry ? { workerEntry } : {}) },
  );
}
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await base.drop();
  await rm(folder, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a client does
async function call(method: string, at: string, body?: unknown): Promise<any> {
  const response = await fetch(`${server!.url}${at}`, {
    method,
    headers: { 'X-API-Key': server!.api_key!, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.status).toBe(200);
  return response.json();
}
const film = (task: string) => ({ task, video_duration_seconds: 30 });

test('a batch of fifty leads to three active and 47 parked in their places, and all are made in the order they came', async () => {
  process.env.STUB_FILM_MS = '300';
  await start(STUB);
  const { results, ...order } = await call('POST', '/v1/videos', {
    videos: Array.from({ length: 50 }, (_, index) => film(`Film ${index}`)),
  });
  expect(order).toMatchObject({ status: 'ok', total: 50, enqueued: 3, parked: 47, errors: 0 });
  expect(results.map((one: { queue_position: number | null }) => one.queue_position)).toEqual([
    null,
    null,
    null,
    ...Array.from({ length: 47 }, (_, index) => index + 1),
  ]);
  const uuids: string[] = results.map(({ uuid }: { uuid: string }) => uuid);
  expect((await call('GET', `/v1/videos/${uuids[49]}`)).status).toBe('pending');
  const database = openDatabase(base.url, 1);
  try {
    await until(async () => {
      const { rows } = await database.query<{ active: number; done: number }>(
        `select count(*) filter (where status not in ('pending', 'complete', 'failed'))::int as active,
           count(*) filter (where status = 'complete')::int as done from corporate_engine_v2`,
      );
      expect(rows[0]!.active).toBeLessThanOrEqual(3);
      return rows[0]!.done === 50;
    });
    const { rows } = await database.query<{ uuid: string }>(
      'select uuid from corporate_engine_v2 order by updated_at',
    );
    // Three are made side by side, so one may overtake its two neighbours, and never more.
    for (const [place, { uuid }] of rows.entries())
      expect(Math.abs(uuids.indexOf(uuid) - place)).toBeLessThanOrEqual(2);
  } finally {
    await database.close();
  }
});

test('three real films become files that play from start to end, with their captions beside them', async () => {
  await start();
  const { results } = await call('POST', '/v1/videos', {
    videos: [
      film('Explain how HTTPS works in 30 seconds'),
      { ...film('How do tides work?'), aspect_ratio: '9:16' },
      film('What is a prime number?'),
    ],
  });
  for (const { uuid } of results as { uuid: string }[]) {
    const made = await until(async () => {
      const now = await call('GET', `/v1/videos/${uuid}`);
      expect(now.error_message).toBeNull();
      return now.is_complete && now;
    }, 280_000);
    expect(made.progress).toEqual({
      stage: 'complete',
      percent: 100,
      current_scene: made.result.scenes.length,
      total_scenes: made.result.scenes.length,
    });
    const file = path.join(folder, 'fetched.mp4');
    await writeFile(file, Buffer.from(await (await fetch(made.result.link)).arrayBuffer()));
    const reading = await readFilm(file);
    expect(reading.frames).toBe(Math.round(made.result.duration_seconds * 30));
    expect(reading.monotonic).toBe(true);
    expect(await (await fetch(made.result.vtt)).text()).toMatch(/^WEBVTT/);
  }
}, 600_000);
