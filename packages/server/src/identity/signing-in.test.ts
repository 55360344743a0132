import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IdentityServer, PASSWORD, startIdentity } from '../testing/identity-server.ts';
import { until } from '../testing/until.ts';
import type { Deliver } from './auth.ts';
import { signInLink } from './users.ts';

const letters: Parameters<Deliver>[0][] = [];
let open: IdentityServer;
let closed: IdentityServer;
beforeAll(async () => {
  open = await startIdentity(
    { signup: 'open' },
    {
      deliver: async (letter) => {
        letters.push(letter);
      },
    },
  );
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

describe('links', () => {
  test('asked for by mail answer alike, and reach those with an account only', async () => {
    await open.user('mailed@example.com');
    for (const path of ['/api/auth/sign-in/magic-link', '/api/auth/request-password-reset']) {
      letters.length = 0;
      const unknown = await open.call('POST', path, { json: { email: 'unmailed@example.com' } });
      const known = await open.call('POST', path, { json: { email: 'mailed@example.com' } });
      expect([known.status, known.body]).toEqual([200, unknown.body]);
      expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
      await until(() => letters.length > 0);
      expect(letters.map(({ to }) => to)).toEqual(['mailed@example.com']);
    }
  });

  test('are not asked for where no mail is sent, whoever asks', async () => {
    await closed.user('unreachable@example.com');
    for (const email of ['unreachable@example.com', 'nobody@example.com']) {
      const answer = await closed.call('POST', '/api/auth/sign-in/magic-link', { json: { email } });
      expect(answer.status).toBe(503);
      expect(answer.body.detail).toMatch(/operator/);
    }
  });

  test('sign in once', async () => {
    const { id, email } = await open.user('once@example.com');
    const link = new URL(await signInLink(open.identity.auth, email));
    const path = `${link.pathname}${link.search}`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => open.call('GET', path)));
    const signed = answers.filter(({ headers }) => headers.getSetCookie().length > 0);
    expect(signed).toHaveLength(1);
    expect(signed[0]!.status).toBe(302);
    expect(signed[0]!.headers.get('location')).toMatch(/\/$/);
    const cookie = signed[0]!.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await open.call('GET', '/whoami', { headers: { cookie } })).body.user_id).toBe(id);
    for (const { headers } of answers.filter((answer) => answer !== signed[0]))
      expect(headers.get('location')).toMatch(/error=INVALID_TOKEN/);
  });

  test('expire, and are kept as a hash only', async () => {
    const { email } = await open.user('late@example.com');
    const link = new URL(await signInLink(open.identity.auth, email));
    const token = link.searchParams.get('token')!;
    const { rows } = await open.database.query<{ row: string }>(
      'select t::text as row from one_time_tokens t',
    );
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    await open.database.query(`update one_time_tokens set expires_at = now() - interval '1 second'`);
    const answer = await open.call('GET', `${link.pathname}${link.search}`);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('location')).toMatch(/error=INVALID_TOKEN/);
  });

  test('that prove an e-mail end whatever was made for it before: password, sessions, keys', async () => {
    const json = { email: 'squatted@example.com', name: 'Squatter', password: PASSWORD };
    await open.call('POST', '/api/auth/sign-up/email', { json });
    const squatter = { authorization: `Bearer ${(await signIn(open, json.email, PASSWORD)).body.token}` };
    const { api_key } = (await open.call('POST', '/api/key', { headers: squatter })).body;
    const { token } = (await open.call('POST', '/api/token', { headers: squatter })).body;
    const link = new URL(await signInLink(open.identity.auth, json.email));
    const followed = await open.call('GET', `${link.pathname}${link.search}`);
    const cookie = followed.headers.getSetCookie()[0]!.split(';')[0]!;
    const me = await open.call('GET', '/api/me', { headers: { cookie } });
    expect(me.body.user).toMatchObject({ email: json.email, has_password: false });
    const proofs: Record<string, string>[] = [
      squatter,
      { 'x-api-key': api_key },
      { authorization: `Bearer ${token}` },
    ];
    for (const headers of proofs) expect((await open.call('GET', '/whoami', { headers })).status).toBe(401);
    expect((await signIn(open, json.email, PASSWORD)).status).toBe(401);
    expect((await open.call('GET', '/whoami', { headers: { cookie } })).status).toBe(200);
  });

  test('lead to pages of this server only', async () => {
    const { email } = await open.user('led@example.com');
    const link = new URL(await signInLink(open.identity.auth, email));
    for (const away of ['https://evil.example/', '//evil.example/', '/\\evil.example/']) {
      link.searchParams.set('callbackURL', away);
      const answer = await open.call('GET', `${link.pathname}${link.search}`);
      expect(answer.status).toBe(400);
    }
  });

  test.each(['x'.repeat(32), '\0', 'x'.repeat(300), '%00'])(
    'that nobody made are refused: %j',
    async (token) => {
      const json = { token, new_password: 'eleven blue doors' };
      expect((await open.call('POST', '/api/auth/reset-password', { json })).status).toBe(400);
      const query = new URLSearchParams({ token });
      const followed = await open.call('GET', `/api/auth/magic-link/verify?${query}`);
      expect([302, 400]).toContain(followed.status);
      expect(followed.headers.getSetCookie()).toEqual([]);
    },
  );

  test('of a reset set a new password once, and end every session', async () => {
    const user = await open.user('reset@example.com');
    letters.length = 0;
    await open.call('POST', '/api/auth/request-password-reset', { json: { email: user.email } });
    await until(() => letters.length > 0);
    const token = new URL(letters[0]!.url).pathname.split('/').at(-1);
    const json = { token, new_password: 'eleven blue doors' };
    expect((await open.call('POST', '/api/auth/reset-password', { json })).status).toBe(200);
    const again = await open.call('POST', '/api/auth/reset-password', { json });
    expect([again.status, again.body.detail]).toEqual([
      400,
      'This link was used or has expired; ask for a new one.',
    ]);
    expect((await user.call('GET', '/api/me')).status).toBe(401);
    expect((await signIn(open, user.email, PASSWORD)).status).toBe(401);
    expect((await signIn(open, user.email, 'eleven blue doors')).status).toBe(200);
  });
});

describe('passwords', () => {
  test('are changed with the old one, which ends every other session', async () => {
    const user = await open.user('changes@example.com');
    const other = (await signIn(open, user.email, PASSWORD)).body.token;
    const change = (current_password: string) =>
      user.call('POST', '/api/auth/change-password', {
        json: { current_password, new_password: 'eleven blue doors' },
      });
    expect((await change('not the password')).status).toBe(400);
    const changed = await change(PASSWORD);
    expect(changed.status).toBe(200);
    for (const token of [other, user.token])
      expect(
        (await open.call('GET', '/whoami', { headers: { authorization: `Bearer ${token}` } })).status,
      ).toBe(401);
    const kept = { authorization: `Bearer ${changed.body.token}` };
    expect((await open.call('GET', '/whoami', { headers: kept })).status).toBe(200);
    expect((await signIn(open, user.email, 'eleven blue doors')).status).toBe(200);
  });

  test('are not tried without end through a session either', async () => {
    const user = await open.user('guessed@example.com');
    const codes: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      await forgiveAddresses(open);
      const json = { current_password: `guess number ${index}`, new_password: 'eleven blue doors' };
      codes.push((await user.call('POST', '/api/auth/change-password', { json })).status);
    }
    expect(codes).toEqual([...Array(10).fill(400), 429, 429]);
  });

  test('are set for the first time by whoever came in by a link', async () => {
    await open.database.query(
      `insert into users (email, name, email_verified) values ('first@example.com', 'First', true)`,
    );
    const link = new URL(await signInLink(open.identity.auth, 'first@example.com'));
    link.searchParams.delete('callbackURL');
    const { body } = await open.call('GET', `${link.pathname}${link.search}`);
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await open.call('GET', '/api/me', { headers })).body.user.has_password).toBe(false);
    const set = () => open.call('POST', '/api/password', { json: { password: PASSWORD }, headers });
    expect((await set()).status).toBe(200);
    expect((await set()).status).toBe(409);
    expect((await open.call('GET', '/api/me', { headers })).body.user.has_password).toBe(true);
    expect((await signIn(open, 'first@example.com', PASSWORD)).status).toBe(200);
  });
});

describe('pages', () => {
  test('of other origins cannot use a session', async () => {
    const { cookie } = await open.user('browsing@example.com');
    const ours = new URL(open.url).origin;
    const make = (headers: Record<string, string>) =>
      open.call('POST', '/api/key', { headers: { cookie, ...headers } });
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `${ours}.evil.example`,
      'http://',
    ]) {
      const answer = await make({ origin });
      expect([origin, answer.status]).toEqual([origin, 403]);
      // Whoever reads the session by itself refuses it as well.
      expect((await open.call('POST', '/whoami', { headers: { cookie, origin } })).status).toBe(401);
    }
    expect((await make({})).status).toBe(403);
    expect((await make({ origin: ours })).status).toBe(200);
    expect((await make({ origin: 'http://127.0.0.1:8787' })).status).toBe(200);
    const signedOut = await open.call('POST', '/api/auth/sign-out', {
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(signedOut.status).toBe(403);
    expect((await open.call('GET', '/api/me', { headers: { cookie } })).status).toBe(200);
  });

  test('of other origins cannot sign anybody in', async () => {
    await open.user('victim@example.com');
    const answer = await open.call('POST', '/api/auth/sign-in/email', {
      json: { email: 'victim@example.com', password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

test('nothing of better-auth answers but what is documented', async () => {
  const user = await open.user('curious@example.com');
  for (const path of [
    '/ok',
    '/list-sessions',
    '/delete-user',
    '/update-user',
    '/verify-email',
    '/error',
    '/change-email',
  ])
    for (const method of ['GET', 'POST'])
      expect((await user.call(method, `/api/auth${path}`)).status).toBe(404);
});

test('no password, token or link is written to the log', async () => {
  await open.user('logged@example.com');
  await signIn(open, 'logged@example.com', 'a secret never seen');
  const { body } = await signIn(open, 'logged@example.com', PASSWORD);
  const log = open.logged.join('');
  for (const secret of ['a secret never seen', PASSWORD, body.token, 'logged@example.com'])
    expect(log).not.toContain(secret);
});
