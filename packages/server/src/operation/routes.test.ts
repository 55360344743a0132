/** Health, readiness and metrics over real tables; what they tell when something is wrong, and what they never tell. */
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../database/database.ts';
import type { Services } from '../services.ts';
import { testConfig } from '../testing/config.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { createReadiness } from './health.ts';
import { createMetrics } from './metrics.ts';
import { mountOperation } from './routes.ts';

const log = pino({ level: 'silent' });
let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** An app with these routes and one more, over parts that a test may break. */
function appWith(change: Partial<Pick<Services, 'database' | 'storage'>> = {}, isStopping = () => false) {
  const services = {
    database: fresh.database,
    storage: { check: async () => undefined } as Services['storage'],
    config: testConfig({ database_url: fresh.url, data_dir: '/nowhere' }),
    log,
    ...change,
  };
  const app = new Hono();
  app.get('/v1/videos/:uuid', (c) => c.json({}, 404));
  const metrics = createMetrics(services);
  mountOperation(app, { readiness: createReadiness(services), metrics, isStopping });
  const measured = metrics.measured(app);
  return async (path: string, method = 'GET') => {
    const response = await measured.fetch(new Request(`http://localhost${path}`, { method }), {});
    return { status: response.status, text: await response.text() };
  };
}

describe('readiness', () => {
  it('is given when the database is reached, the tables are made and storage can be written', async () => {
    const { status, text } = await appWith()('/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      status: 'ready',
      checks: { database: 'ok', tables: 'ok', storage: 'ok' },
    });
  });

  it('is refused without a database, in words that give nothing away, while the process still lives', async () => {
    const away = openDatabase('postgres://me:hunter2@127.0.0.1:1/films', 1);
    const call = appWith({ database: away });
    const { status, text } = await call('/readyz');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      status: 'not ready',
      checks: { database: 'cannot be reached', tables: 'not known', storage: 'ok' },
    });
    expect(text).not.toMatch(/hunter2|ECONNREFUSED|127\.0\.0\.1/);
    expect((await call('/healthz')).status).toBe(200);
    expect((await call('/metrics')).text).toContain('chalktalk_database_up 0');
    await away.close();
  });

  it('is refused on the tables of another version', async () => {
    const empty = await emptyDatabase();
    const { status, text } = await appWith({ database: empty.database })('/readyz');
    expect(status).toBe(503);
    expect(JSON.parse(text).checks).toMatchObject({ tables: 'are not those of this version' });
    await empty.drop();
  });

  it('is refused when storage cannot be written, or does not answer, without the reason', async () => {
    const full = {
      check: () => Promise.reject(new Error('ENOSPC /secret/path')),
    } as unknown as Services['storage'];
    const { status, text } = await appWith({ storage: full })('/readyz');
    expect(status).toBe(503);
    expect(text).toContain('"storage":"cannot be written"');
    expect(text).not.toContain('/secret/path');
  });

  it('is refused once the server is to stop', async () => {
    const { status, text } = await appWith({}, () => true)('/readyz');
    expect(status).toBe(503);
    expect(JSON.parse(text).status).toBe('stopping');
  });
});

describe('metrics', () => {
  it('count requests by route template, method and code, whatever callers make up', async () => {
    const call = appWith();
    for (let index = 0; index < 50; index += 1) {
      await call(`/v1/videos/${index}?x=${index}`);
      await call(`/made-up-${index}`);
      await call('/v1/videos/a', `ODD${index}`);
    }
    const { text } = await call('/metrics');
    const counts = text.split('\n').filter((line) => line.includes('request_duration_seconds_count{'));
    expect(counts.sort()).toEqual([
      'chalktalk_http_request_duration_seconds_count{method="GET",route="/v1/videos/:uuid",code="404"} 50',
      'chalktalk_http_request_duration_seconds_count{method="GET",route="none",code="404"} 50',
      'chalktalk_http_request_duration_seconds_count{method="other",route="none",code="404"} 50',
    ]);
  });

  it('tell the films by status, the line, the workers and what was made, however the films ended', async () => {
    const { database } = fresh;
    await database.query(`insert into callers (caller, parked) values ('user:m', 2)`);
    await database.query(
      `insert into corporate_engine_v2 (user_id, caller, task, brief, status)
       select gen_random_uuid(), 'user:m', 't', '{}', status
       from unnest(array['pending', 'pending', 'queued', 'voiceover', 'voiceover', 'generating_frames']) status`,
    );
    await database.query(
      `insert into workers (id, host, pid, heartbeat_at) values ('w1', 'h', 1, now()), ('w2', 'h', 2, now() - interval '1 hour')`,
    );
    await database.query(
      `update corporate_engine_v2 set status = 'complete', result = '{"duration_seconds": 31.5}' where status = 'generating_frames'`,
    );
    await database.query(`update corporate_engine_v2 set status = 'failed' where status = 'queued'`);
    // Sweeping films away takes nothing from what was made.
    await database.query(`delete from corporate_engine_v2 where status = 'complete'`);
    const { text } = await appWith()('/metrics');
    for (const line of [
      'chalktalk_films{status="pending"} 2',
      'chalktalk_films{status="queued"} 0',
      'chalktalk_films{status="voiceover"} 2',
      'chalktalk_queue_length{place="parked"} 2',
      'chalktalk_workers_alive 1',
      'chalktalk_films_ended_total{status="complete"} 1',
      'chalktalk_films_ended_total{status="failed"} 1',
      'chalktalk_film_seconds_total 31.5',
      'chalktalk_database_up 1',
    ])
      expect(text.split('\n')).toContain(line);
  });
});
