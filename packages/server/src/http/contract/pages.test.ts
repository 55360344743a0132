/** The pages that answers link to, and the reference. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../testing/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function film(task: string) {
  const { user_id, key } = await site.user();
  const { json } = await site.call('POST', '/v1/videos', { key, body: { videos: [{ task }] } });
  return { user_id, token: await site.token(user_id), ...json.results[0] };
}

function expectStrict(headers: Headers): void {
  const policy = headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'self';/);
  expect(policy).not.toMatch(/unsafe|script|\*/);
  expect(headers.get('content-type')).toMatch(/^text\/html/);
}

test('chat_url shows its owner how far the video has come, with what they wrote as text', async () => {
  const { chat_url, token } = await film('Tides <script>alert(1)</script> & "moons"');
  const { status, text, headers } = await site.call('GET', chat_url.replace(site.url, ''), { token });
  expect(status).toBe(200);
  expectStrict(headers);
  expect(text).toContain('Tides &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;moons&quot;');
  expect(text).not.toContain('<script');
  expect(text).toContain('http-equiv="refresh"');
});

test('a complete video plays on its page', async () => {
  const { uuid, token } = await film('Tides');
  const files = {
    video: 'v.mp4',
    vtt: 'v.vtt',
    srt: 'v.srt',
    thumbnail: 't.png',
    transcript: 't.txt',
    report: 'r.json',
  };
  await site.services.admission.complete(uuid, {
    files,
    duration_seconds: 30,
    scenes: [{ index: 1, title: 'The moon', start: 65, end: 70 }],
    planner: 'notes',
    sources: [{ title: 'A book', url: 'javascript:alert(1)', licence: null }],
  });
  const { text } = await site.call('GET', `/p/videos/${uuid}`, { token });
  expect(text).toMatch(/<source src="http[^"]*\/files\/v\.mp4\?expires=\d+&amp;signature=[0-9a-f]{64}"/);
  expect(text).toContain('1:05 The moon');
  expect(text).not.toContain('javascript:');
  expect(text).not.toContain('http-equiv');
});

test('others see that there is nothing for them, and strangers how to sign in', async () => {
  const { uuid } = await film('A secret');
  const other = await site.token((await site.user()).user_id);
  const theirs = await site.call('GET', `/p/videos/${uuid}`, { token: other });
  expect(theirs.status).toBe(404);
  expect(theirs.text).not.toContain('A secret');
  const stranger = await site.call('GET', `/p/videos/${uuid}`);
  expect(stranger.status).toBe(401);
  expectStrict(stranger.headers);
  expect(stranger.text).toContain('sign-in link');
  expect(stranger.text).not.toContain('A secret');
});

test('the dashboard paths show API_BASE and how to get a key', async () => {
  for (const path of ['/p/dashboard?tab=developer', '/org/acme/dashboard?tab=developer']) {
    const { status, text, headers } = await site.call('GET', path);
    expect(status).toBe(200);
    expectStrict(headers);
    expect(text).toContain(`${site.url}/v1`);
    expect(text).toContain('chalktalk keys create');
  }
  expect((await site.call('GET', '/org/A%3Cb/dashboard')).status).toBe(404);
});

test('the bare address leads to the dashboard', async () => {
  const answer = await fetch(`${site.url}/`, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/p/dashboard');
});

test('the link of an invitation leads to a page that says who invites and how to join', async () => {
  const { slug, owner } = await site.organization();
  const token = await site.token(owner.user_id);
  const body = { email: "o'neill@example.com" };
  const { json } = await site.call('POST', `/api/organizations/${slug}/invitations`, {
    token,
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  const path = new URL(json.link).pathname;
  const { status, text, headers } = await site.call('GET', path);
  expect(status).toBe(200);
  expectStrict(headers);
  expect(text).toContain(`/org/${slug}/`);
  expect(text).toContain('o&#39;neill@example.com');
  expect(text).toContain(`${site.url}/api${path}/accept`);
  for (const other of ['/invitations/x', `${path}x`]) {
    const { status, text, headers } = await site.call('GET', other);
    expect(status).toBe(404);
    expectStrict(headers);
    expect(text).toContain('ask for a new one');
  }
});

test('the examples of the document are what its schemas allow, and those of the contract', async () => {
  const { json } = await site.call('GET', '/openapi.json');
  const { Video, VideoOrderAnswer } = json.components.schemas;
  expect(Object.keys(Video.example)).toEqual(Video.required);
  expect(Object.keys(VideoOrderAnswer.example)).toEqual(VideoOrderAnswer.required);
});

test('every call of /v1 and /api is described, with its codes, and every reference leads somewhere', async () => {
  const { status, json, text } = await site.call('GET', '/openapi.json');
  expect(status).toBe(200);
  expect(json.openapi).toBe('3.1.0');
  const served = site.app.routes
    .filter(({ method, path }) => method !== 'ALL' && /^\/(v1|api)\//.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(served.length).toBeGreaterThan(6);
  const described = Object.entries(json.paths).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(served.filter((call) => !described.includes(call))).toEqual([]);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(json.components.schemas).toHaveProperty(name!);
  const { post } = json.paths['/v1/videos'];
  expect(Object.keys(post.responses)).toEqual(['200', '400', '401', '403', '409', '422', '429', '500']);
  expect(Object.keys(post.responses['200'].headers)).toEqual([
    'X-RateLimit-Limit',
    'X-RateLimit-Remaining',
    'X-RateLimit-Reset',
  ]);
  expect(Object.keys(post.responses['429'].headers)).toContain('Retry-After');
  expect(json.components.securitySchemes.apiKey).toMatchObject({
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
  });
});

test('the rules of an item are in the document as they are checked', async () => {
  const { json } = await site.call('GET', '/openapi.json');
  const { VideoItem, VideoOrder } = json.components.schemas;
  expect(VideoItem.properties).toMatchObject({
    task: { type: 'string', minLength: 1, maxLength: 5000 },
    video_duration_seconds: { type: 'number', minimum: 30, maximum: 300 },
    aspect_ratio: { enum: ['16:9', '9:16'], default: '16:9' },
    global_style_prompt: { maxLength: 5000 },
    voice_description: { maxLength: 1000 },
    color_palette: { additionalProperties: false },
  });
  expect(VideoItem.required).toEqual(['task']);
  for (const { pattern } of Object.values<{ pattern: string }>(
    VideoItem.properties.color_palette.properties,
  )) {
    const rule = new RegExp(pattern, 'u');
    expect(['#fff', '#0a84ff', '#0A84FF'].filter((colour) => !rule.test(colour))).toEqual([]);
    expect(['fff', '#ffff', '#0a84fg'].filter((colour) => rule.test(colour))).toEqual([]);
  }
  expect(VideoOrder.properties.videos).toMatchObject({ minItems: 1, maxItems: 50 });
});

test('the reference is a page of our own, with every call and a curl line that works', async () => {
  const { status, text, headers } = await site.call('GET', '/reference');
  expect(status).toBe(200);
  expectStrict(headers);
  expect(text).not.toMatch(/<script|(src|href)="(https?:)?\/\//);
  const { json } = await site.call('GET', '/openapi.json');
  for (const path of Object.keys(json.paths)) expect(text).toContain(`<code>${path}</code>`);
  const curl = /curl -X POST &#39;[^<]*\/v1\/videos&#39;[^<]*/.exec(text)![0];
  expect(curl).toContain('X-API-Key: kn_');
  const body = /-d &#39;(.*)&#39;/.exec(curl)![1]!.replaceAll('&quot;', '"');
  const { key } = await site.user();
  expect((await site.call('POST', '/v1/videos', { key, body })).status).toBe(200);
});
