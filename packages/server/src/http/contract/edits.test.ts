/** The three edit calls, as far as this version goes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';

let site: Site;
let user: SiteUser;
beforeAll(async () => {
  site = await openSite();
});
beforeEach(async () => {
  user = await site.user();
});
afterAll(() => site.close());

const edit = (video_uuid: string, more: object = {}, key = user.key) =>
  site.call('POST', '/v1/edits', { key, body: { video_uuid, edit_request: 'Make it blue', ...more } });

async function film(status: string): Promise<string> {
  const body = { videos: [{ task: 'Tides' }] };
  const { json } = await site.call('POST', '/v1/videos', { key: user.key, body });
  const { uuid } = json.results[0];
  await site.database.query('update corporate_engine_v2 set status = $2 where uuid = $1', [uuid, status]);
  return uuid;
}

test('a video that is unknown is a 404, somebody else’s a 403, one under way or failed a 409', async () => {
  expect((await edit(randomUUID())).status).toBe(404);
  const uuid = await film('complete');
  expect((await edit(uuid, {}, (await site.user()).key)).status).toBe(403);
  expect((await edit(await film('lowlevel'))).status).toBe(409);
  expect((await edit(await film('failed'))).status).toBe(409);
});

test('a complete video is answered honestly: edits are not available in this version', async () => {
  const { status, json } = await edit(await film('complete'));
  expect(json).toEqual({ detail: 'Edits are not available in this version; submit a new video instead.' });
  expect(status).toBe(501);
});

test.each([
  [{ edit_request: '' }, /^edit_request: must say what to change/],
  [{ edit_request: 'x'.repeat(5001) }, /^edit_request: must be at most 5000/],
  [{ video_uuid: 'x' }, /^video_uuid: must be the uuid of a video/],
  [{ reference_image_urls: Array(6).fill('https://example.com/a.png') }, /^reference_image_urls: /],
  [{ aspect_ratio: '4:3' }, /^aspect_ratio: must be 16:9 or 9:16/],
])('%j breaks the schema: 400', async (more, detail) => {
  const { status, json } = await edit(randomUUID(), more);
  expect(json.detail).toMatch(detail);
  expect(status).toBe(400);
});

test('a body that is no JSON is a 422', async () => {
  expect((await site.call('POST', '/v1/edits', { key: user.key, body: '{' })).status).toBe(422);
});

test('an edit that is unknown is a 404 in the documented words, read or reverted', async () => {
  const path = `/v1/edits/${randomUUID()}`;
  expect((await site.call('GET', path, { key: user.key })).text).toBe('{"detail":"edit not found"}');
  expect((await site.call('POST', `${path}/revert`, { key: user.key })).status).toBe(404);
});
