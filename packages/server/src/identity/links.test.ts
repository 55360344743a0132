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
