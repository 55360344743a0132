import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IdentityServer, type SignedIn, startIdentity } from '../testing/identity-server.ts';
import { until } from '../testing/until.ts';
import { keyHash } from './key.ts';
import { createKeyUses, issueKey } from './keys.ts';
import { addMember } from './organizations.ts';

let server: IdentityServer;
/** Another server on the same database. */
let second: IdentityServer;
beforeAll(async () => {
  server = await startIdentity();
  second = await startIdentity(
    {},
    { on: { url: '', database: server.database, drop: async () => undefined } },
  );
});
afterAll(async () => {
  await second.close();
  await server.close();
});

const whoIs = (key: string, on = server) => on.call('GET', '/whoami', { headers: { 'x-api-key': key } });
const activeKeys = async (user_id: string) =>
  (await server.database.query('select from api_keys where user_id = $1 and revoked_at is null', [user_id]))
    .rowCount;

async function organization(owner: SignedIn, slug: string) {
  const { body } = await owner.call('POST', '/api/organizations', { json: { name: slug, slug } });
  return body.id as string;
}

describe('a personal key', () => {
  test('is shown once, kept as a hash, and acts as its user', async () => {
    const user = await server.user('keys@example.com');
    expect((await user.call('GET', '/api/key')).body).toEqual({ key: null });
    const made = await user.call('POST', '/api/key');
    const key = made.body.api_key as string;
    expect(key).toMatch(/^kn_[0-9a-f]{64}$/);
    expect(key).toHaveLength(67);
    expect(made.body).toMatchObject({ ending: key.slice(-4), created_by: user.id, replaced: false });
    expect((await whoIs(key)).body).toEqual({ by: 'key', user_id: user.id, org_id: null });
    const status = await user.call('GET', '/api/key');
    expect(JSON.stringify(status.body)).not.toContain(key.slice(3, 20));
    const { rows } = await server.database.query<{ row: string; hash: string }>(
      'select k::text as row, hash from api_keys k where user_id = $1',
      [user.id],
    );
    expect(rows[0]!.row).not.toContain(key.slice(3));
    expect(rows[0]!.hash).toBe(createHash('sha256').update(key).digest('hex'));
    expect(keyHash(key)).toBe(rows[0]!.hash);
  });

  test('ends at once when it is rotated, on every server', async () => {
    const user = await server.user('rotates@example.com');
    const old = (await user.call('POST', '/api/key')).body.api_key;
    expect((await whoIs(old, second)).status).toBe(200);
    const made = await user.call('POST', '/api/key');
    expect(made.body.replaced).toBe(true);
    for (const on of [server, second]) {
      expect((await whoIs(old, on)).status).toBe(401);
      expect((await whoIs(made.body.api_key, on)).status).toBe(200);
    }
  });

  test('is one, however many are asked for at once', async () => {
    const user = await server.user('twenty@example.com');
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? second : server).call('POST', '/api/key', {
          headers: { authorization: `Bearer ${user.token}` },
        }),
      ),
    );
    expect(made.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await activeKeys(user.id)).toBe(1);
    const answers = await Promise.all(made.map(({ body }) => whoIs(body.api_key)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(made.filter(({ body }) => !body.replaced)).toHaveLength(1);
  });

  test('can be revoked without another', async () => {
    const user = await server.user('revokes@example.com');
    const key = (await user.call('POST', '/api/key')).body.api_key;
    expect((await user.call('DELETE', '/api/key')).body).toEqual({ revoked: true });
    expect((await user.call('DELETE', '/api/key')).body).toEqual({ revoked: false });
    expect((await whoIs(key)).status).toBe(401);
    expect((await user.call('GET', '/api/key')).body).toEqual({ key: null });
  });

  test('ends with its user', async () => {
    const user = await server.user('removed@example.com');
    const { key } = await issueKey(server.database, { user_id: user.id, org_id: null });
    await server.database.query('delete from users where id = $1', [user.id]);
    expect((await whoIs(key)).status).toBe(401);
  });

  test('tells when it was last used, without a write for every call', async () => {
    const user = await server.user('used@example.com');
    const key = (await user.call('POST', '/api/key')).body.api_key;
    await Promise.all(Array.from({ length: 10 }, () => whoIs(key)));
    const first = await until(async () => {
      const { rows } = await server.database.query<{ last_used_at: Date | null; version: string }>(
        'select last_used_at, xmin::text as version from api_keys where hash = $1',
        [keyHash(key)],
      );
      return rows[0]!.last_used_at ? rows[0] : undefined;
    });
    // Nor does another server write so soon after; its write would come before the one this waits for.
    const id = (await server.database.query('select id from api_keys where hash = $1', [keyHash(key)]))
      .rows[0]!.id;
    const written: unknown[] = [];
    const uses = createKeyUses({
      query: async (text, values) => {
        const result = await server.database.query(text, values);
        written.push(result.rowCount);
        return result as never;
      },
    });
    uses.note(id);
    uses.note(id);
    await until(() => written.length > 0);
    expect(written).toEqual([0]);
    expect((await user.call('GET', '/api/key')).body.key.last_used_at).toBe(
      first.last_used_at!.toISOString(),
    );
  });
});

describe('an organization’s key', () => {
  test('acts as the organization, with its maker as the user', async () => {
    const owner = await server.user('org-owner@example.com');
    const org = await organization(owner, 'acts');
    const { api_key } = (await owner.call('POST', '/api/organizations/acts/key')).body;
    expect((await whoIs(api_key)).body).toEqual({ by: 'key', user_id: owner.id, org_id: org });
    // The maker's own key is another, and neither ends the other.
    const own = (await owner.call('POST', '/api/key')).body.api_key;
    expect((await whoIs(own)).body.org_id).toBeNull();
    expect((await whoIs(api_key)).status).toBe(200);
  });

  test('is made, rotated and revoked by owners and admins only', async () => {
    const owner = await server.user('chief@example.com');
    const org = await organization(owner, 'ranks');
    const people: Record<string, SignedIn> = { owner };
    for (const role of ['admin', 'member'] as const) {
      people[role] = await server.user(`${role}@ranks.example`);
      await addMember(server.database, { org_id: org, user_id: people[role].id, role });
    }
    const outsider = await server.user('outsider@example.com');
    for (const method of ['POST', 'DELETE']) {
      const path = '/api/organizations/ranks/key';
      expect((await people.owner!.call(method, path)).status).toBe(200);
      expect((await people.admin!.call(method, path)).status).toBe(200);
      expect((await people.member!.call(method, path)).status).toBe(403);
      expect((await outsider.call(method, path)).status).toBe(404);
    }
    expect((await people.member!.call('GET', '/api/organizations/ranks/key')).body).toEqual({ key: null });
  });

  test('is one, whoever of its managers makes it', async () => {
    const owner = await server.user('first-maker@example.com');
    const org = await organization(owner, 'single');
    const admin = await server.user('second-maker@example.com');
    await addMember(server.database, { org_id: org, user_id: admin.id, role: 'admin' });
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? owner : admin).call('POST', '/api/organizations/single/key'),
      ),
    );
    const answers = await Promise.all(made.map(({ body }) => whoIs(body.api_key)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rowCount } = await server.database.query(
      'select from api_keys where organization_id = $1 and revoked_at is null',
      [org],
    );
    expect(rowCount).toBe(1);
  });

  test('ends the moment its maker leaves, on every server, and stays ended when they come back', async () => {
    const owner = await server.user('stays-behind@example.com');
    const org = await organization(owner, 'leaving');
    const admin = await server.user('leaver@example.com');
    await addMember(server.database, { org_id: org, user_id: admin.id, role: 'admin' });
    const { api_key } = (await admin.call('POST', '/api/organizations/leaving/key')).body;
    const path = `/api/organizations/leaving/members/${admin.id}`;

    // While the key is in use without a pause: from the answer on, no call passes.
    let left = false;
    let after = 0;
    const wrong: number[] = [];
    const using = Promise.all(
      [server, second].map(async (on) => {
        for (let count = 0; after < 20 && count < 5_000; count += 1) {
          const hadLeft = left;
          const { status } = await whoIs(api_key, on);
          if (hadLeft) {
            after += 1;
            if (status !== 401) wrong.push(status);
          } else if (status !== 200 && status !== 401) wrong.push(status);
        }
      }),
    );
    expect((await whoIs(api_key)).status).toBe(200);
    expect((await admin.call('DELETE', path)).status).toBe(200);
    left = true;
    await using;
    expect(after).toBeGreaterThanOrEqual(20);
    expect(wrong).toEqual([]);

    await addMember(server.database, { org_id: org, user_id: admin.id, role: 'owner' });
    expect((await whoIs(api_key)).status).toBe(401);
    expect((await owner.call('GET', '/api/organizations/leaving/key')).body).toEqual({ key: null });
  });

  test('does not outlive a membership that ends while it is being made', async () => {
    const owner = await server.user('races@example.com');
    const org = await organization(owner, 'racing');
    for (let round = 0; round < 10; round += 1) {
      const admin = await server.user(`racer${round}@example.com`);
      await addMember(server.database, { org_id: org, user_id: admin.id, role: 'admin' });
      const [made, gone] = await Promise.all([
        admin.call('POST', '/api/organizations/racing/key'),
        owner.call('DELETE', `/api/organizations/racing/members/${admin.id}`),
      ]);
      expect(gone.status).toBe(200);
      if (made.status === 200) expect((await whoIs(made.body.api_key)).status).toBe(401);
      else expect([403, 404]).toContain(made.status);
    }
  });

  test('lasts while its maker is a member of any role', async () => {
    const owner = await server.user('demotes@example.com');
    const org = await organization(owner, 'demoting');
    const admin = await server.user('demoted@example.com');
    await addMember(server.database, { org_id: org, user_id: admin.id, role: 'admin' });
    const { api_key } = (await admin.call('POST', '/api/organizations/demoting/key')).body;
    await owner.call('PATCH', `/api/organizations/demoting/members/${admin.id}`, {
      json: { role: 'member' },
    });
    expect((await whoIs(api_key)).status).toBe(200);
    expect((await admin.call('POST', '/api/organizations/demoting/key')).status).toBe(403);
  });

  test('ends when its maker is removed altogether', async () => {
    const owner = await server.user('remains@example.com');
    const org = await organization(owner, 'removing');
    const admin = await server.user('erased@example.com');
    await addMember(server.database, { org_id: org, user_id: admin.id, role: 'admin' });
    const { key } = await issueKey(server.database, { user_id: admin.id, org_id: org });
    await server.database.query('delete from users where id = $1', [admin.id]);
    expect((await whoIs(key)).status).toBe(401);
  });
});

describe('a call with a key', () => {
  test('makes none of the calls under /api, whatever else it brings', async () => {
    const user = await server.user('limited@example.com');
    const key = (await user.call('POST', '/api/key')).body.api_key;
    const calls = [
      ['GET', '/api/me'],
      ['POST', '/api/key'],
      ['DELETE', '/api/key'],
      ['POST', '/api/token'],
      ['GET', '/api/organizations'],
      ['GET', '/api/other'],
      ['GET', '/api/nothing-at-all'],
      ['POST', '/api/auth/sign-out'],
      ['POST', '/api/auth/sign-in/email'],
    ] as const;
    for (const [method, path] of calls) {
      const answer = await user.call(method, path, { headers: { 'x-api-key': key } });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(Object.keys(answer.body)).toEqual(['detail']);
    }
    expect((await user.call('GET', '/api/me', { headers: { 'x-api-key': 'kn_wrong' } })).status).toBe(401);
    expect((await whoIs(key)).status).toBe(200);
  });

  test('is decided by the key, also beside a valid session or token', async () => {
    const user = await server.user('both@example.com');
    const other = await server.user('other@example.com');
    const key = (await other.call('POST', '/api/key')).body.api_key;
    const both = await user.call('GET', '/whoami', { headers: { 'x-api-key': key } });
    expect(both.body).toMatchObject({ by: 'key', user_id: other.id });
    const wrong = await user.call('GET', '/whoami', { headers: { 'x-api-key': `kn_${'0'.repeat(64)}` } });
    expect(wrong.status).toBe(401);
  });
});

test('whatever is wrong with a key, a token or a session, the answer is the same', async () => {
  const user = await server.user('refused@example.com');
  const revoked = (await user.call('POST', '/api/key')).body.api_key;
  await user.call('DELETE', '/api/key');
  const key = (value: string) => ({ 'x-api-key': value });
  const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
  const sent: Record<string, string>[] = [
    {},
    key(''),
    key('kn_'),
    key(revoked),
    key(`kn_${'a'.repeat(64)}`),
    key(`kn_${'A'.repeat(64)}`),
    key(`kn_${'a'.repeat(63)}`),
    key(`${revoked} `.padEnd(4000, 'x')),
    key(`sk_${'a'.repeat(64)}`),
    key(`kn_${'a'.repeat(60)}' or`),
    bearer(revoked),
    bearer('a.b.c'),
    bearer('x'),
    bearer(`${user.token}x`),
    bearer(user.token.split('.')[0]!),
    { authorization: 'Bearer' },
    { authorization: `Basic ${user.token}` },
    { cookie: 'chalktalk.session_token=forged.forged' },
    { cookie: `chalktalk.session_token=${user.token.split('.')[0]}` },
  ];
  const answers = await Promise.all(sent.map((headers) => server.call('GET', '/whoami', { headers })));
  const [first] = answers;
  expect(first!.body.detail).toMatch(/X-API-Key.*Bearer.*sign in/);
  for (const [index, { status, body }] of answers.entries())
    expect([index, status, body]).toEqual([index, 401, first!.body]);
});
