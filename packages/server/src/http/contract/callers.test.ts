/** Who is calling: keys, organizations, tokens, and what each may do. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, removeMember } from '../../identity/organizations.ts';
import { openSite, type Site } from '../../testing/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const body = { videos: [{ task: 'Explain how HTTPS works in 30 seconds' }] };
const post = (options: object) => site.call('POST', '/v1/videos', { body, ...options });

test('a personal key acts as its user, an organization’s key as the organization', async () => {
  const { org_id, key, owner } = await site.organization();
  expect((await post({ key: owner.key })).json).toMatchObject({ user_id: owner.user_id, org_id: null });
  expect((await post({ key })).json).toMatchObject({ user_id: owner.user_id, org_id });
});

test('with an organization’s key org_id is that organization or absent, else 400 and nothing queued', async () => {
  const { org_id, key } = await site.organization();
  const other = await site.organization();
  expect((await post({ key, body: { ...body, org_id } })).status).toBe(200);
  expect((await post({ key, body: { ...body, org_id: org_id.toUpperCase() } })).status).toBe(200);
  const refused = await post({ key, body: { ...body, org_id: other.org_id } });
  expect(refused.status).toBe(400);
  expect(refused.json.detail).toMatch(/^org_id: must be the organization of this key/);
  const { rows } = await site.database.query('select from corporate_engine_v2 where org_id = $1', [
    other.org_id,
  ]);
  expect(rows).toEqual([]);
});

test('with a token org_id is checked against active membership, else 403', async () => {
  const { org_id } = await site.organization();
  const member = await site.user();
  const token = await site.token(member.user_id);
  const named = { token, body: { ...body, org_id } };
  expect((await post({ token })).json).toMatchObject({ user_id: member.user_id, org_id: null });
  expect((await post(named)).status).toBe(403);
  await addMember(site.database, { org_id, user_id: member.user_id, role: 'member' });
  expect((await post(named)).json).toMatchObject({ user_id: member.user_id, org_id });
  await removeMember(site.database, { org_id, user_id: member.user_id, by: 'operator' });
  expect((await post(named)).status).toBe(403);
  expect((await post({ token, body: { ...body, org_id: randomUUID() } })).status).toBe(403);
});

test('a personal key may name an organization its user is in', async () => {
  const { org_id, owner } = await site.organization();
  expect((await post({ key: owner.key, body: { ...body, org_id } })).json).toMatchObject({ org_id });
  const stranger = await site.user();
  expect((await post({ key: stranger.key, body: { ...body, org_id } })).status).toBe(403);
});

test('three are active for each pool, and personal and organization pools are separate', async () => {
  const { key, owner } = await site.organization();
  const four = { videos: Array(4).fill(body.videos[0]) };
  expect((await post({ key: owner.key, body: four })).json).toMatchObject({ enqueued: 3, parked: 1 });
  expect((await post({ key, body: four })).json).toMatchObject({ enqueued: 3, parked: 1 });
});

test.each([
  ['no header', {}],
  ['an empty key', { headers: { 'X-API-Key': '' } }],
  ['a key without kn_', { key: '0'.repeat(67) }],
  ['a key of 66 characters', { key: `kn_${'0'.repeat(63)}` }],
  ['a key nobody has', { key: `kn_${'0'.repeat(64)}` }],
  ['a key as bearer', { token: `kn_${'0'.repeat(64)}` }],
  ['a token that is none', { token: 'a.b.c' }],
  ['basic authentication', { headers: { Authorization: 'Basic YTpi' } }],
  ['a cookie that is none', { headers: { Cookie: 'better-auth.session_token=x.y' } }],
])('%s is a 401 with one sentence', async (_, options) => {
  for (const [method, path] of [
    ['POST', '/v1/videos'],
    ['GET', `/v1/videos/${randomUUID()}`],
    ['POST', '/v1/edits'],
    ['GET', `/v1/edits/${randomUUID()}`],
    ['POST', `/v1/edits/${randomUUID()}/revert`],
  ] as const) {
    const { status, json } = await site.call(method, path, options);
    expect(json).toEqual({ detail: expect.stringMatching(/X-API-Key/) });
    expect(status).toBe(401);
  }
});

test('a key decides over a token that is sent along', async () => {
  const user = await site.user();
  const token = await site.token(user.user_id);
  expect((await post({ token, key: `kn_${'0'.repeat(64)}` })).status).toBe(401);
});

test('a key makes the five calls and nothing else: 403', async () => {
  const { key } = await site.user();
  const uuid = (await post({ key })).json.results[0].uuid;
  for (const [method, path] of [
    ['GET', '/api/videos'],
    ['POST', `/api/videos/${uuid}/cancel`],
    ['GET', '/p/dashboard'],
    ['GET', `/p/videos/${uuid}`],
  ] as const) {
    const { status, json } = await site.call(method, path, { key });
    expect(json).toEqual({ detail: expect.stringMatching(/key/) });
    expect(status).toBe(403);
  }
});
