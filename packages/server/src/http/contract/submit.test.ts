/** POST /v1/videos, line by line of the contract. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../testing/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const https = { task: 'Explain how HTTPS works in 30 seconds' };

async function post(body: unknown, headers: Record<string, string> = {}) {
  const { key } = await site.user();
  return site.call('POST', '/v1/videos', { key, body, headers });
}

test('an order is answered key by key as documented, queued films first and parked ones with their place', async () => {
  const { key, user_id } = await site.user();
  const { status, json } = await site.call('POST', '/v1/videos', {
    key,
    body: { videos: [https, https, https, https, https] },
  });
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual([
    'status',
    'total',
    'enqueued',
    'parked',
    'errors',
    'user_id',
    'org_id',
    'results',
  ]);
  expect(json).toMatchObject({
    status: 'ok',
    total: 5,
    enqueued: 3,
    parked: 2,
    errors: 0,
    user_id,
    org_id: null,
  });
  for (const [index, result] of json.results.entries()) {
    expect(Object.keys(result)).toEqual([
      'index',
      'uuid',
      'status',
      'queue_position',
      'chat_url',
      'error_message',
    ]);
    expect(result.uuid).toMatch(UUID);
    const parked = index >= 3;
    expect(result).toEqual({
      index,
      uuid: result.uuid,
      status: parked ? 'parked' : 'queued',
      queue_position: parked ? index - 2 : null,
      chat_url: `${site.url}/p/videos/${result.uuid}`,
      error_message: null,
    });
  }
});

test('defaults are filled in: 60 seconds or what the task names, 16:9, explainer', async () => {
  const { json } = await post({ videos: [{ task: 'How do tides work?' }, https] });
  const { rows } = await site.database.query(
    'select brief from corporate_engine_v2 where uuid = any($1) order by seq',
    [json.results.map(({ uuid }: { uuid: string }) => uuid)],
  );
  expect(rows.map(({ brief }) => brief)).toEqual([
    { task: 'How do tides work?', video_duration_seconds: 60, aspect_ratio: '16:9', video_type: 'explainer' },
    { ...https, video_duration_seconds: 30, aspect_ratio: '16:9', video_type: 'explainer' },
  ]);
});

test('every documented field is taken', async () => {
  const brief = {
    task: 'Explain it',
    video_duration_seconds: 90,
    aspect_ratio: '9:16',
    video_type: 'narrative',
    global_style_prompt: 'calm',
    color_palette: { primary: '#fff', secondary: '#0A84FF', tertiary: '#000000', accent: '#abc' },
    voice_description: 'a warm voice',
  };
  const { status, json } = await post({ videos: [brief], email: 'ada@example.com' });
  expect(status).toBe(200);
  const { rows } = await site.database.query('select brief, email from corporate_engine_v2 where uuid = $1', [
    json.results[0].uuid,
  ]);
  expect(rows[0]).toEqual({ brief, email: 'ada@example.com' });
});

const item = (more: object) => ({ videos: [{ task: 'x', ...more }] });
const REFUSED: [string, unknown, RegExp][] = [
  ['no videos', {}, /^videos: must be a list/],
  ['an empty batch', { videos: [] }, /^videos: must hold 1 to 50 items/],
  ['51 items', { videos: Array(51).fill(https) }, /^videos: must hold 1 to 50 items/],
  ['a list that is none', { videos: https }, /^videos: must be a list/],
  ['an item that is no object', { videos: ['x'] }, /^videos\[0\]: must be an object/],
  ['no task', { videos: [{}] }, /^videos\[0\]\.task: is required/],
  ['an empty task', { videos: [{ task: '' }] }, /^videos\[0\]\.task: must say what to explain/],
  ['a blank task', { videos: [{ task: ' \n' }] }, /^videos\[0\]\.task: must say what to explain/],
  [
    'a task of 5001 characters',
    { videos: [{ task: 'x'.repeat(5001) }] },
    /^videos\[0\]\.task: must be at most 5000/,
  ],
  ['a task that is a number', { videos: [{ task: 5 }] }, /^videos\[0\]\.task: must be a string/],
  ['a task with NUL', { videos: [{ task: 'a\0b' }] }, /^videos\[0\]\.task: must not contain NUL/],
  [
    '29 seconds',
    item({ video_duration_seconds: 29 }),
    /^videos\[0\]\.video_duration_seconds: must be from 30 to 300/,
  ],
  [
    '301 seconds',
    item({ video_duration_seconds: 301 }),
    /^videos\[0\]\.video_duration_seconds: must be from 30 to 300/,
  ],
  [
    'seconds as text',
    item({ video_duration_seconds: '60' }),
    /^videos\[0\]\.video_duration_seconds: must be a number/,
  ],
  ['a square film', item({ aspect_ratio: '1:1' }), /^videos\[0\]\.aspect_ratio: must be 16:9 or 9:16/],
  [
    'an unknown type',
    item({ video_type: 'documentary' }),
    /^videos\[0\]\.video_type: must be one of instructional, explainer/,
  ],
  [
    '5001 characters of style',
    item({ global_style_prompt: 'x'.repeat(5001) }),
    /^videos\[0\]\.global_style_prompt: must be at most 5000/,
  ],
  [
    '1001 characters of voice',
    item({ voice_description: 'x'.repeat(1001) }),
    /^videos\[0\]\.voice_description: must be at most 1000/,
  ],
  [
    'a colour by name',
    item({ color_palette: { primary: 'red' } }),
    /^videos\[0\]\.color_palette\.primary: must be a hex colour/,
  ],
  [
    'a colour of four digits',
    item({ color_palette: { accent: '#ffff' } }),
    /^videos\[0\]\.color_palette\.accent: must be a hex colour/,
  ],
  [
    'a fifth colour',
    item({ color_palette: { background: '#fff' } }),
    /^videos\[0\]\.color_palette\.background: is not a known field/,
  ],
  [
    'a palette that is a list',
    item({ color_palette: ['#fff'] }),
    /^videos\[0\]\.color_palette: must be an object/,
  ],
  ['an e-mail without @', { videos: [https], email: 'ada' }, /^email: must be an e-mail address/],
  [
    'an e-mail of 321 characters',
    { videos: [https], email: `${'a'.repeat(309)}@example.com` },
    /^email: must be at most 320/,
  ],
  ['an org_id that is no uuid', { videos: [https], org_id: 'acme' }, /^org_id: must be the uuid/],
  ['a list as body', [https], /^The body must be a JSON object/],
  ['a string as body', '"text"', /^The body must be a JSON object/],
  ['null as body', 'null', /^The body must be a JSON object/],
  ['a number as body', '7', /^The body must be a JSON object/],
];

test.each(REFUSED)('%s is refused with 400 and the path', async (_, body, detail) => {
  const { status, json } = await post(body);
  expect(json).toEqual({ detail: expect.stringMatching(detail) });
  expect(json.detail).toMatch(/[^.]\.$|…"}\]}\.$/);
  expect(status).toBe(400);
});

test('one bad item refuses the whole request, names its place, and queues nothing', async () => {
  const { key, user_id } = await site.user();
  const videos = [https, https, https, { ...https, color_palette: { primary: '#12' } }];
  const { status, json } = await site.call('POST', '/v1/videos', { key, body: { videos } });
  expect(status).toBe(400);
  expect(json.detail).toMatch(/^videos\[3\]\.color_palette\.primary: /);
  const { rows } = await site.database.query('select from corporate_engine_v2 where user_id = $1', [user_id]);
  expect(rows).toEqual([]);
});

const UNREADABLE: [string, string | Uint8Array<ArrayBuffer>][] = [
  ['an empty body', ''],
  ['broken JSON', '{"videos":[{"task":"x"}'],
  ['text after the document', '{"videos":[]} x'],
  ['single quotes', "{'videos':[]}"],
  ['NaN', '{"videos":NaN}'],
  ['form fields', 'videos=x'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['UTF-16', new Uint8Array(Buffer.from('{"videos":[{"task":"x"}]}', 'utf16le'))],
  ['a thousand brackets', `{"videos":${'['.repeat(1000)}${']'.repeat(1000)}}`],
  ['a million brackets', '['.repeat(1_000_000)],
];

test.each(UNREADABLE)('%s is refused with 422', async (_, body) => {
  const { key } = await site.user();
  const response = await fetch(`${site.url}/v1/videos`, {
    method: 'POST',
    headers: { 'X-API-Key': key },
    body,
  });
  expect(await response.json()).toEqual({ detail: expect.stringMatching(/\.$/) });
  expect(response.status).toBe(422);
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=latin1',
  'nonsense',
])('a body is read although its Content-Type is %s', async (type) => {
  const { status } = await post({ videos: [https] }, { 'Content-Type': type });
  expect(status).toBe(200);
});

test('a body over 4 MB is refused with 400, by its length or while it is read', async () => {
  const { key } = await site.user();
  const large = `{"videos":[{"task":"${'x'.repeat(4 * 1024 * 1024)}"}]}`;
  const byLength = await site.call('POST', '/v1/videos', { key, body: large });
  expect(byLength.status).toBe(400);
  expect(byLength.json.detail).toMatch(/larger than 4 MB/);
  const stream = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 5; part += 1) controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
      controller.close();
    },
  });
  const chunked = await fetch(`${site.url}/v1/videos`, {
    method: 'POST',
    headers: { 'X-API-Key': key },
    body: stream,
    duplex: 'half',
  } as RequestInit);
  expect(chunked.status).toBe(400);
  expect(((await chunked.json()) as { detail: string }).detail).toMatch(/larger than 4 MB/);
});

test('fields of other names are left alone at the top and in items, and null counts as left out', async () => {
  const { status } = await post({
    videos: [{ ...https, scene_count: 4, color_palette: null, voice_description: null, aspect_ratio: null }],
    webhook: 'https://example.com',
    email: null,
    org_id: null,
  });
  expect(status).toBe(200);
});

test('characters are counted as people do, and 5000 emoji fit', async () => {
  expect((await post({ videos: [{ task: '🦊'.repeat(5000) }] })).status).toBe(200);
  expect((await post({ videos: [{ task: '🦊'.repeat(5001) }] })).status).toBe(400);
  expect((await post({ videos: [{ task: '\ud83e' }] })).status).toBe(400);
});

test('50 items are taken: 3 queued, 47 parked from place 1 to 47', async () => {
  const { json } = await post({ videos: Array(50).fill(https) });
  expect(json).toMatchObject({ total: 50, enqueued: 3, parked: 47, errors: 0 });
  const places = json.results.map((one: { queue_position: number | null }) => one.queue_position);
  expect(places).toEqual([null, null, null, ...Array.from({ length: 47 }, (_, index) => index + 1)]);
});

test('items that credits do not cover come back as errors beside those that were queued', async () => {
  const paid = await openSite({ config: { credits: { enabled: true, per_second: 1 } }, beside: site });
  try {
    const { key, user_id } = await site.user();
    await site.database.query(`insert into ledger (caller, kind, amount) values ($1, 'grant', 70)`, [
      `user:${user_id}`,
    ]);
    const { status, json } = await paid.call('POST', '/v1/videos', {
      key,
      body: { videos: [https, { task: 'Tides', video_duration_seconds: 60 }] },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'ok', total: 2, enqueued: 1, parked: 0, errors: 1 });
    expect(json.results[1]).toEqual({
      index: 1,
      uuid: null,
      status: 'error',
      queue_position: null,
      chat_url: null,
      error_message: expect.stringMatching(/^INSUFFICIENT_CREDITS: /),
    });
  } finally {
    await paid.close();
  }
});

test('the same Idempotency-Key with the same body gets the same answer to the byte, and makes nothing', async () => {
  const { key, user_id } = await site.user();
  const headers = { 'Idempotency-Key': 'order 66/é'.replace('é', 'e') };
  const body = { videos: [https, https] };
  const first = await site.call('POST', '/v1/videos', { key, body, headers });
  const again = await site.call('POST', '/v1/videos', { key, body: { ...body, extra: 1 }, headers });
  expect(again.status).toBe(200);
  expect(again.text).toBe(first.text);
  const { rows } = await site.database.query('select from corporate_engine_v2 where user_id = $1', [user_id]);
  expect(rows.length).toBe(2);
});

test('the same Idempotency-Key at the same time makes one order', async () => {
  const { key, user_id } = await site.user();
  const options = { key, body: { videos: [https] }, headers: { 'Idempotency-Key': 'once' } };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => site.call('POST', '/v1/videos', options)),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const { rows } = await site.database.query('select from corporate_engine_v2 where user_id = $1', [user_id]);
  expect(rows.length).toBe(1);
});

test('the same Idempotency-Key with another body is a 409, and another caller’s key is their own', async () => {
  const { key } = await site.user();
  const headers = { 'Idempotency-Key': 'k' };
  await site.call('POST', '/v1/videos', { key, body: { videos: [https] }, headers });
  const other = await site.call('POST', '/v1/videos', { key, body: { videos: [https, https] }, headers });
  expect(other.status).toBe(409);
  expect(other.json.detail).toMatch(/Idempotency-Key/);
  expect((await post({ videos: [https] }, headers)).status).toBe(200);
});

test('an Idempotency-Key holds for 24 hours', async () => {
  const { key, user_id } = await site.user();
  const options = { key, body: { videos: [https] }, headers: { 'Idempotency-Key': 'daily' } };
  const first = await site.call('POST', '/v1/videos', options);
  const age = (hours: number) =>
    site.database.query(
      `update idempotent_answers set created_at = clock_timestamp() - make_interval(hours => $2) where caller = $1`,
      [`user:${user_id}`, hours],
    );
  await age(23);
  expect((await site.call('POST', '/v1/videos', options)).text).toBe(first.text);
  await age(25);
  expect((await site.call('POST', '/v1/videos', options)).text).not.toBe(first.text);
});

test.each(['', 'x'.repeat(256), 'tab\there'])('the Idempotency-Key %j is refused with 400', async (key) => {
  const { status, json } = await post({ videos: [https] }, { 'Idempotency-Key': key });
  expect(json.detail).toMatch(/Idempotency-Key must be 1 to 255/);
  expect(status).toBe(400);
});
