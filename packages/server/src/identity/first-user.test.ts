import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IdentityServer, startIdentity } from '../testing/identity-server.ts';
import { ensureFirstUser, FIRST_EMAIL } from './first-user.ts';
import { revokeKey } from './keys.ts';
import { addMember, createOrganization, membersOf } from './organizations.ts';
import { sweepIdentity } from './sweep.ts';
import { createUser, listUsers, removeUser, setPassword, userBy } from './users.ts';

let server: IdentityServer;
beforeAll(async () => {
  server = await startIdentity();
});
afterAll(() => server.close());
beforeEach(() => server.database.query('delete from users; delete from organizations'));

async function signInBy(link: string) {
  const { pathname, search } = new URL(link);
  const answer = await server.call('GET', `${pathname}${search}`);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  return cookie ? server.call('GET', '/api/me', { headers: { cookie } }) : undefined;
}

describe('the first start', () => {
  test('makes one user, a key that works, and a link that signs in once', async () => {
    const { api_key, sign_in } = await ensureFirstUser(server.services);
    expect(sign_in.startsWith(`${server.config.public_url}/api/auth/magic-link/verify?token=`)).toBe(true);
    const users = await listUsers(server.database);
    expect(users).toMatchObject([{ email: FIRST_EMAIL, name: 'Owner', has_password: false }]);
    const who = await server.call('GET', '/whoami', { headers: { 'x-api-key': api_key! } });
    expect(who.body.user_id).toBe(users[0]!.id);
    expect((await signInBy(sign_in))?.body.user.id).toBe(users[0]!.id);
    expect(await signInBy(sign_in)).toBeUndefined();
  });

  test('of many servers at once makes one user and tells one key', async () => {
    const told = await Promise.all(Array.from({ length: 6 }, () => ensureFirstUser(server.services)));
    expect(await listUsers(server.database)).toHaveLength(1);
    const keys = told.flatMap(({ api_key }) => api_key ?? []);
    expect(keys).toHaveLength(1);
    const who = await server.call('GET', '/whoami', { headers: { 'x-api-key': keys[0]! } });
    expect(who.status).toBe(200);
  });
});

describe('a later start', () => {
  test('leaves the key as it is, also when it was revoked, and gives another link', async () => {
    const first = await ensureFirstUser(server.services);
    const second = await ensureFirstUser(server.services);
    expect(second.api_key).toBeNull();
    expect(second.sign_in).not.toBe(first.sign_in);
    expect((await signInBy(second.sign_in))?.status).toBe(200);
    const { id } = await userBy(server.database, FIRST_EMAIL);
    await revokeKey(server.database, { user_id: id, org_id: null });
    expect((await ensureFirstUser(server.services)).api_key).toBeNull();
  });

  test('makes no user where there is one', async () => {
    const ada = await createUser(server.database, { email: 'ada@example.com', name: 'Ada' });
    const { sign_in } = await ensureFirstUser(server.services);
    expect(await listUsers(server.database)).toHaveLength(1);
    expect((await signInBy(sign_in))?.body.user.id).toBe(ada.id);
  });
});

describe('the operator', () => {
  test('makes a user once, with an e-mail that is one', async () => {
    const given = { email: 'Twice@Example.com', name: 'Twice' };
    expect((await createUser(server.database, given)).email).toBe('twice@example.com');
    await expect(createUser(server.database, given)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(createUser(server.database, { email: 'nope', name: 'N' })).rejects.toThrow(/e-mail address/);
    await expect(
      createUser(server.database, { email: 'weak@example.com', name: 'W', password: 'password1234' }),
    ).rejects.toThrow(/guessed/);
  });

  test('sets a password, which ends every session', async () => {
    const user = await server.user('forgot@example.com');
    await setPassword(server.database, user, 'eleven blue doors');
    expect((await user.call('GET', '/api/me')).status).toBe(401);
    const answer = await server.call('POST', '/api/auth/sign-in/email', {
      json: { email: user.email, password: 'eleven blue doors' },
    });
    expect(answer.status).toBe(200);
  });

  test('removes a user with what is theirs alone, but no only owner that others depend on', async () => {
    const user = await server.user('goes@example.com');
    const other = await server.user('remains@example.com');
    const { database } = server;
    const alone = await createOrganization(database, { name: 'Alone', slug: 'alone', owner: user.id });
    const joint = await createOrganization(database, { name: 'Joint', slug: 'joint', owner: user.id });
    await addMember(database, { org_id: joint.id, user_id: other.id, role: 'member' });
    await expect(removeUser(database, user.id)).rejects.toThrow(/only owner of joint/);
    await database.query(`update members set role = 'owner' where user_id = $1`, [other.id]);
    await removeUser(database, user.id);
    expect((await user.call('GET', '/api/me')).status).toBe(401);
    expect((await membersOf(database, joint.id)).map(({ email }) => email)).toEqual([other.email]);
    expect((await database.query('select from organizations where id = $1', [alone.id])).rowCount).toBe(0);
  });

  test('sweeps what nobody can use any more, and nothing else', async () => {
    const { database } = server;
    const user = await server.user('swept@example.com');
    await server.user('kept@example.com');
    await database.query(`update sessions set expires_at = now() - interval '1 minute' where user_id = $1`, [
      user.id,
    ]);
    await database.query(`update one_time_tokens set expires_at = now() - interval '1 minute'`);
    await ensureFirstUser(server.services);
    await sweepIdentity(database);
    expect((await database.query('select from sessions')).rowCount).toBe(1);
    expect((await database.query('select from one_time_tokens')).rowCount).toBe(1);
  });
});
