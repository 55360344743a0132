import fc from 'fast-check';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IdentityServer, type SignedIn, startIdentity } from '../testing/identity-server.ts';

const SECRET = 'the-secret-of-a-supabase-project-of-32-characters';
let server: IdentityServer;
let user: SignedIn;
beforeAll(async () => {
  server = await startIdentity(
    { signup: 'open', jwt: { secret: SECRET, audience: 'authenticated' } },
    { deliver: async () => undefined },
  );
  user = await server.user('fuzzed@example.com', 'a password that is not among them');
  await user.call('POST', '/api/organizations', { json: { name: 'Acme', slug: 'acme' } });
});
afterAll(() => server.close());

/** What a call may answer; never that something went wrong inside. */
function expectSound(status: number, body: unknown, headers: Headers): void {
  expect([200, 302, 400, 401, 403, 404, 405, 409, 415, 422, 429]).toContain(status);
  if (status < 400) return;
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  expect(Object.keys(body as object)).toEqual(['detail']);
  const { detail } = body as { detail: string };
  expect(detail).toMatch(/^[^\n]{10,400}$/u);
  expect(detail).not.toMatch(/postgres|select |insert |better-auth|zod|\.ts\b|node_modules|undefined/i);
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\0', '\ud800', '%00', "'; drop table users; --", '../../etc/passwd', '​', 'x'.repeat(3000)),
  fc.constantFrom('acme', 'fuzzed@example.com', 'owner', 'ada@example.com', 'seven green lamps'),
);
/** As text comes out of UTF-8. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const value = fc.oneof(
  { weight: 4, arbitrary: nasty },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const body = fc.record(
  {
    email: value,
    password: value,
    name: value,
    slug: value,
    role: value,
    token: value,
    current_password: value,
    new_password: value,
    remember: value,
    return_to: value,
    callbackURL: value,
    __proto__: value,
    constructor: value,
  },
  { requiredKeys: [] },
);

test('whatever is sent to whatever path, the answer is a documented one', async () => {
  const { body: document } = await server.call('GET', '/openapi.json');
  const routes = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.array(nasty, { minLength: 4, maxLength: 4 }),
      body,
      fc.boolean(),
      async ({ path, method }, parts, json, signedIn) => {
        // Signing out would make every later call a stranger's; tries are forgiven, so that more than the limit is met.
        if (path.endsWith('/sign-out')) return;
        await server.database.query('truncate address_attempts, account_attempts');
        let index = 0;
        const made = path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(parts[index++]!)) || 'x');
        const query = new URLSearchParams({ token: parts[3]!, callbackURL: parts[2]! });
        const answer = await (signedIn ? user : server).call(method, `${made}?${query}`, {
          ...(method === 'GET' ? {} : { json }),
        });
        expectSound(answer.status, answer.body, answer.headers);
      },
    ),
    { numRuns: 600 },
  );
  expect((await user.call('GET', '/api/me')).status).toBe(200);
});

test('whatever proof is sent, the answer is a documented one', async () => {
  const header = fc
    .string({ unit: 'binary-ascii', maxLength: 200 })
    .map((text) => text.replace(/[^\x20-\x7e]/g, '~'));
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          'x-api-key': fc.oneof(
            header,
            header.map((text) => `kn_${text}`),
          ),
          authorization: fc.oneof(
            header,
            header.map((text) => `Bearer ${text}`),
          ),
          cookie: header.map((text) => `chalktalk.session_token=${text}`),
          origin: fc.oneof(header, fc.constantFrom('null', server.url, 'http://[::1', 'http://*')),
          'x-forwarded-for': header,
          'user-agent': header,
        },
        { requiredKeys: [] },
      ),
      fc.constantFrom('GET', 'POST', 'DELETE'),
      async (headers, method) => {
        const answer = await server.call(method, '/api/key', { headers });
        expect([401, 403]).toContain(answer.status);
        expectSound(answer.status, answer.body, answer.headers);
      },
    ),
    { numRuns: 400 },
  );
});

test('whatever an issuer writes into its tokens, the answer is a documented one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), value, value, async (sub, email, name) => {
      const token = await new SignJWT({ email: email as string, user_metadata: { name } })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(sub)
        .setAudience('authenticated')
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(SECRET));
      const answer = await server.call('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } });
      // Longer than any token that is read.
      const tooLong = token.length > 8192;
      expect(answer.status).toBe(tooLong ? 401 : 200);
      if (!tooLong) expect(answer.body.user.id).toBe(sub);
    }),
    { numRuns: 150 },
  );
});
