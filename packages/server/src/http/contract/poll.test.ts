/** GET /v1/videos/{uuid}, line by line of the contract. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueKey, revokeKey } from '../../identity/keys.ts';
import { addMember, removeMember } from '../../identity/organizations.ts';
import { type FilmResult, STATUSES } from '../../jobs/film.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';
import { until } from '../../testing/until.ts';

let site: Site;
let user: SiteUser;
beforeAll(async () => {
  // One user makes all the calls of this file.
  site = await openSite({ config: { limits: { videos: 10_000, edits: 10, window_seconds: 60, active: 3 } } });
  user = await site.user();
});
afterAll(() => site.close());

const TASK = 'Explain how HTTPS works in 30 seconds';

async function submitted(key = user.key): Promise<string> {
  const { json } = await site.call('POST', '/v1/videos', { key, body: { videos: [{ task: TASK }] } });
  return json.results[0].uuid;
}

const poll = (uuid: string, key = user.key) => site.call('GET', `/v1/videos/${uuid}`, { key });

function becomes(uuid: string, change: string, values: unknown[] = []) {
  return site.database.query(`update corporate_engine_v2 set ${change} where uuid = $1`, [uuid, ...values]);
}

test('the documented example comes back key by key, to the byte', async () => {
  const example = `{
  "uuid": "550e8400-e29b-41d4-a716-446655440000", "status": "generating_frames", "is_complete": false, "is_failed": false,
  "progress": { "stage": "generating_frames", "percent": 88, "current_scene": 4, "total_scenes": 5 },
  "error_message": null, "task": "Explain how HTTPS works in 30 seconds",
  "created_at": "2026-04-25T12:34:56.789012+00:00", "updated_at": "2026-04-25T12:36:18.123456+00:00" }`;
  const uuid = await submitted();
  await becomes(
    uuid,
    `uuid = '550e8400-e29b-41d4-a716-446655440000', status = 'generating_frames',
     progress = '{"stage":"generating_frames","percent":88,"current_scene":4,"total_scenes":5}',
     created_at = '2026-04-25T14:34:56.789012+02:00', updated_at = '2026-04-25T12:36:18.123456Z'`,
  );
  const { status, text, headers } = await poll('550e8400-e29b-41d4-a716-446655440000');
  expect(status).toBe(200);
  expect(text).toBe(JSON.stringify(JSON.parse(example)));
  expect(headers.get('content-type')).toMatch(/^application\/json/);
});

const result: FilmResult = {
  files: {
    video: 'videos/x/video.mp4',
    vtt: 'videos/x/captions.vtt',
    srt: 'videos/x/captions.srt',
    thumbnail: 'videos/x/thumbnail.png',
    transcript: 'videos/x/transcript.txt',
    report: 'videos/x/report.json',
  },
  duration_seconds: 29.5,
  scenes: [
    { index: 1, title: 'A lock', start: 0, end: 12.25 },
    { index: 2, title: 'A key', start: 12.25, end: 29.5 },
  ],
  planner: 'notes',
  sources: [{ title: 'RFC 8446', url: 'https://www.rfc-editor.org/rfc/rfc8446', licence: null }],
};

test('a complete film tells 100 percent, its last scene, and a result with signed links that answer ranges', async () => {
  const uuid = await submitted();
  for (const key of Object.values(result.files))
    await site.services.storage.put(key, { bytes: Buffer.from('0123456789') });
  await site.services.admission.complete(uuid, result);
  const { json } = await poll(uuid);
  expect(Object.keys(json)).toEqual([
    'uuid',
    'status',
    'is_complete',
    'is_failed',
    'progress',
    'error_message',
    'task',
    'created_at',
    'updated_at',
    'result',
  ]);
  expect(json).toMatchObject({
    uuid,
    status: 'complete',
    is_complete: true,
    is_failed: false,
    progress: { stage: 'complete', percent: 100, current_scene: 2, total_scenes: 2 },
    error_message: null,
  });
  expect(Object.keys(json.result)).toEqual([
    'link',
    'vtt',
    'srt',
    'thumbnail',
    'transcript',
    'duration_seconds',
    'scenes',
    'planner',
    'sources',
  ]);
  const { duration_seconds, scenes, planner, sources } = result;
  expect(json.result).toMatchObject({ duration_seconds, scenes, planner, sources });
  for (const name of ['link', 'vtt', 'srt', 'thumbnail', 'transcript']) {
    const link: string = json.result[name];
    expect(link).toMatch(
      new RegExp(`^${site.url}/files/videos/x/[a-z.0-9]+\\?expires=\\d+&signature=[0-9a-f]{64}$`),
    );
    const range = await fetch(link, { headers: { Range: 'bytes=2-4' } });
    expect(range.status).toBe(206);
    expect(await range.text()).toBe('234');
  }
});

test('statuses are told as they come; parked films show pending and complete files alone say is_complete', async () => {
  const uuid = await submitted();
  for (const status of STATUSES) {
    await becomes(uuid, 'status = $2, result = null', [status]);
    const { json } = await poll(uuid);
    expect(json).toMatchObject({
      status,
      is_complete: status === 'complete',
      is_failed: status === 'failed',
      progress: { stage: status },
    });
    expect(json).not.toHaveProperty('result');
  }
});

test('a film that just came is queued at 2 percent with no scenes known, a parked one pending at 0', async () => {
  const { key } = await site.user();
  const uuids = [];
  for (let film = 0; film < 4; film += 1) uuids.push(await submitted(key));
  expect((await poll(uuids[0]!, key)).json).toMatchObject({
    status: 'queued',
    progress: { stage: 'queued', percent: 2, current_scene: 0, total_scenes: 0 },
    error_message: null,
  });
  expect((await poll(uuids[3]!, key)).json).toMatchObject({
    status: 'pending',
    progress: { stage: 'pending', percent: 0, current_scene: 0, total_scenes: 0 },
  });
});

test('times have six digits and +00:00, also on the full second', async () => {
  const uuid = await submitted();
  const { json } = await poll(uuid);
  for (const time of [json.created_at, json.updated_at])
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
  await becomes(uuid, `created_at = '2026-01-02T03:04:05Z'`);
  expect((await poll(uuid)).json.created_at).toBe('2026-01-02T03:04:05.000000+00:00');
});

test('a failed film says why in one sentence and is not complete', async () => {
  const uuid = await submitted();
  await site.services.admission.fail(uuid, 'No note covers this; add one.');
  expect((await poll(uuid)).json).toMatchObject({
    status: 'failed',
    is_complete: false,
    is_failed: true,
    error_message: 'No note covers this; add one.',
  });
});

test('a uuid is found in capitals too', async () => {
  const uuid = await submitted();
  expect((await poll(uuid.toUpperCase())).json.uuid).toBe(uuid);
});

test.each([
  randomUUID(),
  'nonsense',
  '%00',
  "'; drop table users",
  '..%2f..%2fetc%2fpasswd',
  'a'.repeat(3000),
])('there is no video %s: 404', async (name) => {
  const { status, json } = await poll(name);
  expect(json).toEqual({ detail: expect.stringMatching(/There is no such video/) });
  expect(status).toBe(404);
});

test('another user’s video is a 403', async () => {
  const uuid = await submitted();
  const { status, json } = await poll(uuid, (await site.user()).key);
  expect(json).toEqual({ detail: expect.stringMatching(/belongs to somebody else/) });
  expect(status).toBe(403);
});

test('an organization’s video is read with its key and by its members, and by nobody else', async () => {
  const { org_id, key, owner } = await site.organization();
  const uuid = await submitted(key);
  const member = await site.user();
  await addMember(site.database, { org_id, user_id: member.user_id, role: 'member' });
  expect((await poll(uuid, key)).status).toBe(200);
  expect((await poll(uuid, owner.key)).status).toBe(200);
  expect((await poll(uuid, member.key)).status).toBe(200);
  expect((await poll(uuid, user.key)).status).toBe(403);
  expect((await poll(uuid, (await site.organization()).key)).status).toBe(403);
  await removeMember(site.database, { org_id, user_id: member.user_id, by: 'operator' });
  expect((await poll(uuid, member.key)).status).toBe(403);
});

test('an organization’s key does not read its maker’s own videos', async () => {
  const { key, owner } = await site.organization();
  const uuid = await submitted(owner.key);
  expect((await poll(uuid, key)).status).toBe(403);
});

test('a token reads what its user owns', async () => {
  const uuid = await submitted();
  const get = async (user_id: string) =>
    site.call('GET', `/v1/videos/${uuid}`, { token: await site.token(user_id) });
  expect((await get(user.user_id)).json.uuid).toBe(uuid);
  expect((await get(randomUUID())).status).toBe(403);
});

test('a key that is missing, malformed, unknown or revoked is a 401 at once, in the same words', async () => {
  const uuid = await submitted();
  const { user_id, key } = await site.user();
  await poll(uuid, key);
  const { key: next } = await issueKey(site.database, { user_id, org_id: null });
  const replaced = await poll(uuid, key);
  await revokeKey(site.database, { user_id, org_id: null });
  const answers = [
    replaced,
    await poll(uuid, next),
    await poll(uuid, `kn_${'0'.repeat(64)}`),
    await poll(uuid, user.key.toUpperCase()),
    await poll(uuid, 'kn_'),
    await site.call('GET', `/v1/videos/${uuid}`),
    await site.call('GET', `/v1/videos/${uuid}`, { token: 'a.b.c' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  expect(new Set(answers.map(({ json }) => json.detail)).size).toBe(1);
});

test('an organization’s key ends with its maker’s membership', async () => {
  const { org_id, key, owner } = await site.organization();
  const uuid = await submitted(key);
  const second = await site.user();
  await addMember(site.database, { org_id, user_id: second.user_id, role: 'owner' });
  await removeMember(site.database, { org_id, user_id: owner.user_id, by: 'operator' });
  expect((await poll(uuid, key)).status).toBe(401);
});

test('polls that come together are each answered for their own caller', async () => {
  const users = await Promise.all(Array.from({ length: 8 }, () => site.user()));
  const uuids = await Promise.all(users.map(({ key }) => submitted(key)));
  const calls = users.flatMap(({ key }, who) =>
    uuids.map((uuid, whose) => ({ key, uuid, own: who === whose })),
  );
  const answers = await Promise.all(calls.map(({ uuid, key }) => poll(uuid, key)));
  for (const [index, { uuid, own }] of calls.entries()) {
    expect(answers[index]!.status).toBe(own ? 200 : 403);
    if (own) expect(answers[index]!.json.uuid).toBe(uuid);
  }
});

test('polls go on by themselves after Postgres has thrown out every session', async () => {
  const uuid = await submitted();
  await site.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const statuses: number[] = [];
  await until(async () => {
    const { status } = await poll(uuid);
    statuses.push(status);
    return status === 200;
  }, 20_000);
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
});
