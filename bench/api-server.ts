/**
 * The two servers of the API bench, each in a process of its own: `api-server.ts real <folder> <callers>` is the whole
 * service on a real Postgres, with films to poll and keys to poll with, and renders two films when told to;
 * `api-server.ts bare` is one route of hono that answers the same bytes. Each tells its parent once it listens, and ends
 * when its parent does.
 */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parseBrief } from '@chalktalk/engine';
import { Hono } from 'hono';
import { pino } from 'pino';
import type { Config } from '../packages/server/src/config/config.ts';
import { type Database, openDatabase } from '../packages/server/src/database/database.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { createHttpServer } from '../packages/server/src/http/listener.ts';
import { issueKey } from '../packages/server/src/identity/keys.ts';
import { createUser } from '../packages/server/src/identity/users.ts';
import { startWorkerProcesses } from '../packages/server/src/jobs/worker-processes.ts';
import { startServer } from '../packages/server/src/server.ts';
import { testConfig } from '../packages/server/src/testing/config.ts';
import { until } from '../packages/server/src/testing/until.ts';

export interface Started {
  url: string;
  /** Whose key may poll which path. */
  polls: { key: string; path: string }[];
}

const EXAMPLE = {
  uuid: '550e8400-e29b-41d4-a716-446655440000',
  // Nobody looks after films that wait: they stay as they are while others are made.
  status: 'pending',
  is_complete: false,
  is_failed: false,
  progress: { stage: 'pending', percent: 88, current_scene: 4, total_scenes: 5 },
  error_message: null,
  task: 'Explain how HTTPS works in 30 seconds',
  created_at: '2026-04-25T12:34:56.789012+00:00',
  updated_at: '2026-04-25T12:36:18.123456+00:00',
};
const log = pino({ level: 'error' }, pino.destination(2));

async function bare(): Promise<Started> {
  const app = new Hono().get('/v1/videos/:uuid', (c) => c.json(EXAMPLE));
  const server = createHttpServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.on('disconnect', () => process.exit());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, polls: [] };
}

async function real(folder: string, callers: number): Promise<Started> {
  const postgres = await startEmbedded(folder, log);
  const config = testConfig({
    database_url: postgres.url,
    data_dir: folder,
    public_url: 'http://127.0.0.1:0',
    // As many polls as there are; each is still counted.
    limits: { videos: 1_000_000_000, edits: 10, window_seconds: 60, active: 3 },
  });
  const server = await startServer(config, { log });
  const database = openDatabase(postgres.url, 2);
  const polls: Started['polls'] = [];
  for (let index = 0; index < callers; index += 1) polls.push(await aPoll(database));
  const ends: (() => Promise<unknown>)[] = [
    () => server.stop(),
    () => database.close(),
    () => postgres.stop(),
  ];
  process.on('message', async () => {
    ends.unshift(await renderTwo(server.url, database, config));
    process.send!('rendering');
  });
  process.on('disconnect', async () => {
    for (const end of ends) await end();
    process.exit();
  });
  return { url: server.url, polls };
}

async function aUser(database: Database): Promise<{ user_id: string; key: string }> {
  const email = `${randomBytes(8).toString('hex')}@example.com`;
  const { id: user_id } = await createUser(database, { email, name: 'Ada' });
  const { key } = await issueKey(database, { user_id, org_id: null });
  return { user_id, key };
}

/** Somebody with a key and a film to poll. */
async function aPoll(database: Database): Promise<Started['polls'][number]> {
  const { user_id, key } = await aUser(database);
  const caller = `user:${user_id}`;
  await database.query('insert into callers (caller) values ($1)', [caller]);
  const { rows } = await database.query<{ uuid: string }>(
    `insert into corporate_engine_v2 (user_id, caller, task, brief, status, progress)
     values ($1, $2, $3, $4, $5, $6) returning uuid`,
    [user_id, caller, EXAMPLE.task, parseBrief({ task: EXAMPLE.task }), EXAMPLE.status, EXAMPLE.progress],
  );
  return { key, path: `/v1/videos/${rows[0]!.uuid}` };
}

/** Real films, long enough to outlast the bench, by a real worker. @returns how to stop it */
async function renderTwo(url: string, database: Database, config: Config): Promise<() => Promise<void>> {
  const workers = startWorkerProcesses({ ...config, work: { ...config.work, workers: 1, films: 2 } }, log);
  const { key } = await aUser(database);
  const videos = ['How do tides work?', 'How do planes fly?'].map((task) => ({
    task,
    video_duration_seconds: 300,
  }));
  const answer = await fetch(`${url}/v1/videos`, {
    method: 'POST',
    headers: { 'X-API-Key': key },
    body: JSON.stringify({ videos }),
  });
  const { results } = (await answer.json()) as { results: { uuid: string }[] };
  await until(async () => {
    const { rows } = await database.query<{ status: string }>(
      'select status from corporate_engine_v2 where uuid = any($1)',
      [results.map(({ uuid }) => uuid)],
    );
    const ended = rows.find(({ status }) => ['complete', 'failed'].includes(status));
    if (ended) throw new Error(`A film of the bench is ${ended.status} already.`);
    return rows.every(({ status }) => status === 'generating_frames');
  }, 120_000);
  return () => workers.stop();
}

const [kind, folder, callers] = process.argv.slice(2);
process.send!(kind === 'bare' ? await bare() : await real(folder!, Number(callers)));
