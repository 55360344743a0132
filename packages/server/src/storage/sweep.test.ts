import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testConfig } from '../testing/config.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { startS3 } from '../testing/s3.ts';
import { until } from '../testing/until.ts';
import { createStorage, type Storage } from './storage.ts';
import { HOUR, type Sweeping, startSweeper, sweep } from './sweep.ts';

const DAY = 24 * HOUR;
const later = (ms: number) => new Date(Date.now() + ms);

describe.each(['local', 's3'] as const)('sweeping, with storage of kind %s', (kind) => {
  let work: string;
  let test: TestDatabase;
  let storage: Storage;
  let services: Sweeping;
  let logs: string[];
  let close = async () => {};

  beforeEach(async () => {
    work = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-sweep-'));
    test = await freshDatabase();
    const config = testConfig({ database_url: test.url, data_dir: work, retention_days: 30 });
    if (kind === 's3') {
      const s3 = await startS3();
      config.storage = s3.settings;
      close = s3.close;
    }
    storage = await createStorage(config);
    logs = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void logs.push(line) });
    services = { config, database: test.database, storage, log };
  });
  afterEach(async () => {
    await close();
    await test.drop();
    await rm(work, { recursive: true, force: true });
  });

  async function film(status: string, age = 0, uuid: string = randomUUID()): Promise<string> {
    await test.database.query(`insert into callers (caller) values ('user:x') on conflict do nothing`);
    await test.database.query(
      `insert into corporate_engine_v2 (uuid, user_id, task, status, caller, brief, updated_at)
       values ($1, $1, 'x', $2, 'user:x', '{}', now() - make_interval(secs => $3))`,
      [uuid, status, age / 1000],
    );
    return uuid;
  }
  async function files(...keys: string[]): Promise<void> {
    for (const key of keys) await storage.put(key, { bytes: Buffer.from(key) });
  }
  async function left(): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of storage.list('')) keys.push(key);
    return keys;
  }
  async function films(): Promise<string[]> {
    const { rows } = await test.database.query<{ uuid: string }>('select uuid from corporate_engine_v2');
    return rows.map(({ uuid }) => uuid);
  }

  it('removes films that have been kept long enough, files and row, and no other', async () => {
    const old = await film('complete', 31 * DAY);
    const failed = await film('failed', 31 * DAY);
    const young = await film('complete', 29 * DAY);
    const working = await film('generating_frames', 31 * DAY);
    const waiting = await film('pending', 400 * DAY);
    for (const uuid of [old, failed, young, working, waiting])
      await files(`videos/${uuid}/video.mp4`, `videos/${uuid}/captions.vtt`);
    expect(await sweep(services)).toMatchObject({ films: 2, orphans: 0 });
    expect((await films()).sort()).toEqual([young, working, waiting].sort());
    expect(await left()).toEqual(
      [young, working, waiting]
        .flatMap((uuid) => [`videos/${uuid}/captions.vtt`, `videos/${uuid}/video.mp4`])
        .sort(),
    );
    // Again, and nothing happens.
    expect(await sweep(services)).toMatchObject({ films: 0, orphans: 0 });
  });

  it('keeps films for good when the settings say so', async () => {
    services.config.retention_days = 0;
    const old = await film('complete', 4000 * DAY);
    await files(`videos/${old}/video.mp4`);
    expect(await sweep(services)).toMatchObject({ films: 0 });
    expect(await left()).toHaveLength(1);
  });

  it('removes more films than fit in one batch', async () => {
    await test.database.query(`insert into callers (caller) values ('user:x')`);
    await test.database.query(
      `insert into corporate_engine_v2 (user_id, task, status, caller, brief, updated_at)
       select gen_random_uuid(), 'x', 'complete', 'user:x', '{}', now() - interval '31 days'
       from generate_series(1, 205)`,
    );
    expect(await sweep(services)).toMatchObject({ films: 205 });
    expect(await films()).toEqual([]);
  });

  it('removes files without a film, but none that is young', async () => {
    const [orphan, complete] = [randomUUID(), await film('complete')];
    await files(
      `videos/${orphan}/video.mp4`,
      `jobs/${orphan}/script.json`,
      `videos/${complete}/video.mp4`,
      'videos/not-a-film/file',
      'elsewhere/file',
    );
    const before = await left();
    expect(await sweep(services)).toMatchObject({ orphans: 0 });
    expect(await left()).toEqual(before);
    expect(await sweep(services, later(2 * HOUR))).toMatchObject({ orphans: 2 });
    expect(await left()).toEqual(
      ['elsewhere/file', `videos/${complete}/video.mp4`, 'videos/not-a-film/file'].sort(),
    );
  });

  it('removes what a failed film was made from an hour after its end, and keeps that of others for edits', async () => {
    const jobs: Record<string, string> = {
      working: await film('voiceover', 5 * HOUR),
      waiting: await film('pending', 5 * HOUR),
      justEnded: await film('complete', HOUR / 2),
      complete: await film('complete', 2 * HOUR),
      failed: await film('failed', 2 * HOUR),
    };
    for (const uuid of Object.values(jobs))
      await files(`jobs/${uuid}/script.json`, `jobs/${uuid}/clips/0.clip`, `videos/${uuid}/video.mp4`);
    expect(await sweep(services)).toMatchObject({ orphans: 1 });
    const keys = await left();
    for (const name of ['working', 'waiting', 'justEnded', 'complete'])
      expect(keys).toContain(`jobs/${jobs[name]}/clips/0.clip`);
    expect(keys).not.toContain(`jobs/${jobs.failed}/clips/0.clip`);
    for (const uuid of Object.values(jobs)) expect(keys).toContain(`videos/${uuid}/video.mp4`);
  });

  it('removes what edits without a future were made from, and keeps a film while it is edited', async () => {
    const uuid = await film('complete', 31 * DAY);
    const edits = new Map<string, string>();
    for (const status of ['error', 'reverted', 'complete', 'processing']) {
      const { rows } = await test.database.query<{ id: string }>(
        `insert into edits (video, user_id, caller, request, status, updated_at)
         values ($1, $1, 'user:x', 'x', $2, now() - interval '2 hours') returning id`,
        [uuid, status],
      );
      edits.set(status, rows[0]!.id);
      await files(`jobs/${uuid}/edits/${rows[0]!.id}/script.json`, `videos/${uuid}/${rows[0]!.id}/video.mp4`);
    }
    expect(await sweep(services)).toMatchObject({ films: 0, edits: 2, orphans: 0 });
    const keys = await left();
    const job = (status: string) => `jobs/${uuid}/edits/${edits.get(status)}/script.json`;
    const video = (status: string) => `videos/${uuid}/${edits.get(status)}/video.mp4`;
    expect(keys.sort()).toEqual(
      [job('complete'), job('processing'), video('reverted'), video('complete'), video('processing')].sort(),
    );
    expect(await sweep(services)).toMatchObject({ edits: 0 });
    await test.database.query(`update edits set status = 'complete'`);
    expect(await sweep(services)).toMatchObject({ films: 1 });
    expect(await left()).toEqual([]);
  });

  it('removes nothing when most of what is stored belongs to no film: it may be the wrong database', async () => {
    await Promise.all(Array.from({ length: 60 }, () => files(`videos/${randomUUID()}/video.mp4`)));
    expect(await sweep(services, later(2 * HOUR))).toMatchObject({ orphans: 0 });
    expect(await left()).toHaveLength(60);
    expect(logs.join()).toContain('check that the server uses the database');
  });

  it('removes rows that have served', async () => {
    const { database } = test;
    await database.query(`
      insert into idempotent_answers values
        ('a', 'r', 'old', 'h', '{}', now() - interval '25 hours'), ('a', 'r', 'new', 'h', '{}', now() - interval '23 hours');
      insert into rate_windows values
        ('old', 'videos', now() - interval '61 minutes', 1), ('new', 'videos', now() - interval '1 minute', 1);
      insert into workers (id, host, pid, taken_over_at) values
        ('old', 'h', 1, now() - interval '25 hours'), ('new', 'h', 1, now() - interval '1 hour'), ('live', 'h', 1, null)`);
    expect(await sweep(services)).toMatchObject({ rows: 3 });
    const { rows } = await database.query<{ name: string }>(
      `select key as name from idempotent_answers union all select caller from rate_windows
       union all select id from workers order by name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['live', 'new', 'new', 'new']);
  });

  it('is done by one server at a time', async () => {
    const old = await film('complete', 31 * DAY);
    await files(`videos/${old}/video.mp4`);
    const swept = await Promise.all(Array.from({ length: 4 }, () => sweep(services)));
    const done = swept.filter((result) => result !== undefined);
    expect(done.length).toBeGreaterThanOrEqual(1);
    expect(done.reduce((sum, { films: count }) => sum + count, 0)).toBe(1);

    const holder = await test.database.pool.connect();
    try {
      await holder.query('select pg_advisory_lock(1667789687)');
      expect(await sweep(services)).toBeUndefined();
    } finally {
      holder.release(true);
    }
    await until(async () => (await sweep(services)) !== undefined);
  });

  it('goes on with other films when one cannot be removed', async () => {
    const [stuck, other] = [await film('complete', 31 * DAY), await film('complete', 31 * DAY)];
    const remove = storage.remove;
    const failing: Storage = {
      ...storage,
      remove: (prefix) =>
        prefix.includes(stuck) ? Promise.reject(new Error('no')) : remove.call(storage, prefix),
    };
    expect(await sweep({ ...services, storage: failing })).toMatchObject({ films: 1 });
    expect(await films()).toEqual([stuck]);
    expect(logs.join()).toContain('could not be removed');
    expect(await films()).not.toContain(other);
    expect(await sweep(services)).toMatchObject({ films: 1 });
  });

  it.runIf(kind === 'local')('removes what crashes left of files', async () => {
    await files('videos/x/file');
    const folder = path.join(work, 'files', 'videos', 'x');
    await writeFile(path.join(folder, `.1-${randomUUID()}.part`), 'half');
    expect(await sweep(services)).toMatchObject({ unfinished: 0 });
    expect(await sweep(services, later(2 * HOUR))).toMatchObject({ unfinished: 1 });
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('begins by itself, and ends when it is told to', async () => {
    await film('complete', 31 * DAY);
    const stop = startSweeper(services, 0);
    await until(async () => (await films()).length === 0);
    await stop();
    expect(logs.join()).toContain('Swept');
    await film('complete', 31 * DAY);
    await startSweeper(services, 60_000)();
    expect(await films()).toHaveLength(1);
  });
});
