/** Supabase's own client follows films on this server: both versions of the protocol, on a real Postgres. */
import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../jobs/progress.ts';
import { type FollowerOptions, follow, follower } from '../testing/follower.ts';
import { openSite, type Site, type SiteUser } from '../testing/site.ts';

let site: Site;
let user: SiteUser;
const clients: SupabaseClient[] = [];
beforeAll(async () => {
  // Nobody's films wait in line, where the next to begin would be told too.
  site = await openSite({
    config: { limits: { videos: 10_000, edits: 10, window_seconds: 60, active: 1000 } },
  });
  user = await site.user();
});
afterEach(async () => {
  for (const client of clients.splice(0)) {
    await client.removeAllChannels();
    await client.realtime.disconnect();
  }
});
afterAll(() => site.close());

function connect(options: Partial<FollowerOptions> = {}): SupabaseClient {
  const client = follower({ url: site.url, key: user.key, ...options });
  clients.push(client);
  return client;
}

async function submitted(key = user.key, task = 'How do tides work?'): Promise<string> {
  const { json } = await site.call('POST', '/v1/videos', { key, body: { videos: [{ task }] } });
  return json.results[0].uuid;
}

const becomes = (uuid: string, change: string, values: unknown[] = []) =>
  site.database.query(`update corporate_engine_v2 set ${change} where uuid = $1`, [uuid, ...values]);
const percent = (uuid: string, value: number) =>
  becomes(uuid, `progress = progress || jsonb_build_object('percent', $2::int)`, [value]);

describe.each(['1.0.0', '2.0.0'] as const)('version %s of the protocol', (vsn) => {
  it('tells each update of a film once, in order, as a whole row', async () => {
    const uuid = await submitted();
    const followed = follow(connect({ vsn }), { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
    await followed.reaches('SUBSCRIBED');
    for (let value = 1; value <= 50; value += 1) await percent(uuid, value);
    const changes = await followed.has(50);
    expect(
      changes.map(({ new: row }) => (row as { progress: { percent: number } }).progress.percent),
    ).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const { json } = await site.call('GET', `/v1/videos/${uuid}`, { key: user.key });
    expect(changes.at(-1)).toEqual({
      schema: 'public',
      table: 'corporate_engine_v2',
      eventType: 'UPDATE',
      commit_timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      errors: null,
      old: { uuid },
      new: {
        uuid,
        user_id: user.user_id,
        org_id: null,
        task: 'How do tides work?',
        status: 'queued',
        progress: json.progress,
        error_message: null,
        created_at: json.created_at,
        updated_at: json.updated_at,
        planner: null,
        planner_history: [],
        result: null,
      },
    });
    expect(followed.systems).toEqual([
      expect.objectContaining({
        status: 'ok',
        extension: 'postgres_changes',
        message: 'Subscribed to PostgreSQL',
      }),
    ]);
  });

  it('tells insertions and deletions, each to the bindings that ask for them', async () => {
    const client = connect({ vsn });
    const all = follow(client, {});
    const inserted = follow(client, { event: 'INSERT' }, { event: 'INSERT', filter: 'status=eq.pending' });
    const deleted = follow(client, { event: 'DELETE', filter: 'status=neq.complete' });
    await Promise.all([all, inserted, deleted].map((one) => one.reaches('SUBSCRIBED')));
    const uuid = await submitted();
    await site.database.query('delete from corporate_engine_v2 where uuid = $1', [uuid]);
    const [gone] = await deleted.has(1);
    expect(gone).toMatchObject({ eventType: 'DELETE', old: { uuid }, new: {} });
    expect((await inserted.has(2)).map(({ eventType }) => eventType)).toEqual(['INSERT', 'INSERT']);
    // Taken in, admitted, removed.
    expect((await all.has(3)).map(({ eventType }) => eventType)).toEqual(['INSERT', 'UPDATE', 'DELETE']);
  });

  it('tells a stranger nothing, whatever they ask for', async () => {
    const stranger = await site.user();
    const uuid = await submitted();
    const asked = [{ filter: `uuid=eq.${uuid}` }, {}, { filter: `user_id=eq.${user.user_id}` }];
    const theirs = follow(connect({ vsn, key: stranger.key }), ...asked);
    const own = follow(connect({ vsn }), { filter: `uuid=eq.${uuid}` });
    await theirs.reaches('SUBSCRIBED');
    await own.reaches('SUBSCRIBED');
    await percent(uuid, 7);
    await own.has(1);
    // Told in one go, so what is to come has come: a film of their own is told after it.
    const another = await submitted(stranger.key);
    await theirs.has(2);
    expect(theirs.changes.map(({ new: row }) => (row as { uuid: string }).uuid)).toEqual([another, another]);
  });

  it('says that a key is not known, and why a filter cannot be', async () => {
    const unknown = follow(connect({ vsn, key: `kn_${'0'.repeat(64)}` }), {});
    await unknown.reaches('CHANNEL_ERROR');
    expect(unknown.error()).toMatch(/Unauthorized: the key or token is unknown/);
    for (const [filter, reason] of [
      ['nonsense=eq.1', /column "nonsense" does not exist/],
      ['uuid=eq.1', /"1" is no uuid/],
      ['status', /column=operator\.value/],
      ['progress=eq.1', /JSON/],
    ] as const) {
      const refused = follow(connect({ vsn }), { filter });
      await refused.reaches('CHANNEL_ERROR');
      expect(refused.error()).toMatch(reason);
    }
  });

  it('serves a token that is set late, and ends when the key or token is revoked', async () => {
    const { user_id, key } = await site.user();
    const uuid = await submitted(key);
    const client = connect({ vsn, key: 'sb_publishable_of-some-project' });
    const followed = follow(client, { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
    await followed.reaches('SUBSCRIBED');
    expect(followed.systems[0].message).toMatch(/setAuth/);
    await percent(uuid, 3);
    await client.realtime.setAuth(await site.token(user_id));
    const { live } = site.services;
    await expect.poll(() => live.grants.heldBy(user_id)).toBe(1);
    await percent(uuid, 4);
    expect(
      (await followed.has(1)).map(({ new: row }) => (row as { progress: object }).progress),
    ).toMatchObject([{ percent: 4 }]);

    const byKey = follow(connect({ vsn, key }), {});
    await byKey.reaches('SUBSCRIBED');
    await site.database.query('update api_keys set revoked_at = now() where user_id = $1', [user_id]);
    await byKey.reaches('CLOSED');
    expect(byKey.systems.at(-1)).toMatchObject({ status: 'error', extension: 'system' });
    // The token is no key.
    await percent(uuid, 5);
    await followed.has(2);
  });
});

it('tells a large change whole, and a large planner only when it changes', async () => {
  const uuid = await submitted(user.key, `Tides. ${'é'.repeat(4900)}`);
  const followed = follow(connect(), { filter: `uuid=eq.${uuid}` });
  await followed.reaches('SUBSCRIBED');
  const planner = { scenes: Array.from({ length: 900 }, () => randomUUID()) };
  await becomes(uuid, 'planner = $2', [JSON.stringify(planner)]);
  await advance(site.database, uuid, { stage: 'highlevel', percent: 25 });
  const [planned, moved] = (await followed.has(2)).map(({ new: row }) => row as Record<string, unknown>);
  expect(planned).toMatchObject({ planner, planner_history: [], task: expect.stringMatching(/é{4900}$/) });
  expect(moved).toMatchObject({ status: 'highlevel', task: expect.stringMatching(/é{4900}$/) });
  expect(moved).not.toHaveProperty('planner');
});
