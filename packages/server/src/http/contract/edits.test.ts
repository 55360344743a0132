/** POST /v1/edits and GET /v1/edits/{id}, line by line of the contract. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { issueKey } from '../../identity/keys.ts';
import { applyEdit, CHANGES, filmIn } from '../../testing/edited.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';

let site: Site;
let user: SiteUser;
let uuid: string;
beforeAll(async () => {
  site = await openSite();
});
beforeEach(async () => {
  user = await site.user();
  uuid = await filmIn(site, user.key);
});
afterAll(() => site.close());

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/;
const edit = (more: object = {}, key = user.key, headers: Record<string, string> = {}) =>
  site.call('POST', '/v1/edits', {
    key,
    headers,
    body: { video_uuid: uuid, edit_request: 'Make scene 2 blue', ...more },
  });
const read = (id: string, key = user.key) => site.call('GET', `/v1/edits/${id}`, { key });
const editsOf = async (video: string) =>
  (await site.database.query('select id from edits where video = $1 order by seq', [video])).rows;

test('an edit is answered at once with its id, processing, and put on the workers’ queue', async () => {
  const { status, json, headers } = await edit();
  expect(status).toBe(200);
  expect(json).toEqual({
    edit_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    video_uuid: uuid,
    status: 'processing',
    created_at: expect.stringMatching(ISO),
  });
  expect(headers.get('x-ratelimit-limit')).toBe('10');
  expect(headers.get('x-ratelimit-remaining')).toBe('9');
  const { rows } = await site.database.query(
    'select name, queue_name from dbos.workflow_status where workflow_uuid = $1',
    [json.edit_id],
  );
  expect(rows).toEqual([{ name: 'edit', queue_name: 'edits' }]);
});

test('the second edit of a video is queued, begins when the first has ended, and those of other videos do not wait', async () => {
  const first = (await edit()).json;
  const second = (await edit()).json;
  const third = (await edit()).json;
  expect([first.status, second.status, third.status]).toEqual(['processing', 'queued', 'queued']);
  const other = await filmIn(site, user.key);
  expect((await edit({ video_uuid: other })).json.status).toBe('processing');
  await applyEdit(site, uuid, first.edit_id);
  expect((await read(second.edit_id)).json.status).toBe('processing');
  expect((await read(third.edit_id)).json.status).toBe('queued');
  await site.services.editing.fail(second.edit_id, 'No.');
  expect((await read(third.edit_id)).json.status).toBe('processing');
});

test('edits that come together are made one at a time, each once', async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => edit()));
  expect(taken.map(({ json }) => json.status).sort()).toEqual(['processing', ...Array(7).fill('queued')]);
  expect(await editsOf(uuid)).toHaveLength(8);
});

test('an edit under way tells its stage and percent, and no result', async () => {
  const { edit_id } = (await edit()).json;
  const { status, json, headers } = await read(edit_id);
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual([
    'edit_id',
    'video_uuid',
    'status',
    'is_complete',
    'is_failed',
    'progress',
    'result',
    'error_message',
    'created_at',
    'updated_at',
  ]);
  expect(json).toMatchObject({
    edit_id,
    video_uuid: uuid,
    status: 'processing',
    is_complete: false,
    is_failed: false,
    progress: { stage: 'planning', percent: 2 },
    result: null,
    error_message: null,
  });
  expect(json.created_at).toMatch(ISO);
  expect(json.updated_at).toMatch(ISO);
  expect(headers.get('x-ratelimit-remaining')).toBe('8');
});

test('a complete edit has links to the edited film and tells which scenes changed', async () => {
  const { edit_id } = (await edit()).json;
  await applyEdit(site, uuid, edit_id);
  const { json } = await read(edit_id);
  expect(json).toMatchObject({ status: 'complete', is_complete: true, is_failed: false });
  expect(json.progress).toEqual({ stage: 'complete', percent: 100 });
  expect(Object.keys(json.result)).toEqual([
    'link',
    'vtt',
    'modified_scenes',
    'added_scenes',
    'removed_scenes',
  ]);
  expect(json.result).toMatchObject(CHANGES);
  const film = (await site.call('GET', `/v1/videos/${uuid}`, { key: user.key })).json;
  for (const name of ['link', 'vtt'])
    expect(await (await fetch(json.result[name])).text()).toBe(await (await fetch(film.result[name])).text());
});

test('an edit that ended as error says why, and the video is as it was', async () => {
  const before = (await site.call('GET', `/v1/videos/${uuid}`, { key: user.key })).json;
  const { edit_id } = (await edit()).json;
  await site.services.editing.fail(edit_id, 'Say which scene is meant.');
  expect((await read(edit_id)).json).toMatchObject({
    status: 'error',
    is_complete: false,
    is_failed: true,
    result: null,
    error_message: 'Say which scene is meant.',
  });
  const after = (await site.call('GET', `/v1/videos/${uuid}`, { key: user.key })).json;
  expect(after.updated_at).toBe(before.updated_at);
});

test('an applied edit updates the video’s row and keeps the version before it in planner_history', async () => {
  const { edit_id } = (await edit()).json;
  await applyEdit(site, uuid, edit_id);
  const { rows } = await site.database.query(
    `select planner ->> 'title' as title, planner_history, result ->> 'version' as version
     from corporate_engine_v2 where uuid = $1`,
    [uuid],
  );
  expect(rows[0]).toMatchObject({
    title: `after ${edit_id}`,
    version: edit_id,
    planner_history: [
      {
        edit_id,
        planner: { title: 'original' },
        result: { files: { video: `videos/${uuid}/video.mp4` } },
      },
    ],
  });
});

test('the same Idempotency-Key returns the original response and makes no second edit', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const first = await edit({}, user.key, headers);
  await applyEdit(site, uuid, first.json.edit_id);
  const again = await edit({}, user.key, headers);
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect(await editsOf(uuid)).toHaveLength(1);
  // Once the day is over, the key is a new one.
  await site.database.query(
    `update idempotent_answers set created_at = created_at - interval '24 hours 1 second' where key = $1`,
    [headers['Idempotency-Key']],
  );
  expect((await edit({}, user.key, headers)).json.edit_id).not.toBe(first.json.edit_id);
});

test('the same Idempotency-Key sent many times at once makes one edit', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const taken = await Promise.all(Array.from({ length: 6 }, () => edit({}, user.key, headers)));
  expect(new Set(taken.map(({ text }) => text)).size).toBe(1);
  expect(await editsOf(uuid)).toHaveLength(1);
});

test('the same Idempotency-Key with another body is a 409; another caller’s key is another key', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  expect((await edit({}, user.key, headers)).status).toBe(200);
  const { status, json } = await edit({ edit_request: 'Make it red' }, user.key, headers);
  expect(status).toBe(409);
  expect(json.detail).toMatch(/Idempotency-Key was used with another body/);
  const stranger = await site.user();
  const theirs = await filmIn(site, stranger.key);
  expect((await edit({ video_uuid: theirs }, stranger.key, headers)).status).toBe(200);
  expect((await edit({}, user.key, { 'Idempotency-Key': 'x'.repeat(256) })).status).toBe(400);
});

test('a video that is unknown is a 404, somebody else’s a 403, one under way or failed a 409', async () => {
  expect((await edit({ video_uuid: randomUUID() })).status).toBe(404);
  expect((await edit({}, (await site.user()).key)).status).toBe(403);
  const building = await edit({ video_uuid: await filmIn(site, user.key, 'lowlevel') });
  expect([building.status, building.json.detail]).toEqual([
    409,
    'This video is still being built; edit it once it is complete.',
  ]);
  const failed = await edit({ video_uuid: await filmIn(site, user.key, 'failed') });
  expect([failed.status, failed.json.detail]).toEqual([
    409,
    'This video failed and cannot be edited; submit it again.',
  ]);
});

test.each([
  [{ edit_request: '' }, /^edit_request: must say what to change/],
  [{ edit_request: '  \n ' }, /^edit_request: must say what to change/],
  [{ edit_request: 'x'.repeat(5001) }, /^edit_request: must be at most 5000/],
  [{ edit_request: 'Make it\0 red' }, /^edit_request: must not contain NUL/],
  [{ reference_image_urls: ['https://example.com/\0'] }, /^reference_image_urls\[0\]: must not contain NUL/],
  [{ edit_request: undefined }, /^edit_request: is required/],
  [{ video_uuid: 'x' }, /^video_uuid: must be the uuid of a video/],
  [{ reference_image_urls: Array(6).fill('https://example.com/a.png') }, /^reference_image_urls: /],
  [{ reference_image_urls: ['not a url'] }, /^reference_image_urls\[0\]: must be a URL/],
  [
    { reference_image_urls: [`https://example.com/${'a'.repeat(2048)}`] },
    /^reference_image_urls\[0\]: must be at most/,
  ],
  [{ reference_image_urls: 'https://example.com/a.png' }, /^reference_image_urls: must be a list/],
  [{ aspect_ratio: '4:3' }, /^aspect_ratio: must be 16:9 or 9:16/],
])('%j breaks the schema: 400', async (more, detail) => {
  const { status, json } = await edit(more);
  expect(json.detail).toMatch(detail);
  expect(status).toBe(400);
});

test('nulls are as good as absent fields, and the longest request is taken', async () => {
  expect((await edit({ reference_image_urls: null, aspect_ratio: null })).status).toBe(200);
  expect((await edit({ edit_request: 'x'.repeat(5000), aspect_ratio: '9:16' })).status).toBe(200);
});

test('a body that is no JSON is a 422, a call without a key a 401', async () => {
  expect((await site.call('POST', '/v1/edits', { key: user.key, body: '{' })).status).toBe(422);
  expect((await site.call('POST', '/v1/edits', { body: {} })).status).toBe(401);
  expect((await site.call('GET', `/v1/edits/${randomUUID()}`)).status).toBe(401);
});

test('an edit that is unknown is a 404 in the documented words, read or reverted', async () => {
  for (const id of [randomUUID(), 'x']) {
    expect((await read(id)).text).toBe('{"detail":"edit not found"}');
    const reverted = await site.call('POST', `/v1/edits/${id}/revert`, { key: user.key });
    expect([reverted.status, reverted.text]).toEqual([404, '{"detail":"edit not found"}']);
  }
});

test('only the submitter reads a personal edit; of an organization’s edit, its keys and active members', async () => {
  const { edit_id } = (await edit()).json;
  const stranger = await site.user();
  const refused = await read(edit_id, stranger.key);
  expect([refused.status, refused.text]).toEqual([403, '{"detail":"API key does not own this edit"}']);

  const { org_id, key, owner } = await site.organization();
  const theirs = await filmIn(site, key);
  const { json } = await edit({ video_uuid: theirs }, key);
  expect((await read(json.edit_id, key)).status).toBe(200);
  expect((await read(json.edit_id, owner.key)).status).toBe(200);
  expect((await read(json.edit_id, stranger.key)).status).toBe(403);
  // The organization's key acts as the organization, and not as whoever made it.
  const personal = await filmIn(site, owner.key);
  const own = (await edit({ video_uuid: personal }, owner.key)).json;
  expect((await read(own.edit_id, key)).status).toBe(403);
  // A member sees it while they are one.
  await site.database.query(
    `insert into members (organization_id, user_id, role) values ($1, $2, 'member')`,
    [org_id, stranger.user_id],
  );
  expect((await read(json.edit_id, stranger.key)).status).toBe(200);
  await site.database.query('delete from members where user_id = $1', [stranger.user_id]);
  expect((await read(json.edit_id, stranger.key)).status).toBe(403);
});

test('the three calls share a window of ten, apart from that of videos', async () => {
  const { edit_id } = (await edit()).json;
  for (let call = 2; call <= 9; call += 1) expect((await read(edit_id)).status).toBe(200);
  expect((await site.call('POST', `/v1/edits/${edit_id}/revert`, { key: user.key })).status).toBe(409);
  const { status, json, headers } = await read(edit_id);
  expect(status).toBe(429);
  expect(json.detail).toMatch(/^Rate limit exceeded: 10 requests per 60s\. Retry in \d+s\.$/);
  expect(headers.get('retry-after')).toMatch(/^\d+$/);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect((await site.call('GET', `/v1/videos/${uuid}`, { key: user.key })).status).toBe(200);
});

test('a token edits as its user, and a revoked key not at all', async () => {
  const token = await site.token(user.user_id);
  const body = { video_uuid: uuid, edit_request: 'Make it blue' };
  expect((await site.call('POST', '/v1/edits', { token, body })).status).toBe(200);
  const revoked = user.key;
  await issueKey(site.database, { user_id: user.user_id, org_id: null });
  expect((await edit({}, revoked)).status).toBe(401);
});
