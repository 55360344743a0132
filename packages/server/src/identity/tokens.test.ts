import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IdentityServer, startIdentity } from '../testing/identity-server.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { createTokens } from './tokens.ts';

const SECRET = 'the-secret-of-a-supabase-project-of-32-characters';
const ISSUER = 'https://project.supabase.example/auth/v1';
const secret = new TextEncoder().encode(SECRET);
const keys = await generateKeyPair('ES256', { extractable: true });
const rsa = await generateKeyPair('RS256', { extractable: true });
const published = JSON.stringify({
  keys: [
    { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' },
    { ...(await exportJWK(rsa.publicKey)), kid: 'two', alg: 'RS256', use: 'sig' },
  ],
});

/** An issuer that publishes its keys. */
let issuer: Server;
let fetched = 0;
let answer = { status: 200, body: published };
let fresh: TestDatabase;
let shared: IdentityServer;
let asymmetric: IdentityServer;
let both: IdentityServer;
beforeAll(async () => {
  issuer = createServer((_request, response) => {
    fetched += 1;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  fresh = await freshDatabase();
  const audience = 'authenticated';
  shared = await startIdentity({ jwt: { secret: SECRET, audience, issuer: ISSUER } }, { on: fresh });
  asymmetric = await startIdentity({ jwt: { jwks_url: jwksUrl(), audience, issuer: ISSUER } }, { on: fresh });
  both = await startIdentity({ jwt: { secret: SECRET, jwks_url: jwksUrl(), audience } }, { on: fresh });
});
afterAll(async () => {
  issuer.close();
  await Promise.all([shared.close(), asymmetric.close(), both.close()]);
  await fresh.drop();
});

const jwksUrl = () => `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/.well-known/jwks.json`;
const whoIs = (on: IdentityServer, token: string) =>
  on.call('GET', '/whoami', { headers: { authorization: `Bearer ${token}` } });

interface Made {
  sub?: string | null;
  aud?: string | null;
  iss?: string;
  exp?: number | string | null;
  nbf?: number;
  more?: JWTPayload;
}

/** A token as Supabase issues them, but for what a test changes. */
function made({ sub = randomUUID(), aud = 'authenticated', iss = ISSUER, exp = '1h', nbf, more }: Made = {}) {
  const token = new SignJWT({
    role: 'authenticated',
    email: 'somebody@example.com',
    session_id: randomUUID(),
    ...more,
  })
    .setIssuedAt()
    .setIssuer(iss);
  if (sub !== null) token.setSubject(sub);
  if (aud !== null) token.setAudience(aud);
  if (exp !== null) token.setExpirationTime(exp);
  if (nbf !== undefined) token.setNotBefore(nbf);
  return token;
}
const signed = (change: Made = {}, key: Uint8Array = secret) =>
  made(change).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key);
const signedByKey = (change: Made = {}, kid = 'one') =>
  made(change)
    .setProtectedHeader({ alg: kid === 'two' ? 'RS256' : 'ES256', kid })
    .sign(kid === 'two' ? rsa.privateKey : keys.privateKey);

describe('a token of another issuer', () => {
  test('acts as its subject, signed with the shared secret or a published key', async () => {
    const sub = randomUUID();
    const expected = { by: 'jwt', user_id: sub, org_id: null };
    expect((await whoIs(shared, await signed({ sub }))).body).toMatchObject(expected);
    expect((await whoIs(asymmetric, await signedByKey({ sub }))).body).toMatchObject(expected);
    expect((await whoIs(asymmetric, await signedByKey({ sub }, 'two'))).body).toMatchObject(expected);
    // A project that changes from one to the other has tokens of both kinds about.
    expect((await whoIs(both, await signed({ sub }))).body).toMatchObject(expected);
    expect((await whoIs(both, await signedByKey({ sub }))).body).toMatchObject(expected);
  });

  test('names its user however it is written', async () => {
    const sub = randomUUID();
    expect((await whoIs(shared, await signed({ sub: sub.toUpperCase() }))).body.user_id).toBe(sub);
  });

  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, () => Promise<string>]>([
    [
      'signed with another secret',
      () => signed({}, new TextEncoder().encode('another secret of many characters')),
    ],
    ['expired', () => signed({ exp: now() - 60 })],
    ['without an end', () => signed({ exp: null })],
    ['not yet valid', () => signed({ nbf: now() + 600 })],
    ['for another audience', () => signed({ aud: 'anon' })],
    ['for no audience', () => signed({ aud: null })],
    ['of another issuer', () => signed({ iss: 'https://other.example' })],
    ['without a subject', () => signed({ sub: null })],
    ['with a subject that is no uuid', () => signed({ sub: 'admin' })],
    ['with a subject that goes on after a uuid', () => signed({ sub: `${randomUUID()}' or 1=1` })],
    [
      'not signed at all',
      async () =>
        new UnsecuredJWT({ role: 'authenticated' })
          .setSubject(randomUUID())
          .setAudience('authenticated')
          .setIssuer(ISSUER)
          .setExpirationTime('1h')
          .encode(),
    ],
    ['with its signature cut off', async () => (await signed()).replace(/\.[^.]*$/, '.')],
    [
      'changed after it was signed',
      async () => {
        const [header, , signature] = (await signed()).split('.');
        const payload = Buffer.from(
          JSON.stringify({ sub: randomUUID(), aud: 'authenticated', iss: ISSUER, exp: now() + 600 }),
        );
        return [header, payload.toString('base64url'), signature].join('.');
      },
    ],
    ['signed HS512 with the secret', () => made().setProtectedHeader({ alg: 'HS512' }).sign(secret)],
    ['signed with a key nobody published', () => signedByKey()],
    ['too long', () => signed({ more: { padding: 'x'.repeat(9000) } })],
    ['with parts that are not JSON', async () => 'bm8.bm8.bm8'],
    [
      'that claims to be ours',
      () => made({ iss: 'chalktalk' }).setProtectedHeader({ alg: 'HS256', kid: 'chalktalk' }).sign(secret),
    ],
  ])('is refused when %s', async (_, token) => {
    const refused = await whoIs(shared, await token());
    const nothing = await shared.call('GET', '/whoami');
    expect([refused.status, refused.body]).toEqual([401, nothing.body]);
  });

  test.each<[string, () => Promise<string>]>([
    [
      'HS256 with the published key as the secret',
      async () => signed({}, new TextEncoder().encode(await exportSPKI(rsa.publicKey))),
    ],
    [
      'HS256 with the published key and its name',
      async () =>
        made()
          .setProtectedHeader({ alg: 'HS256', kid: 'two' })
          .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(rsa.publicKey)))),
    ],
    [
      'another key under a published name',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return made().setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey);
      },
    ],
    [
      'a key that it brings along',
      async () => {
        const other = await generateKeyPair('ES256', { extractable: true });
        const header = { alg: 'ES256', kid: 'one', jwk: await exportJWK(other.publicKey), jku: jwksUrl() };
        return made().setProtectedHeader(header).sign(other.privateKey);
      },
    ],
    ['the shared secret, where there is none', () => signed()],
  ])('is refused when it is signed by %s', async (_, token) => {
    expect((await whoIs(asymmetric, await token())).status).toBe(401);
  });

  test('is refused where no issuer is set up', async () => {
    const alone = await startIdentity({}, { on: fresh });
    try {
      expect((await whoIs(alone, await signed())).status).toBe(401);
      expect((await whoIs(alone, await signedByKey())).status).toBe(401);
    } finally {
      await alone.close();
    }
  });
});

describe('published keys', () => {
  test('are fetched once for many calls, and not again for every unknown name', async () => {
    const tokens = createTokens({
      secret: '5e'.repeat(32),
      jwt: { jwks_url: jwksUrl(), audience: 'authenticated' },
    });
    const before = fetched;
    const token = await signedByKey();
    await Promise.all(Array.from({ length: 20 }, () => tokens.verify(token)));
    const unknown = await made().setProtectedHeader({ alg: 'ES256', kid: 'unknown' }).sign(keys.privateKey);
    for (let index = 0; index < 5; index += 1) await expect(tokens.verify(unknown)).rejects.toThrow();
    expect(fetched - before).toBe(1);
  });

  test.each([
    ['cannot be had', { status: 500, body: 'broken' }],
    ['are no key set', { status: 200, body: '<html>' }],
    [
      'are larger than any key set',
      { status: 200, body: JSON.stringify({ keys: [], padding: 'x'.repeat(300_000) }) },
    ],
  ])('that %s are no fault of the token', async (_, broken) => {
    const tokens = createTokens({
      secret: '5e'.repeat(32),
      jwt: { jwks_url: jwksUrl(), audience: 'authenticated' },
    });
    answer = broken;
    try {
      await expect(tokens.verify(await signedByKey())).rejects.toMatchObject({ kind: 'unavailable' });
    } finally {
      answer = { status: 200, body: published };
    }
  });
});

describe('a token of ours', () => {
  test('has Supabase’s form, and acts as the signed-in user', async () => {
    const user = await shared.user('tokens@example.com');
    const { body } = await user.call('POST', '/api/token');
    const claims = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({
      sub: user.id,
      aud: 'authenticated',
      role: 'authenticated',
      email: user.email,
    });
    expect(claims.exp - claims.iat).toBe(body.expires_in);
    expect(body.expires_in).toBeLessThanOrEqual(600);
    expect((await whoIs(shared, body.token)).body).toMatchObject({ by: 'jwt', user_id: user.id });
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await shared.call('GET', '/api/me', { headers })).body.user.email).toBe(user.email);
    expect((await shared.call('POST', '/api/key', { headers })).status).toBe(200);
    // It does not renew itself.
    expect((await shared.call('POST', '/api/token', { headers })).status).toBe(403);
  });

  test('ends with the session, and with the user', async () => {
    for (const end of ['sessions', 'users']) {
      const user = await shared.user(`ends-with-${end}@example.com`);
      const { token } = (await user.call('POST', '/api/token')).body;
      expect((await whoIs(asymmetric, token)).status).toBe(200);
      await fresh.database.query(`delete from ${end} where ${end === 'users' ? 'id' : 'user_id'} = $1`, [
        user.id,
      ]);
      expect((await whoIs(asymmetric, token)).status).toBe(401);
    }
  });

  test('of a server with another secret is refused', async () => {
    const user = await shared.user('elsewhere@example.com');
    const { token } = (await user.call('POST', '/api/token')).body;
    const other = await startIdentity({ secret: '6f'.repeat(32) }, { on: fresh });
    try {
      expect((await whoIs(other, token)).status).toBe(401);
    } finally {
      await other.close();
    }
  });
});

describe('a user known from tokens alone', () => {
  test('can have a key and organizations, under the id of the issuer', async () => {
    const sub = randomUUID();
    const more = { email: 'From@Issuer.example', user_metadata: { name: 'From Issuer' } };
    const headers = { authorization: `Bearer ${await signed({ sub, more })}` };
    const me = await shared.call('GET', '/api/me', { headers });
    expect(me.body.user).toEqual({
      id: sub,
      email: 'from@issuer.example',
      name: 'From Issuer',
      has_password: false,
    });
    const { api_key } = (await shared.call('POST', '/api/key', { headers })).body;
    const byKey = await shared.call('GET', '/whoami', { headers: { 'x-api-key': api_key } });
    expect(byKey.body).toMatchObject({ by: 'key', user_id: sub });
    const made = await shared.call('POST', '/api/organizations', {
      json: { name: 'Theirs', slug: 'theirs' },
      headers,
    });
    expect(await shared.identity.isMember(sub, made.body.id)).toBe(true);
  });

  test('does not become another user who has the same e-mail', async () => {
    const user = await shared.user('same@example.com');
    const sub = randomUUID();
    const headers = { authorization: `Bearer ${await signed({ sub, more: { email: 'same@example.com' } })}` };
    const me = await shared.call('GET', '/api/me', { headers });
    expect(me.body.user.id).toBe(sub);
    expect(me.body.user.email).not.toBe(user.email);
    expect((await user.call('GET', '/api/me')).body.user.id).toBe(user.id);
  });
});
