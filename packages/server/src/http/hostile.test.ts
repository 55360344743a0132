/** Input from people who mean harm: always a documented code and one sentence, nothing told, nothing broken. */
import net from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type SiteUser } from '../testing/site.ts';
import { until } from '../testing/until.ts';
import { LARGEST_BODY } from './body.ts';

let site: Site;
let user: SiteUser;
beforeAll(async () => {
  const limits = { videos: 1_000_000, edits: 1_000_000, window_seconds: 60, active: 3 };
  site = await openSite({ config: { limits, log_level: 'error' } });
  user = await site.user();
});
afterEach(async () => {
  // Alive, unharmed, and without a fault of its own.
  expect((await site.call('GET', '/openapi.json')).status).toBe(200);
  expect(site.logs.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
afterAll(() => site.close());

/** Paths, stacks, SQL and the names of what we are made of. */
const LEAKS =
  /node_modules|packages\/|\/work|\.ts\b|\bat [\w.]+ \(|\bselect\b|\binsert\b|postgres|\bpg_|zod|hono|undefined|\[object/i;

function expectRefusal(status: number, text: string, codes: number[]): void {
  expect(codes).toContain(status);
  const json = JSON.parse(text);
  expect(Object.keys(json)).toEqual(['detail']);
  expect(json.detail.length).toBeGreaterThan(10);
  expect(json.detail.length).toBeLessThan(300);
  expect(json.detail).not.toMatch(LEAKS);
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('', '\0', '\ud800', '🦊'.repeat(6000), 'x'.repeat(5001), -0, 1e308, 2 ** 53, [], {}, null),
  fc.constantFrom('#fff', '#ffff', '16:9', 'explainer', 30, 300, 300.5, 'a@b.co', "'; drop table users; --"),
);
const fields = [
  'task',
  'video_duration_seconds',
  'aspect_ratio',
  'video_type',
  'global_style_prompt',
  'color_palette',
  'voice_description',
  '__proto__',
  'constructor',
  'toString',
];
const record = (names: string[], values: fc.Arbitrary<unknown>) =>
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })), values), {
      maxLength: 5,
    })
    // As text, so that a name may come twice and __proto__ is a name like others.
    .map((pairs) => `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`);
const text = odd.map((value) => JSON.stringify(value));
const palette = record(['primary', 'secondary', 'accent', '__proto__'], text);
const item = fc.oneof(
  { weight: 5, arbitrary: record(fields, fc.oneof(text, palette)) },
  { weight: 2, arbitrary: palette.map((colours) => `{"task":"Tides","color_palette":${colours}}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...fields), text)
      .map(([name, value]) => `{"task":"Tides",${JSON.stringify(name)}:${value}}`),
  },
  { weight: 1, arbitrary: text },
);
const order = fc.oneof(
  fc.array(item, { maxLength: 3 }).map((items) => `{"videos":[${items.join()}]}`),
  fc
    .tuple(item, text, text)
    .map((parts) => `{"videos":[${parts[0]}],"email":${parts[1]},"org_id":${parts[2]}}`),
);
const body: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  { weight: 6, arbitrary: order },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.tuple(order, fc.nat(200)).map(([whole, end]) => whole.slice(0, end)) },
  {
    weight: 1,
    arbitrary: fc.tuple(order, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([whole, place, byte]) => {
      const bytes = new Uint8Array(Buffer.from(whole));
      bytes[place % bytes.length] = byte;
      return bytes;
    }),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => new Uint8Array(bytes)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 64 }) },
  {
    weight: 1,
    arbitrary: fc.nat(3000).map((depth) => `{"videos":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  },
);

/** Films that were taken in while bodies were thrown at the server. */
let taken = 0;
async function expectSane(given: string | Uint8Array<ArrayBuffer>, answered: Response): Promise<void> {
  const said = await answered.text();
  if (answered.status !== 200) {
    expectRefusal(answered.status, said, [400, 403, 422]);
    return;
  }
  const json = JSON.parse(said);
  expect(json.total, String(given)).toBe(json.results.length);
  taken += json.enqueued + json.parked;
}

async function expectOrderly(): Promise<void> {
  const { rows } = await site.database.query<{
    films: number;
    active: number;
    parked: number;
    counted: number;
  }>(
    `select count(*) as films, count(*) filter (where status = 'queued') as active,
       count(*) filter (where status = 'pending') as parked,
       (select coalesce(sum(parked), 0)::int from callers) as counted from corporate_engine_v2`,
  );
  const { films, active, parked, counted } = rows[0]!;
  expect({ films, active, parked }).toEqual({ films: taken, active: Math.min(3, taken), parked: counted });
}

const TOGETHER = 100;

test('18,000 bodies of every kind are each taken in whole or refused in one sentence', async () => {
  const headers = { 'X-API-Key': user.key };
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: TOGETHER, maxLength: TOGETHER }), async (bodies) => {
      await Promise.all(
        bodies.map(async (given) =>
          expectSane(given, await site.app.request('/v1/videos', { method: 'POST', headers, body: given })),
        ),
      );
    }),
    { numRuns: 180, seed: 20_261_128, endOnFailure: true },
  );
  // Some of them were good, or nothing was tried.
  expect(taken).toBeGreaterThan(100);
  await expectOrderly();
});

test('3,000 more over HTTP, under Content-Types of every kind', async () => {
  const type = fc.constantFrom(
    'application/json',
    'text/plain',
    'multipart/form-data',
    'x',
    'application/json;charset=',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(body, type), { minLength: TOGETHER, maxLength: TOGETHER }),
      async (requests) => {
        await Promise.all(
          requests.map(async ([given, type]) => {
            const headers = { 'X-API-Key': user.key, 'Content-Type': type };
            await expectSane(
              given,
              await fetch(`${site.url}/v1/videos`, { method: 'POST', headers, body: given }),
            );
          }),
        );
      },
    ),
    { numRuns: 30, seed: 4, endOnFailure: true },
  );
  await expectOrderly();
});

test('1,000 edit bodies are refused in one sentence', async () => {
  const edit = record(['video_uuid', 'edit_request', 'reference_image_urls', 'aspect_ratio'], text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(edit, body), { minLength: 100, maxLength: 100 }), async (bodies) => {
      for (const given of bodies) {
        const headers = { 'X-API-Key': user.key };
        const answered = await site.app.request('/v1/edits', { method: 'POST', headers, body: given });
        expectRefusal(answered.status, await answered.text(), [400, 404, 422]);
      }
    }),
    { numRuns: 10, seed: 5, endOnFailure: true },
  );
});

test('2,000 names of videos, queries and headers are refused in one sentence', async () => {
  const name = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('..', '.', '%00', '%', '%e0%a4%a'),
  );
  const header = fc.string({ maxLength: 80 }).map((value) => value.replace(/[^\x20-\x7e]/g, ''));
  const request = fc.record({ name, key: fc.option(header), id: header });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 100, maxLength: 100 }), async (requests) => {
      await Promise.all(
        requests.map(async ({ name, key, id }) => {
          const path = encodeURI(name.replace(/\p{Surrogate}/gu, '?')).replace(/^\//, '%2f');
          const headers = { 'X-API-Key': key ?? user.key, 'X-Request-Id': id };
          const answered = await site.app.request(`/v1/videos/${path}`, { headers });
          expectRefusal(answered.status, await answered.text(), key === null ? [404, 405] : [401, 404, 405]);
          expect(answered.headers.get('x-request-id')).toMatch(/^[\w.-]{1,64}$/);
        }),
      );
    }),
    { numRuns: 20, seed: 6, endOnFailure: true },
  );
});

test('a body of hundreds of megabytes is cut off, and its sender told why', async () => {
  const head = (length: number) =>
    `POST /v1/videos HTTP/1.1\r\nHost: x\r\nX-API-Key: ${user.key}\r\nContent-Length: ${length}\r\n\r\n`;
  for (const length of [LARGEST_BODY + 1, 500_000_000, Number.MAX_SAFE_INTEGER]) {
    const answer = await exchange(`${head(length)}{"videos":`);
    expectRefusal(answer.status, answer.body, [400]);
    expect(answer.body).toContain('larger than 4 MB');
  }
});

/** Sends bytes as they are, and waits for the server to close, or for an answer that is whole. */
function exchange(
  bytes: string | Buffer,
): Promise<{ raw: string; status: number; body: string; answers: number }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(site.url);
    let raw = '';
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      const [head = '', body = ''] = raw.split(/\r\n\r\n/, 2);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({ raw, status, body, answers: raw.match(/HTTP\/1\.1 \d{3}/g)?.length ?? 0 });
    };
    socket.setTimeout(30_000, () =>
      reject(new Error(`No end of an answer to ${bytes.toString().slice(0, 80)}`)),
    );
    socket.on('data', (chunk) => {
      raw += chunk.toString();
      const length = /content-length: (\d+)/i.exec(raw)?.[1];
      const body = raw.split(/\r\n\r\n/)[1];
      if (length !== undefined && body !== undefined && Buffer.byteLength(body) >= Number(length)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

const key = () => `X-API-Key: ${user.key}\r\n`;
const post = 'POST /v1/videos HTTP/1.1\r\nHost: x\r\n';
const get = 'GET /v1/videos/550e8400-e29b-41d4-a716-446655440000 HTTP/1.1\r\n';
const smuggled = 'GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n';
const RAW: [string, () => string | Buffer, number[]][] = [
  ['two different lengths', () => `${post}${key()}Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}`, [400]],
  [
    'a length and chunks at once',
    () => `${post}${key()}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    [400],
  ],
  [
    'a transfer encoding that is none',
    () => `${post}${key()}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`,
    [400],
  ],
  [
    'a chunk size that is no number',
    () => `${post}${key()}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    [400],
  ],
  [
    'a chunk of more bytes than there are numbers',
    () => `${post}${key()}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\n`,
    [400],
  ],
  ['a negative length', () => `${post}${key()}Content-Length: -1\r\n\r\n`, [400]],
  ['a length with a sign', () => `${post}${key()}Content-Length: +2\r\n\r\n{}`, [400]],
  ['a space before the colon', () => `${get}Host: x\r\nX-API-Key : ${user.key}\r\n\r\n`, [400]],
  [
    'a header that goes on in the next line',
    () => `${get}Host: x\r\nX-API-Key: kn_\r\n abc\r\n\r\n`,
    [400, 401],
  ],
  ['NUL in a header', () => `${get}Host: x\r\nX-A: a\0b\r\n\r\n`, [400]],
  ['a bare CR in a header', () => `${get}Host: x\r\nX-A: a\rb\r\n\r\n`, [400]],
  ['bare LF line ends', () => `${get.replace('\r', '')}Host: x\n\n`, [400, 401]],
  ['no Host', () => `${get}${key()}\r\n`, [400]],
  ['an empty Host', () => `${get}Host:\r\n${key()}\r\n`, [400]],
  ['two Hosts', () => `${get}Host: x\r\nHost: y\r\n${key()}\r\n`, [400, 404]],
  ['a Host that is a path', () => `${get}Host: x/../y?z#\r\n${key()}\r\n`, [400, 404]],
  ['two keys, one of them good', () => `${get}Host: x\r\n${key()}X-API-Key: kn_\r\n\r\n`, [401]],
  ['the same key twice', () => `${get}Host: x\r\n${key()}${key()}\r\n`, [401]],
  ['a key with a tab at its end', () => `${get}Host: x\r\nX-API-Key: ${user.key}\tx\r\n\r\n`, [401]],
  [
    'a key in bytes beyond ASCII',
    () => Buffer.from(`${get}Host: x\r\nX-API-Key: kn_\xff\xfe\r\n\r\n`, 'latin1'),
    [401],
  ],
  ['a header of 20 KB', () => `${get}Host: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`, [400]],
  ['a cookie of 15 KB', () => `${get}Host: x\r\nCookie: ${'a=b; '.repeat(3000)}\r\n\r\n`, [401]],
  ['a token of 8 KB', () => `${get}Host: x\r\nAuthorization: Bearer ${'a.'.repeat(4000)}\r\n\r\n`, [401]],
  [
    'a target of 10 KB',
    () => `GET /v1/videos/${'a'.repeat(10_000)} HTTP/1.1\r\nHost: x\r\n${key()}\r\n`,
    [404],
  ],
  ['a target of another host', () => `GET http://evil.example/v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n`, [404]],
  ['a target that is no URL', () => `GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n`, [400]],
  ['a target without a slash', () => `GET v1/videos HTTP/1.1\r\nHost: x\r\n\r\n`, [400]],
  ['an asterisk', () => `OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n`, [400]],
  ['backslashes', () => `GET /v1\\videos\\..\\x HTTP/1.1\r\nHost: x\r\n\r\n`, [400, 404]],
  ['dots up', () => `GET /v1/videos/../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n`, [404]],
  [
    'dots up, escaped',
    () => `GET /v1/videos/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\n${key()}\r\n`,
    [404],
  ],
  [
    'dots up among files',
    () => `GET /files/..%2f..%2fetc/passwd?expires=1&signature=${'0'.repeat(64)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    [403, 404],
  ],
  ['slashes twice', () => `GET //v1//videos HTTP/1.1\r\nHost: x\r\n\r\n`, [404]],
  [
    'bytes beyond ASCII in the target',
    () => Buffer.from(`GET /v1/\xff HTTP/1.1\r\nHost: x\r\n\r\n`, 'latin1'),
    [400, 404],
  ],
  ['an escape that is none', () => `GET /v1/videos/%zz HTTP/1.1\r\nHost: x\r\n${key()}\r\n`, [404]],
  ['a method that is none', () => `BREW /v1/videos HTTP/1.1\r\nHost: x\r\n\r\n`, [400]],
  ['TRACE', () => `TRACE /v1/videos HTTP/1.1\r\nHost: x\r\n\r\n`, [405]],
  [
    'a delete of a film',
    () => `DELETE /v1/videos/550e8400-e29b-41d4-a716-446655440000 HTTP/1.1\r\nHost: x\r\n${key()}\r\n`,
    [405],
  ],
  ['another expectation', () => `${post}${key()}Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}`, [400]],
  [
    'an upgrade to HTTP/2',
    () =>
      `${get}Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`,
    [401],
  ],
  ['the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['the hello of TLS', () => Buffer.from('16030100a5010000a10303', 'hex'), [400]],
  ['HTTP/0.9', () => 'GET /\r\n\r\n', [400]],
  ['nothing of sense', () => 'hello\r\n\r\n', [400]],
];

test.each(RAW)('%s: refused in one sentence, once', async (_, bytes, codes) => {
  const { raw, status, body, answers } = await exchange(bytes());
  expect(raw).not.toBe('');
  expectRefusal(status, body, codes);
  expect(answers).toBe(1);
});

test('bodies of more memory than there is for them are put off, and later served', async () => {
  // Nearly whole, and never ended until all have arrived.
  const headers = { 'X-API-Key': user.key };
  const part = new Uint8Array(LARGEST_BODY - 1024).fill(32);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let waiting = 0;
  const send = async () => {
    let sent = false;
    const body = new ReadableStream({
      async pull(controller) {
        if (!sent) {
          sent = true;
          return controller.enqueue(part);
        }
        waiting += 1;
        await released;
        controller.close();
      },
    });
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    return (await site.app.request('/v1/videos', init)).status;
  };
  const all = Array.from({ length: 80 }, send);
  await until(() => waiting >= 60);
  const first = await Promise.race(all);
  release();
  const statuses = await Promise.all(all);
  expect(first).toBe(503);
  expect(new Set(statuses)).toEqual(new Set([422, 503]));
  expect((await site.call('POST', '/v1/videos', { key: user.key, body: {} })).status).toBe(400);
  // The server said so itself, and meant it.
  site.logs.length = 0;
});

test('a client that is too slow with its headers or its body is cut off and told so', async () => {
  const { requestTimeout, headersTimeout } = site.server;
  Object.assign(site.server, { requestTimeout: 400, headersTimeout: 300 });
  try {
    const answers = await Promise.all([
      exchange(`${post}${key()}Content-Length: 100\r\n\r\n{"videos"`),
      exchange(`${post}X-A: `),
    ]);
    for (const { status, body } of answers) {
      expectRefusal(status, body, [400]);
      expect(body).toMatch(/too long/);
    }
  } finally {
    Object.assign(site.server, { requestTimeout, headersTimeout });
  }
});

test('a thousand connections that say nothing keep nobody from being served', async () => {
  const { port } = new URL(site.url);
  const idle = Array.from({ length: 1000 }, () =>
    net.connect(Number(port), '127.0.0.1').on('error', () => undefined),
  );
  try {
    expect((await site.call('GET', '/openapi.json')).status).toBe(200);
  } finally {
    for (const socket of idle) socket.destroy();
  }
});

test('a client that goes away in the middle of its body harms nobody', async () => {
  const { port } = new URL(site.url);
  await Promise.all(
    Array.from({ length: 50 }, () => {
      const socket = net.connect(Number(port), '127.0.0.1');
      const head = `${post}${key()}Content-Length: 1000\r\n\r\n{"videos":[`;
      return new Promise<void>((resolve) => {
        socket.on('close', () => resolve());
        socket.on('error', () => undefined);
        socket.write(head, () => socket.destroy());
      });
    }),
  );
});
