/**
 * The two servers of the API bench, each in a process of its own: `api-server.ts real <folder>` is the whole service on
 * a real Postgres with films to poll and keys to poll with; `api-server.ts bare` is one route of hono that answers the
 * same bytes. Prints one line of JSON once it listens, and ends when its parent does.
 */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { openDatabase } from '../packages/server/src/database/database.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import { createApp } from '../packages/server/src/http/app.ts';
import { createHttpServer } from '../packages/server/src/http/listener.ts';
import { createIdentity } from '../packages/server/src/identity/identity.ts';
import { issueKey } from '../packages/server/src/identity/keys.ts';
import { createUser } from '../packages/server/src/identity/users.ts';
import { createAdmission } from '../packages/server/src/jobs/admission.ts';
import { openQueue } from '../packages/server/src/jobs/queue.ts';
import type { Services } from '../packages/server/src/services.ts';
import { openFolder } from '../packages/server/src/storage/local.ts';
import { testConfig } from '../packages/server/src/testing/config.ts';

export interface Started {
  url: string;
  /** Whose key may poll which path. */
  polls: { key: string; path: string }[];
}

const EXAMPLE = {
  uuid: '550e8400-e29b-41d4-a716-446655440000',
  status: 'generating_frames',
  is_complete: false,
  is_failed: false,
  progress: { stage: 'generating_frames', percent: 88, current_scene: 4, total_scenes: 5 },
  error_message: null,
  task: 'Explain how HTTPS works in 30 seconds',
  created_at: '2026-04-25T12:34:56.789012+00:00',
  updated_at: '2026-04-25T12:36:18.123456+00:00',
};

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bare(): Promise<Started> {
  const app = new Hono().get('/v1/videos/:uuid', (c) => c.json(EXAMPLE));
  return { url: await listen(createHttpServer(app)), polls: [] };
}

async function real(folder: string, callers: number): Promise<Started> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const postgres = await startEmbedded(folder, log);
  const database = openDatabase(postgres.url);
  await migrate(database);
  const config = testConfig({
    database_url: postgres.url,
    data_dir: folder,
    // As many polls as there are; each is still counted.
    limits: { videos: 1_000_000_000, edits: 10, window_seconds: 60, active: 3 },
  });
  const services: Services = {
    config,
    database,
    identity: createIdentity({ config, database, log }),
    storage: await openFolder(path.join(folder, 'files')),
    admission: createAdmission(database, await openQueue(database, log), config),
    log,
  };
  const polls: Started['polls'] = [];
  for (let caller = 0; caller < callers; caller += 1) polls.push(await aCaller(services));
  process.on('disconnect', () => void postgres.stop().finally(() => process.exit()));
  return { url: await listen(createHttpServer(createApp(services))), polls };
}

/** Somebody with a key and a film under way. */
async function aCaller({ database, admission }: Services): Promise<Started['polls'][number]> {
  const email = `${randomBytes(8).toString('hex')}@example.com`;
  const { id: user_id } = await createUser(database, { email, name: 'Ada' });
  const { key } = await issueKey(database, { user_id, org_id: null });
  const brief = { task: EXAMPLE.task, video_duration_seconds: 30 };
  const [taken] = await admission.submit(
    {
      user_id,
      org_id: null,
      email: null,
      briefs: [{ ...brief, aspect_ratio: '16:9', video_type: 'explainer' }],
    },
    (all) => all,
  );
  await database.query(`update corporate_engine_v2 set status = $2, progress = $3 where uuid = $1`, [
    taken!.uuid,
    EXAMPLE.status,
    EXAMPLE.progress,
  ]);
  return { key, path: `/v1/videos/${taken!.uuid}` };
}

const [kind, folder, callers] = process.argv.slice(2);
process.send!(kind === 'bare' ? await bare() : await real(folder!, Number(callers)));
if (kind === 'bare') process.on('disconnect', () => process.exit());
