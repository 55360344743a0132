/** What signed-in people do with their films: the list, and cancelling. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../testing/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function submit(key: string, films: number): Promise<string[]> {
  const body = { videos: Array.from({ length: films }, (_, film) => ({ task: `Tides ${film}` })) };
  const { json } = await site.call('POST', '/v1/videos', { key, body });
  return json.results.map(({ uuid }: { uuid: string }) => uuid);
}

test('videos are listed newest first, page by page, each once', async () => {
  const { user_id, key } = await site.user();
  await submit((await site.user()).key, 2);
  const uuids = await submit(key, 5);
  const token = await site.token(user_id);
  const listed: string[] = [];
  for (let path: string | null = '/api/videos?limit=2'; path; ) {
    const { status, json } = await site.call('GET', path, { token });
    expect(status).toBe(200);
    expect(json.videos.length).toBeLessThanOrEqual(2);
    listed.push(...json.videos.map(({ uuid }: { uuid: string }) => uuid));
    path = json.next === null ? null : `/api/videos?limit=2&before=${json.next}`;
  }
  expect(listed).toEqual(uuids.toReversed());
});

test('an organization’s videos are listed for its members only', async () => {
  const { org_id, key, owner } = await site.organization();
  const uuids = await submit(key, 2);
  const list = async (user_id: string) =>
    site.call('GET', `/api/videos?org_id=${org_id}`, { token: await site.token(user_id) });
  const { json } = await list(owner.user_id);
  expect(json.videos.map(({ uuid }: { uuid: string }) => uuid)).toEqual(uuids.toReversed());
  expect((await list((await site.user()).user_id)).status).toBe(403);
  const own = await site.call('GET', '/api/videos', { token: await site.token(owner.user_id) });
  expect(own.json.videos).toEqual([]);
});

test.each([
  'limit=0',
  'limit=101',
  'limit=x',
  'before=-1',
  'before=1.5',
  'org_id=acme',
  'before=99999999999999999999',
])('the query %s is a 400', async (query) => {
  const { user_id } = await site.user();
  const { status, json } = await site.call('GET', `/api/videos?${query}`, {
    token: await site.token(user_id),
  });
  expect(json.detail).toMatch(new RegExp(`^${query.split('=')[0]}: `));
  expect(status).toBe(400);
});

test('cancelling ends a video as failed and gives its place to the next in line', async () => {
  const { user_id, key } = await site.user();
  const uuids = await submit(key, 4);
  const token = await site.token(user_id);
  const { status, json } = await site.call('POST', `/api/videos/${uuids[0]}/cancel`, { token });
  expect(status).toBe(200);
  expect(json).toMatchObject({ uuid: uuids[0], status: 'failed', is_failed: true });
  expect(json.error_message).toMatch(/^Cancelled/);
  const next = await site.call('GET', `/v1/videos/${uuids[3]}`, { key });
  expect(next.json.status).toBe('queued');
  expect((await site.call('POST', `/api/videos/${uuids[0]}/cancel`, { token })).status).toBe(409);
});

test('another’s video is not cancelled: 403, and an unknown one is a 404', async () => {
  const [uuid] = await submit((await site.user()).key, 1);
  const token = await site.token((await site.user()).user_id);
  expect((await site.call('POST', `/api/videos/${uuid}/cancel`, { token })).status).toBe(403);
  expect((await site.call('POST', `/api/videos/${randomUUID()}/cancel`, { token })).status).toBe(404);
  expect((await site.call('POST', '/api/videos/x/cancel', { token })).status).toBe(404);
});

test('without a session or token there is nothing: 401', async () => {
  expect((await site.call('GET', '/api/videos')).status).toBe(401);
  expect((await site.call('POST', `/api/videos/${randomUUID()}/cancel`)).status).toBe(401);
});
