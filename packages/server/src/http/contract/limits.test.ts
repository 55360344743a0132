/** The two buckets, their headers, and their windows, with one server and with two. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Called, openSite, type Site } from '../../testing/site.ts';

let site: Site;
let second: Site;
beforeAll(async () => {
  site = await openSite();
  second = await openSite({ beside: site });
});
afterAll(async () => {
  await second.close();
  await site.close();
});

const body = { videos: [{ task: 'Explain how HTTPS works in 30 seconds' }] };
const missing = `/v1/videos/${randomUUID()}`;

function rate({ headers }: Called) {
  const value = (name: string) => Number(headers.get(name) ?? Number.NaN);
  return {
    limit: value('x-ratelimit-limit'),
    remaining: value('x-ratelimit-remaining'),
    reset: value('x-ratelimit-reset'),
  };
}

/** As if the caller's windows had begun so many seconds ago. */
function begunAgo(user_id: string, seconds: number) {
  return site.database.query(
    `update rate_windows set started_at = clock_timestamp() - make_interval(secs => $2) where caller = $1`,
    [`user:${user_id}`, seconds],
  );
}

test('every 2xx tells the limit, what remains, and the seconds left in the window', async () => {
  const { key, user_id } = await site.user();
  const first = await site.call('POST', '/v1/videos', { key, body });
  expect(rate(first)).toEqual({ limit: 30, remaining: 29, reset: 60 });
  await begunAgo(user_id, 20.5);
  const poll = await site.call('GET', `/v1/videos/${first.json.results[0].uuid}`, { key });
  expect(poll.status).toBe(200);
  const { limit, remaining, reset } = rate(poll);
  expect({ limit, remaining }).toEqual({ limit: 30, remaining: 28 });
  expect(reset).toBeGreaterThan(30);
  expect(reset).toBeLessThanOrEqual(40);
});

test('the 31st request of a window is a 429 with the documented sentence, and the next window begins anew', async () => {
  const { key, user_id } = await site.user();
  for (let request = 0; request < 30; request += 1)
    expect((await site.call('GET', missing, { key })).status).toBe(404);
  await begunAgo(user_id, 15);
  const refused = await site.call('GET', missing, { key });
  expect(refused.status).toBe(429);
  const retry = refused.headers.get('retry-after');
  expect(Number(retry)).toBeGreaterThan(0);
  expect(Number(retry)).toBeLessThanOrEqual(45);
  expect(rate(refused)).toEqual({ limit: 30, remaining: 0, reset: Number(retry) });
  expect(refused.text).toBe(`{"detail":"Rate limit exceeded: 30 requests per 60s. Retry in ${retry}s."}`);
  expect((await site.call('POST', '/v1/videos', { key, body })).status).toBe(429);
  await begunAgo(user_id, 60);
  expect(rate(await site.call('POST', '/v1/videos', { key, body }))).toEqual({
    limit: 30,
    remaining: 29,
    reset: 60,
  });
});

test('30 of 60 polls at once pass, spread over two servers', async () => {
  const { key } = await site.user();
  const { json } = await site.call('POST', '/v1/videos', { key, body });
  const path = `/v1/videos/${json.results[0].uuid}`;
  await site.database.query('delete from rate_windows');
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => (index % 2 ? site : second).call('GET', path, { key })),
  );
  const passed = answers.filter(({ status }) => status === 200);
  expect(passed.length).toBe(30);
  expect(answers.filter(({ status }) => status === 429).length).toBe(30);
  // Each was counted for itself: every number from 29 down to 0 was told once.
  expect(passed.map((one) => rate(one).remaining).sort((a, b) => b - a)).toEqual(
    Array.from({ length: 30 }, (_, index) => 29 - index),
  );
});

test('30 of 60 calls at once pass, polls and orders mixed, on two servers', async () => {
  const { key } = await site.user();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      index % 3
        ? (index % 2 ? site : second).call('GET', missing, { key })
        : second.call('POST', '/v1/videos', { key, body }),
    ),
  );
  expect(answers.filter(({ status }) => status !== 429).length).toBe(30);
});

test('the edits bucket holds 10 and is independent of the videos bucket', async () => {
  const { key } = await site.user();
  for (let request = 0; request < 30; request += 1) await site.call('GET', missing, { key });
  const edit = () => site.call('GET', `/v1/edits/${randomUUID()}`, { key });
  const answers = await Promise.all(Array.from({ length: 20 }, edit));
  expect(answers.filter(({ status }) => status === 404).length).toBe(10);
  const refused = answers.find(({ status }) => status === 429)!;
  expect(refused.json.detail).toMatch(/^Rate limit exceeded: 10 requests per 60s\. Retry in \d+s\.$/);
  expect(rate(refused).limit).toBe(10);
});

test('a person and their organization have a bucket each', async () => {
  const { key, owner } = await site.organization();
  expect(rate(await site.call('GET', missing, { key })).remaining).toBe(29);
  expect(rate(await site.call('GET', missing, { key: owner.key })).remaining).toBe(29);
  expect(rate(await site.call('GET', missing, { key })).remaining).toBe(28);
});

test('a token that names an organization counts for the organization', async () => {
  const { org_id, key, owner } = await site.organization();
  await site.call('GET', missing, { key });
  const token = await site.token(owner.user_id);
  const posted = await site.call('POST', '/v1/videos', { token, body: { ...body, org_id } });
  expect(posted.status).toBe(200);
  expect(rate(posted).remaining).toBe(28);
});

test('requests that are refused count too, and calls without identity count for nobody', async () => {
  const { key } = await site.user();
  await site.call('POST', '/v1/videos', { key, body: 'not json' });
  await site.call('POST', '/v1/videos', { key, body: {} });
  expect(rate(await site.call('GET', missing, { key })).remaining).toBe(27);
  const before = await site.database.query('select sum(count) as sum from rate_windows');
  await site.call('GET', missing);
  await site.call('POST', '/v1/videos', { body, key: `kn_${'0'.repeat(64)}` });
  const after = await site.database.query('select sum(count) as sum from rate_windows');
  expect(after.rows).toEqual(before.rows);
});

test('a window that began in the future, as after a clock was set back, locks nobody out', async () => {
  const { key, user_id } = await site.user();
  for (let request = 0; request < 31; request += 1) await site.call('GET', missing, { key });
  await begunAgo(user_id, -3600);
  expect(rate(await site.call('GET', missing, { key }))).toEqual({ limit: 30, remaining: 29, reset: 60 });
});
