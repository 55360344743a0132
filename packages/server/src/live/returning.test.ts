/** What happens around a subscription: servers restart, sessions break, several serve one database, memberships end. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addMember, removeMember } from '../identity/organizations.ts';
import { advance } from '../jobs/progress.ts';
import { type FollowerOptions, follow, follower, type Told } from '../testing/follower.ts';
import { JWT_SECRET, openSite, type Site, type SiteUser } from '../testing/site.ts';

let site: Site;
let user: SiteUser;
let clients: SupabaseClient[];
const limits = { videos: 10_000, edits: 10, window_seconds: 60, active: 1000 };
beforeEach(async () => {
  clients = [];
  site = await openSite({ config: { limits } });
  user = await site.user();
});
afterEach(async () => {
  for (const client of clients) client.realtime.disconnect();
  await site.close();
});

function connect(options: Partial<FollowerOptions> = {}): SupabaseClient {
  const client = follower({ url: site.url, key: user.key, ...options });
  clients.push(client);
  return client;
}

async function submitted(key = user.key): Promise<string> {
  const body = { videos: [{ task: 'How do tides work?' }] };
  return (await site.call('POST', '/v1/videos', { key, body })).json.results[0].uuid;
}

const percents = (changes: Told[]) =>
  changes.map(({ new: row }) => (row as { progress: { percent: number } }).progress.percent);
const moves = (uuid: string, percent: number) =>
  advance(site.database, uuid, { stage: 'voiceover', percent });

async function tokenFor(user_id: string, seconds: number): Promise<string> {
  return new SignJWT({ role: 'authenticated' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user_id)
    .setAudience('authenticated')
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(JWT_SECRET));
}

it.each(['1.0.0', '2.0.0'] as const)(
  'a client of version %s comes back after a restart and is told what it missed',
  async (vsn) => {
    const uuid = await submitted();
    const one = follow(connect({ vsn }), { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
    const all = follow(connect({ vsn }), {});
    await Promise.all([one.reaches('SUBSCRIBED'), all.reaches('SUBSCRIBED')]);
    await moves(uuid, 10);
    await Promise.all([one.has(1), all.has(1)]);
    const port = Number(new URL(site.url).port);
    await site.stopListening();
    // Nobody hears these.
    await moves(uuid, 11);
    await moves(uuid, 12);
    const second = await openSite({ config: { limits, port }, beside: site });
    await Promise.all([one.reaches('SUBSCRIBED', 2), all.reaches('SUBSCRIBED', 2)]);
    await Promise.all([one.has(2), all.has(2)]);
    await moves(uuid, 13);
    expect(percents(await one.has(3))).toEqual([10, 12, 13]);
    expect(percents(await all.has(3))).toEqual([10, 12, 13]);
    await second.close();
  },
);

it('clients come back, and miss nothing, when the server loses its session with the database', async () => {
  const uuid = await submitted();
  const followed = follow(connect(), { filter: `uuid=eq.${uuid}` });
  await followed.reaches('SUBSCRIBED');
  await site.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'chalktalk live'`,
  );
  await moves(uuid, 9);
  await followed.reaches('SUBSCRIBED', 2);
  await moves(uuid, 10);
  const changes = await followed.has(1);
  await expect.poll(() => percents(changes).at(-1)).toBe(10);
});

it('every server on one database tells every change', async () => {
  const second = await openSite({ config: { limits }, beside: site });
  const uuid = await submitted();
  const here = follow(connect(), { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
  const there = follow(connect({ url: second.url }), { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
  await Promise.all([here.reaches('SUBSCRIBED'), there.reaches('SUBSCRIBED')]);
  for (let percent = 5; percent < 25; percent += 1) await moves(uuid, percent);
  const expected = Array.from({ length: 20 }, (_, index) => index + 5);
  expect(percents(await here.has(20))).toEqual(expected);
  expect(percents(await there.has(20))).toEqual(expected);
  there.channel.unsubscribe();
  await there.reaches('CLOSED');
  await second.close();
});

it('a member is told of the organization’s films until the membership ends, and from when it begins', async () => {
  const { org_id, key } = await site.organization();
  const uuid = await submitted(key);
  const mine = await submitted();
  const followed = follow(connect(), { event: 'UPDATE' });
  const onlyThat = follow(connect(), { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
  await Promise.all([followed.reaches('SUBSCRIBED'), onlyThat.reaches('SUBSCRIBED')]);
  await moves(uuid, 10);
  await addMember(site.database, { org_id, user_id: user.user_id, role: 'member' });
  await moves(uuid, 11);
  await followed.has(1);
  await removeMember(site.database, { org_id, user_id: user.user_id, by: 'operator' });
  await moves(uuid, 12);
  await moves(mine, 13);
  expect(percents(await followed.has(2))).toEqual([11, 13]);
  expect(percents(onlyThat.changes)).toEqual([11]);
});

it('an organization’s key is told of its films alone, and ends when its maker leaves', async () => {
  const { org_id, key, owner } = await site.organization();
  const second = await site.user();
  await addMember(site.database, { org_id, user_id: second.user_id, role: 'owner' });
  const followed = follow(connect({ key }), { event: 'UPDATE' });
  await followed.reaches('SUBSCRIBED');
  await moves(await submitted(owner.key), 10);
  await moves(await submitted(key), 11);
  expect(percents(await followed.has(2))).toEqual([2, 11]);
  await removeMember(site.database, { org_id, user_id: owner.user_id, by: 'operator' });
  await followed.reaches('CLOSED');
  expect(followed.systems.at(-1)).toMatchObject({
    status: 'error',
    message: expect.stringMatching(/has ended/),
  });
});

it('a token that expires closes its channel, and one that is renewed in time does not', async () => {
  const uuid = await submitted();
  // The check of a token allows for clocks that differ by 5 s; these have been over for most of that.
  const short = await tokenFor(user.user_id, -3);
  const lasting = connect({ key: 'sb_publishable_x' });
  await lasting.realtime.setAuth(short);
  const renewed = follow(lasting, { filter: `uuid=eq.${uuid}` });
  const passing = connect({ key: 'sb_publishable_x' });
  await passing.realtime.setAuth(short);
  const expired = follow(passing, { filter: `uuid=eq.${uuid}` });
  await Promise.all([renewed.reaches('SUBSCRIBED'), expired.reaches('SUBSCRIBED')]);
  await lasting.realtime.setAuth(await tokenFor(user.user_id, 600));
  await expired.reaches('CLOSED');
  expect(expired.systems.at(-1)).toMatchObject({
    status: 'error',
    extension: 'system',
    message: expect.stringMatching(/Token has expired/),
  });
  await moves(uuid, 10);
  expect(percents(await renewed.has(1))).toEqual([10]);
  expect(expired.changes).toEqual([]);
});

it('a token that is no good is refused when joining, and closes a channel that it is set on', async () => {
  const bad = connect({ accessToken: async () => 'bad.token.x', key: 'sb_publishable_x' });
  await bad.realtime.setAuth();
  const refused = follow(bad, {});
  await refused.reaches('CHANNEL_ERROR');
  expect(refused.error()).toMatch(/Unauthorized/);
  const client = connect();
  const followed = follow(client, {});
  await followed.reaches('SUBSCRIBED');
  await client.realtime.setAuth(await tokenFor(user.user_id, -60));
  await followed.reaches('CLOSED');
  expect(followed.systems.at(-1)).toMatchObject({ status: 'error' });
});

it('signing out ends what its tokens follow', async () => {
  const uuid = await submitted();
  const { rows } = await site.database.query<{ id: string }>(
    `insert into sessions (expires_at, token, updated_at, user_id)
     values (now() + interval '1 day', $1, now(), $2) returning id`,
    [Math.random(), user.user_id],
  );
  const { token } = await site.services.identity.tokens.issue({
    user_id: user.user_id,
    email: 'ada@example.com',
    session_id: rows[0]!.id,
  });
  const client = connect({ key: 'sb_publishable_x', accessToken: async () => token });
  // Without this the client joins before it has asked for the token, and then keeps it to itself.
  await client.realtime.setAuth();
  const followed = follow(client, { filter: `uuid=eq.${uuid}` });
  await followed.reaches('SUBSCRIBED');
  await moves(uuid, 10);
  await followed.has(1);
  await site.database.query('delete from sessions where id = $1', [rows[0]!.id]);
  await followed.reaches('CLOSED');
});
