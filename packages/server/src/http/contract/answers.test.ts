/** What all answers share: one form of refusal, nothing told of the inside, a request id, headers for browsers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fault } from '../../errors.ts';
import { openSite, type Site } from '../../testing/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test.each(['/v1', '/v1/', '/v1/video', '/v2/videos', '/favicon.ico', '/v1/videos/a/b', '/%00', '/org/x'])(
  'there is nothing at %s: 404',
  async (path) => {
    const { status, json } = await site.call('GET', path);
    expect(json).toEqual({ detail: expect.stringMatching(/nothing at this path/) });
    expect(status).toBe(404);
  },
);

test.each([
  ['GET', '/v1/videos', 'POST'],
  ['PUT', '/v1/videos/550e8400-e29b-41d4-a716-446655440000', 'GET, HEAD'],
  ['DELETE', '/v1/edits', 'POST'],
  ['PATCH', '/reference', 'GET, HEAD'],
])('%s %s is a 405 that tells what is allowed', async (method, path, allow) => {
  const { status, json, headers } = await site.call(method, path);
  expect(json).toEqual({ detail: `This path does not answer ${method}; use ${allow}.` });
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe(allow);
});

test('what nobody foresaw is a 500 that tells nothing but its id, which the log has with the cause', async () => {
  const broken = await openSite({ beside: site });
  try {
    broken.services.admission.submit = () => {
      throw new Error('select secret from users at /home/x/y.ts');
    };
    const { key } = await site.user();
    const { status, json, headers } = await broken.call('POST', '/v1/videos', {
      key,
      body: { videos: [{ task: 'Tides' }] },
    });
    expect(status).toBe(500);
    const id = headers.get('x-request-id');
    expect(json).toEqual({
      detail: `Something went wrong on our side; try again, and if it stays, report the request id ${id}.`,
    });
    const logged = broken.logs.map((line) => JSON.parse(line)).find(({ request_id }) => request_id === id);
    expect(logged.err.message).toContain('select secret');
  } finally {
    await broken.close();
  }
});

test('a database that is away is a 503 that says to try again', async () => {
  const away = await openSite({ beside: site });
  const { key } = await site.user();
  away.services.identity.authenticate = async () => {
    throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  };
  try {
    const { status, json, headers } = await away.call('POST', '/v1/videos', { key, body: {} });
    expect(status).toBe(503);
    expect(json.detail).toMatch(/^The database cannot be reached just now/);
    expect(headers.get('retry-after')).toBe('2');
  } finally {
    await away.close();
  }
});

test('a fault is told with its status, sentence and headers', async () => {
  const site_ = await openSite({ beside: site });
  site_.services.identity.authenticate = async () => {
    throw new Fault('conflict', 'Not now; later.', { headers: { 'Retry-After': '7' } });
  };
  try {
    const { status, text, headers } = await site_.call('POST', '/v1/videos', { body: {} });
    expect({ status, text, retry: headers.get('retry-after') }).toEqual({
      status: 409,
      text: '{"detail":"Not now; later."}',
      retry: '7',
    });
  } finally {
    await site_.close();
  }
});

test('every answer names its request, by the caller’s name when that is harmless', async () => {
  const id = async (sent: string) =>
    (await site.call('GET', '/nothing', { headers: { 'X-Request-Id': sent } })).headers.get('x-request-id');
  expect(await id('my-request.1')).toBe('my-request.1');
  expect(await id('<script>')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await id('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
});

test('answers are kept by nobody, sniffed by nobody and framed by nobody', async () => {
  const { key } = await site.user();
  const answers = [
    await site.call('POST', '/v1/videos', { key, body: { videos: [{ task: 'Tides' }] } }),
    await site.call('GET', '/v1/videos/x', { key }),
    await site.call('GET', '/nothing'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
  }
});

test('pages of any site may call with a key, and read the limits', async () => {
  const asked = await site.call('OPTIONS', '/v1/videos', {
    headers: { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-origin')).toBe('*');
  expect(asked.headers.get('access-control-allow-headers')).toContain('X-API-Key');
  const { key } = await site.user();
  const { headers } = await site.call('GET', '/v1/videos/x', {
    key,
    headers: { Origin: 'https://app.example' },
  });
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-expose-headers')).toContain('X-RateLimit-Reset');
  expect(headers.get('access-control-allow-credentials')).toBeNull();
});
