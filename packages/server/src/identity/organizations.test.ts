import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IdentityServer, PASSWORD, type SignedIn, startIdentity } from '../testing/identity-server.ts';
import { addMember, type Role } from './organizations.ts';

let server: IdentityServer;
beforeAll(async () => {
  server = await startIdentity();
});
afterAll(() => server.close());
beforeEach(() => server.database.query('delete from address_attempts'));

/** An organization with an owner, an admin and a member. */
async function staffed(slug: string) {
  const owner = await server.user(`owner@${slug}.example`);
  const { body } = await owner.call('POST', '/api/organizations', { json: { name: 'Acme', slug } });
  const people = { owner } as Record<Role, SignedIn>;
  for (const role of ['admin', 'member'] as const) {
    people[role] = await server.user(`${role}@${slug}.example`);
    await addMember(server.database, { org_id: body.id, user_id: people[role].id, role });
  }
  return { id: body.id as string, path: `/api/organizations/${slug}`, ...people };
}

const rolesOf = async (org_id: string) =>
  Object.fromEntries(
    (
      await server.database.query<{ user_id: string; role: Role }>(
        'select user_id, role from members where organization_id = $1',
        [org_id],
      )
    ).rows.map(({ user_id, role }) => [user_id, role]),
  );

describe('an organization', () => {
  test('is made by anybody signed in, who owns it, and is theirs to see', async () => {
    const owner = await server.user('maker@example.com');
    const made = await owner.call('POST', '/api/organizations', {
      json: { name: 'Made', slug: 'made-here' },
    });
    expect(made.body).toMatchObject({ name: 'Made', slug: 'made-here', role: 'owner' });
    expect((await owner.call('GET', '/api/organizations')).body.organizations).toEqual([made.body]);
    expect((await owner.call('GET', '/api/me')).body.organizations).toEqual([made.body]);
    expect(await server.identity.isMember(owner.id, made.body.id)).toBe(true);
    expect(await server.identity.organizationsOf(owner.id)).toEqual([made.body.id]);
  });

  test('has a slug of its own', async () => {
    const owner = await server.user('slugs@example.com');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        owner.call('POST', '/api/organizations', { json: { name: 'Same', slug: 'same' } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  test.each(['', 'UPPER', '-a', 'a-', 'a_b', 'ä', 'x'.repeat(49), '550e8400-e29b-41d4-a716-446655440000'])(
    'refuses the slug %j',
    async (slug) => {
      const owner = await server.user(
        `bad-slug-${Buffer.from(slug).toString('hex').slice(0, 40)}@example.com`,
      );
      const answer = await owner.call('POST', '/api/organizations', { json: { name: 'Bad', slug } });
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toMatch(/^slug: /);
    },
  );

  test('does not exist for those who do not belong to it', async () => {
    const { path, id, owner } = await staffed('private');
    const stranger = await server.user('looks-in@example.com');
    const invented = await stranger.call('GET', '/api/organizations/invented/members');
    for (const seen of [path, `/api/organizations/${id}`]) {
      const answer = await stranger.call('GET', `${seen}/members`);
      expect([answer.status, answer.body]).toEqual([404, invented.body]);
      expect(
        (await stranger.call('PATCH', `${seen}/members/${owner.id}`, { json: { role: 'member' } })).status,
      ).toBe(404);
      expect((await stranger.call('DELETE', `${seen}/members/${owner.id}`)).status).toBe(404);
      expect((await stranger.call('GET', `${seen}/invitations`)).status).toBe(404);
    }
    expect((await owner.call('GET', `${path}/members`)).body.members).toHaveLength(3);
  });

  test('is never one of more than twenty of one owner', async () => {
    const owner = await server.user('collector@example.com');
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        owner.call('POST', '/api/organizations', { json: { name: 'One', slug: `one-of-many-${index}` } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
  });
});

describe('roles', () => {
  test.each<[who: Role, whom: Role, to: Role, status: number]>([
    ['owner', 'member', 'admin', 200],
    ['owner', 'admin', 'owner', 200],
    ['owner', 'member', 'owner', 200],
    ['admin', 'member', 'admin', 200],
    ['admin', 'member', 'owner', 403],
    ['admin', 'owner', 'member', 403],
    ['admin', 'admin', 'owner', 403],
    ['member', 'member', 'admin', 403],
    ['member', 'admin', 'member', 403],
    ['owner', 'owner', 'member', 409],
  ])('%s makes %s %s: %i', async (who, whom, to, status) => {
    const org = await staffed(`${who}-${whom}-${to}`);
    const before = await rolesOf(org.id);
    const answer = await org[who].call('PATCH', `${org.path}/members/${org[whom].id}`, {
      json: { role: to },
    });
    expect(answer.status).toBe(status);
    expect(await rolesOf(org.id)).toEqual(status === 200 ? { ...before, [org[whom].id]: to } : before);
  });

  test.each<[who: Role, whom: Role, status: number]>([
    ['owner', 'member', 200],
    ['owner', 'admin', 200],
    ['owner', 'owner', 409],
    ['admin', 'member', 200],
    ['admin', 'owner', 403],
    ['admin', 'admin', 200],
    ['member', 'member', 200],
    ['member', 'admin', 403],
    ['member', 'owner', 403],
  ])('%s removes %s: %i', async (who, whom, status) => {
    const org = await staffed(`${who}-out-${whom}`);
    const answer = await org[who].call('DELETE', `${org.path}/members/${org[whom].id}`);
    expect(answer.status).toBe(status);
    expect(await server.identity.isMember(org[whom].id, org.id)).toBe(status !== 200);
  });

  test('never leave an organization without an owner, whoever goes at the same time', async () => {
    for (let round = 0; round < 8; round += 1) {
      const org = await staffed(`ownerless-${round}`);
      await org.owner.call('PATCH', `${org.path}/members/${org.admin.id}`, { json: { role: 'owner' } });
      const answers = await Promise.all([
        org.owner.call('DELETE', `${org.path}/members/${org.owner.id}`),
        org.admin.call('PATCH', `${org.path}/members/${org.admin.id}`, { json: { role: 'member' } }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(Object.values(await rolesOf(org.id)).filter((role) => role === 'owner')).toHaveLength(1);
    }
  });
});

describe('an invitation', () => {
  async function invite(by: SignedIn, path: string, email: string, role: Role = 'member') {
    const answer = await by.call('POST', `${path}/invitations`, { json: { email, role } });
    return { ...answer, token: (answer.body.link as string | undefined)?.split('/').at(-1) ?? '' };
  }
  const accept = (token: string, by: SignedIn | { name: string; password: string }) =>
    'token' in by
      ? by.call('POST', `/api/invitations/${token}/accept`, { json: {} })
      : server.call('POST', `/api/invitations/${token}/accept`, { json: by });

  test('lets its e-mail make an account and join, where signing up is closed', async () => {
    const org = await staffed('welcoming');
    const { token, body } = await invite(org.admin, org.path, 'New@Guest.example');
    expect(body.email).toBe('new@guest.example');
    expect((await server.call('GET', `/api/invitations/${token}`)).body).toMatchObject({
      email: 'new@guest.example',
      role: 'member',
      organization: { name: 'Acme', slug: 'welcoming' },
    });
    const joined = await accept(token, { name: 'New', password: PASSWORD });
    expect(joined.body).toMatchObject({ slug: 'welcoming', role: 'member' });
    const signedIn = await server.call('POST', '/api/auth/sign-in/email', {
      json: { email: 'new@guest.example', password: PASSWORD },
    });
    expect(signedIn.status).toBe(200);
    expect(await server.identity.isMember(signedIn.body.user.id, org.id)).toBe(true);
  });

  test('lets an account that has the e-mail join, and no other', async () => {
    const org = await staffed('bound');
    const { token } = await invite(org.owner, org.path, 'meant@example.com', 'admin');
    const meant = await server.user('meant@example.com');
    const other = await server.user('not-meant@example.com');
    const refused = await accept(token, other);
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toMatch(/another e-mail/);
    expect((await accept(token, { name: 'Thief', password: PASSWORD })).status).toBe(409);
    expect((await accept(token, meant)).body).toMatchObject({ slug: 'bound', role: 'admin' });
    expect((await rolesOf(org.id))[other.id]).toBeUndefined();
  });

  test('is good for one use, however many use it at once', async () => {
    const org = await staffed('once-only');
    const { token } = await invite(org.owner, org.path, 'racer@guest.example');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => accept(token, { name: 'Racer', password: PASSWORD })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 404]).toContain(status);
    expect((await server.call('GET', `/api/invitations/${token}`)).status).toBe(404);
    expect(Object.keys(await rolesOf(org.id))).toHaveLength(4);
  });

  test('ends when it expires, is cancelled, or is made again', async () => {
    const org = await staffed('ending');
    const expired = await invite(org.owner, org.path, 'late@guest.example');
    await server.database.query(
      `update invitations set expires_at = now() - interval '1 second' where id = $1`,
      [expired.body.id],
    );
    const cancelled = await invite(org.owner, org.path, 'cancelled@guest.example');
    const path = `${org.path}/invitations/${cancelled.body.id}`;
    expect((await org.member.call('DELETE', path)).status).toBe(403);
    expect((await org.admin.call('DELETE', path)).status).toBe(200);
    expect((await org.admin.call('DELETE', path)).status).toBe(404);
    const earlier = await invite(org.owner, org.path, 'again@guest.example');
    const later = await invite(org.owner, org.path, 'again@guest.example');
    const wrong = await accept('x'.repeat(43), { name: 'Guess', password: PASSWORD });
    for (const { token } of [expired, cancelled, earlier]) {
      const answer = await accept(token, { name: 'Late', password: PASSWORD });
      expect([answer.status, answer.body]).toEqual([404, wrong.body]);
    }
    expect((await org.admin.call('GET', `${org.path}/invitations`)).body.invitations).toHaveLength(1);
    expect((await accept(later.token, { name: 'Again', password: PASSWORD })).status).toBe(200);
    expect((await org.admin.call('GET', `${org.path}/invitations`)).body.invitations).toEqual([]);
  });

  test('is made by owners and admins, and an owner by owners only', async () => {
    const org = await staffed('inviting');
    expect((await invite(org.member, org.path, 'a@guest.example')).status).toBe(403);
    expect((await invite(org.admin, org.path, 'a@guest.example', 'owner')).status).toBe(403);
    expect((await invite(org.owner, org.path, 'a@guest.example', 'owner')).status).toBe(200);
    expect((await invite(org.owner, org.path, org.member.email)).status).toBe(409);
    expect((await org.member.call('GET', `${org.path}/invitations`)).status).toBe(403);
  });

  test('is kept as a hash, and shown to nobody again', async () => {
    const org = await staffed('hashed');
    const { token } = await invite(org.owner, org.path, 'secret@guest.example');
    const listed = await org.owner.call('GET', `${org.path}/invitations`);
    expect(JSON.stringify(listed.body)).not.toContain(token);
    const { rows } = await server.database.query<{ row: string }>('select i::text as row from invitations i');
    expect(rows.every(({ row }) => !row.includes(token))).toBe(true);
  });
});

test('nobody is served who is not signed in', async () => {
  const { body } = await server.call('GET', '/openapi.json');
  const open = new Set([
    'post /api/auth/sign-in/email',
    'post /api/auth/sign-up/email',
    'post /api/auth/sign-in/magic-link',
    'get /api/auth/magic-link/verify',
    'post /api/auth/request-password-reset',
    'post /api/auth/reset-password',
    'post /api/auth/sign-out',
    'get /api/invitations/{token}',
    'post /api/invitations/{token}/accept',
  ]);
  const json = {
    name: 'x',
    slug: 'x',
    role: 'member',
    email: 'x@example.com',
    password: PASSWORD,
    current_password: PASSWORD,
    new_password: PASSWORD,
  };
  let checked = 0;
  for (const [path, methods] of Object.entries<Record<string, { summary: string; responses: object }>>(
    body.paths,
  ))
    for (const [method, { summary, responses }] of Object.entries(methods)) {
      expect(summary).toBeTruthy();
      if (open.has(`${method} ${path}`)) continue;
      const made = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'org' ? 'acme' : crypto.randomUUID()));
      const answer = await server.call(
        method.toUpperCase(),
        made,
        method === 'get' || method === 'delete' ? {} : { json },
      );
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      expect(Object.keys(responses)).toContain('401');
      checked += 1;
    }
  expect(checked).toBeGreaterThan(18);
});
