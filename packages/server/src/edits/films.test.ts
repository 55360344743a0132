/** An edit as a client meets it: a real film, made, edited and reverted over HTTP, by a worker beside the server. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../database/port.ts';
import { type RunningServer, startServer } from '../server.ts';
import { testConfig } from '../testing/config.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { until } from '../testing/until.ts';

let base: TestDatabase;
let folder: string;
let server: RunningServer;
beforeAll(async () => {
  base = await freshDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-edited-'));
  const port = await freePort();
  const config = testConfig({ database_url: base.url, data_dir: folder });
  server = await startServer(
    {
      ...config,
      port,
      public_url: `http://127.0.0.1:${port}`,
      limits: { ...config.limits, videos: 100_000, edits: 100_000 },
      work: { ...config.work, workers: 1 },
    },
    { log: pino({ level: 'silent' }) },
  );
}, 120_000);
afterAll(async () => {
  await server.stop();
  await base.drop();
  await rm(folder, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a client does
async function call(method: string, at: string, body?: unknown): Promise<any> {
  const response = await fetch(`${server.url}${at}`, {
    method,
    headers: { 'X-API-Key': server.api_key! },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.status).toBe(200);
  return response.json();
}
const fetched = async (link: string) => Buffer.from(await (await fetch(link)).arrayBuffer());
const hashOf = async (link: string) =>
  createHash('sha256')
    .update(await fetched(link))
    .digest('hex');

async function edited(video_uuid: string, edit_request: string) {
  const { edit_id } = await call('POST', '/v1/edits', { video_uuid, edit_request });
  return until(async () => {
    const edit = await call('GET', `/v1/edits/${edit_id}`);
    return (edit.is_complete || edit.is_failed) && edit;
  }, 280_000);
}

test('one scene of a real film is rewritten, no other is drawn again, and a revert gives the original file back', async () => {
  const { results } = await call('POST', '/v1/videos', {
    videos: [{ task: 'Explain how HTTPS works in 30 seconds', video_duration_seconds: 30 }],
  });
  const uuid: string = results[0].uuid;
  const film = () => call('GET', `/v1/videos/${uuid}`);
  const before = await until(async () => {
    const now = await film();
    expect(now.error_message).toBeNull();
    return now.is_complete && now;
  }, 280_000);
  const original = await hashOf(before.result.link);
  const clips = path.join(folder, 'files', 'jobs', uuid, 'clips');
  const drawn = await readdir(clips);

  const edit = await edited(uuid, 'Change the headline of scene 2 to "Strangers in between"');
  expect(edit).toMatchObject({
    status: 'complete',
    error_message: null,
    result: { modified_scenes: [2], added_scenes: [], removed_scenes: [] },
  });
  const after = await film();
  expect(after.result.scenes[1].title).toBe('Strangers in between');
  expect(after.updated_at > before.updated_at).toBe(true);
  const now = await hashOf(after.result.link);
  expect(now).not.toBe(original);
  expect(await hashOf(edit.result.link)).toBe(now);
  // Clips of what did not change are those that were there: fewer are new than the film has.
  const anew = (await readdir(clips)).filter((name) => !drawn.includes(name));
  expect(anew.length).toBeGreaterThan(0);
  expect(anew.length).toBeLessThanOrEqual(Math.ceil(drawn.length / 2));

  const refused = await edited(uuid, 'Make it better');
  expect(refused).toMatchObject({ status: 'error', is_failed: true, result: null });
  expect(refused.error_message).toMatch(/not understood/);
  expect(await hashOf((await film()).result.link)).toBe(now);

  const second = await edited(uuid, 'Undo');
  expect(second.status).toBe('complete');
  expect(await hashOf((await film()).result.link)).toBe(original);
  await call('POST', `/v1/edits/${second.edit_id}/revert`);
  expect(await hashOf((await film()).result.link)).toBe(now);
  const reverted = await call('POST', `/v1/edits/${edit.edit_id}/revert`);
  expect(reverted).toMatchObject({ status: 'reverted', result: { revert_diff: { modified_scenes: [2] } } });
  expect(await hashOf((await film()).result.link)).toBe(original);
}, 600_000);
