import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IdentityServer, PASSWORD, startIdentity } from '../testing/identity-server.ts';

let open: IdentityServer;
let closed: IdentityServer;
beforeAll(async () => {
  open = await startIdentity({ signup: 'open' });
  closed = await startIdentity({ public_url: 'https://talks.example' });
});
afterAll(async () => {
  await open.close();
  await closed.close();
});
beforeEach(() => forgiveAddresses(open, closed));

/** Every test calls from the same address; what one has used up is not the next one's concern. */
async function forgiveAddresses(...servers: IdentityServer[]) {
  for (const { database } of servers) await database.query('delete from address_attempts');
}

const signIn = (server: IdentityServer, email: string, password: string) =>
  server.call('POST', '/api/auth/sign-in/email', { json: { email, password } });

describe('signing in', () => {
  test('gives a session that holds as a cookie and as a token', async () => {
    const { id } = await open.user('ada@example.com');
    const answer = await signIn(open, 'Ada@Example.com', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body.user).toEqual({ id, email: 'ada@example.com', name: 'ada' });
    const cookie = answer.headers.getSetCookie()[0]!;
    const byCookie = await open.call('GET', '/whoami', { headers: { cookie: cookie.split(';')[0]! } });
    expect(byCookie.body).toMatchObject({ by: 'session', user_id: id, org_id: null });
    const byToken = await open.call('GET', '/whoami', {
      headers: { authorization: `Bearer ${answer.body.token}` },
    });
    expect(byToken.body).toEqual(byCookie.body);
  });

  test('sets a cookie that scripts cannot read and other sites do not send', async () => {
    await open.user('cookie@example.com');
    const [plain] = (await signIn(open, 'cookie@example.com', PASSWORD)).headers.getSetCookie();
    expect(plain).toMatch(/; HttpOnly/);
    expect(plain).toMatch(/; SameSite=Lax/);
    expect(plain).not.toMatch(/Secure/);
  });

  test('sets a secure cookie where the public address is https', async () => {
    await closed.user('secure@example.com');
    const [secure] = (await signIn(closed, 'secure@example.com', PASSWORD)).headers.getSetCookie();
    expect(secure).toMatch(/^__Secure-chalktalk\.session_token=/);
    expect(secure).toMatch(/; Secure/);
  });

  test('refuses a wrong password and an unknown e-mail alike', async () => {
    await open.user('known@example.com');
    const wrong = await signIn(open, 'known@example.com', 'not the password');
    const unknown = await signIn(open, 'unknown@example.com', 'not the password');
    expect(wrong.status).toBe(401);
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    expect(Object.keys(wrong.body)).toEqual(['detail']);
    expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()]);
  });

  test('refuses a user without a password like one who does not exist', async () => {
    await open.database.query(
      `insert into users (email, name, email_verified) values ('linked@example.com', 'linked', true)`,
    );
    const without = await signIn(open, 'linked@example.com', 'not the password');
    const unknown = await signIn(open, 'nobody@example.com', 'not the password');
    expect([without.status, without.body]).toEqual([unknown.status, unknown.body]);
  });

  test('an account can be tried ten times, whatever the address, and one that does not exist as well', async () => {
    await open.user('tried@example.com');
    for (const email of ['tried@example.com', 'missing@example.com']) {
      await forgiveAddresses(open);
      const codes = await Promise.all(
        Array.from({ length: 14 }, async () => (await signIn(open, email, 'not the password')).status),
      );
      expect(codes.filter((code) => code === 401)).toHaveLength(10);
      expect(codes.filter((code) => code === 429)).toHaveLength(4);
      await forgiveAddresses(open);
      const refused = await signIn(open, email, PASSWORD);
      expect(refused.status).toBe(429);
      expect(refused.body.detail).toMatch(/sign-in link/);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  test('the right password forgives earlier slips', async () => {
    await open.user('slips@example.com');
    for (let round = 0; round < 3; round += 1) {
      await forgiveAddresses(open);
      for (let slip = 0; slip < 6; slip += 1)
        expect((await signIn(open, 'slips@example.com', 'not the password')).status).toBe(401);
      expect((await signIn(open, 'slips@example.com', PASSWORD)).status).toBe(200);
    }
  });

  test('an address can try twenty passwords a minute, over all accounts', async () => {
    const codes: number[] = [];
    for (let index = 0; index < 22; index += 1)
      codes.push((await signIn(open, `person${index}@example.com`, 'not the password')).status);
    expect(codes.slice(0, 20).every((code) => code === 401)).toBe(true);
    expect(codes.slice(20)).toEqual([429, 429]);
    const refused = await signIn(open, 'another@example.com', 'not the password');
    expect(refused.body.detail).toMatch(/^Too many tries from this address\. Try again in \d+s\.$/);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    const { rows } = await open.database.query<{ key: string }>('select key from address_attempts');
    expect(rows).toEqual([{ key: '127.0.0.1|/sign-in/email' }]);
  });

  test('an address is not what a client claims, unless a trusted proxy says so', async () => {
    const claim = { 'x-forwarded-for': '203.0.113.7', 'x-chalktalk-address': '203.0.113.8' };
    const json = { email: 'claims@example.com', password: 'not the password' };
    await open.call('POST', '/api/auth/sign-in/email', { json, headers: claim });
    const proxied = await startIdentity({ trusted_proxies: ['127.0.0.0/8'] });
    try {
      await proxied.call('POST', '/api/auth/sign-in/email', { json, headers: claim });
      const keyOf = async ({ database }: IdentityServer) =>
        (await database.query<{ key: string }>('select key from address_attempts')).rows[0]?.key;
      expect(await keyOf(open)).toBe('127.0.0.1|/sign-in/email');
      expect(await keyOf(proxied)).toBe('203.0.113.7|/sign-in/email');
    } finally {
      await proxied.close();
    }
  });

  test('a session ends with sign-out, and when it has expired', async () => {
    const user = await open.user('leaves@example.com');
    expect((await user.call('POST', '/api/auth/sign-out')).status).toBe(200);
    expect((await user.call('GET', '/api/me')).status).toBe(401);
    const again = await open.user('expires@example.com');
    expect((await again.call('GET', '/api/me')).status).toBe(200);
    await open.database.query(
      `update sessions set expires_at = now() - interval '1 second' where user_id = $1`,
      [again.id],
    );
    expect((await again.call('GET', '/api/me')).status).toBe(401);
  });

  test('a session of mine can be ended from another, and nobody else can', async () => {
    const user = await open.user('many@example.com');
    const stranger = await open.user('stranger@example.com');
    const other = (await signIn(open, 'many@example.com', PASSWORD)).body.token;
    const { body } = await user.call('GET', '/api/sessions');
    expect(body.sessions).toHaveLength(2);
    const { id } = body.sessions.find((session: { current: boolean }) => !session.current);
    expect((await stranger.call('DELETE', `/api/sessions/${id}`)).status).toBe(404);
    expect((await user.call('DELETE', `/api/sessions/${id}`)).status).toBe(200);
    expect(
      (await open.call('GET', '/whoami', { headers: { authorization: `Bearer ${other}` } })).status,
    ).toBe(401);
    expect((await user.call('GET', '/api/me')).status).toBe(200);
  });

  test('a session is prolonged by who am I, once it is a day old', async () => {
    const user = await open.user('stays@example.com');
    const fresh = await open.call('GET', '/api/me', { headers: { cookie: user.cookie } });
    expect(fresh.headers.getSetCookie()).toEqual([]);
    await open.database.query(
      `update sessions set expires_at = now() + interval '5 days' where user_id = $1`,
      [user.id],
    );
    const aged = await open.call('GET', '/api/me', { headers: { cookie: user.cookie } });
    expect(aged.headers.getSetCookie()[0]).toMatch(/session_token=.+Max-Age=604800/);
    const { rows } = await open.database.query<{ left: number }>(
      `select extract(day from expires_at - now())::int as left from sessions where user_id = $1`,
      [user.id],
    );
    expect(rows[0]!.left).toBe(6);
  });
});

describe('signing up', () => {
  const signUp = (server: IdentityServer, email: string, password = PASSWORD) =>
    server.call('POST', '/api/auth/sign-up/email', { json: { email, name: 'New', password } });

  test('is refused where it is closed, to those with an account and without', async () => {
    await closed.user('has@example.com');
    const [known, unknown] = [
      await signUp(closed, 'has@example.com'),
      await signUp(closed, 'hasnot@example.com'),
    ];
    expect([known.status, known.body]).toEqual([403, unknown.body]);
    expect(unknown.body.detail).toMatch(/invitation/);
    // Nor does better-auth's own call let anybody in.
    await expect(
      closed.identity.auth.api.signUpEmail({
        body: { email: 'x@example.com', name: 'X', password: PASSWORD },
      }),
    ).rejects.toThrow();
  });

  test('answers alike whether or not the e-mail has an account, and changes nothing of one that has', async () => {
    await open.user('owner@example.com');
    const known = await signUp(open, 'owner@example.com', 'another good password');
    const unknown = await signUp(open, 'newcomer@example.com');
    expect([known.status, known.body]).toEqual([200, unknown.body]);
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
    expect((await signIn(open, 'owner@example.com', 'another good password')).status).toBe(401);
    expect((await signIn(open, 'newcomer@example.com', PASSWORD)).status).toBe(200);
  });

  test.each([
    ['too short', 'short1'],
    ['too long', 'x7'.repeat(65)],
    ['the e-mail itself', 'weak-password@example.com'],
    ['one letter over and over', 'aaaaaaaaaaaaaaa'],
    ['keys in their order', 'qwertyuiop'],
    ['among the first guessed', 'Password123!'],
  ])('refuses a password that is %s', async (_, password) => {
    const answer = await signUp(open, 'weak-password@example.com', password);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toMatch(/password/i);
  });

  test.each([
    ['no JSON', '{"email":', 422],
    ['no e-mail', JSON.stringify({ email: 'nope', name: 'N', password: PASSWORD }), 400],
    ['a name of nothing', JSON.stringify({ email: 'n@example.com', name: ' ', password: PASSWORD }), 400],
    ['a field missing', JSON.stringify({ email: 'n@example.com' }), 400],
    ['a body too large', JSON.stringify({ email: 'n@example.com', name: 'x'.repeat(70_000) }), 400],
  ])('answers %s in one sentence', async (_, body, status) => {
    const answer = await open.call('POST', '/api/auth/sign-up/email', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body)).toEqual(['detail']);
  });
});

test('no password, token or link is written to the log', async () => {
  await open.user('logged@example.com');
  await signIn(open, 'logged@example.com', 'a secret never seen');
  const { body } = await signIn(open, 'logged@example.com', PASSWORD);
  const log = open.logged.join('');
  for (const secret of ['a secret never seen', PASSWORD, body.token, 'logged@example.com'])
    expect(log).not.toContain(secret);
});
