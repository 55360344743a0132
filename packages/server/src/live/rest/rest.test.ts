/** `supabase.from('corporate_engine_v2').select()` with Supabase's own client, on this server. */
import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember, removeMember } from '../../identity/organizations.ts';
import { follower } from '../../testing/follower.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';

let site: Site;
let user: SiteUser;
let uuids: string[];
let client: SupabaseClient;
beforeAll(async () => {
  site = await openSite({ config: { limits: { videos: 10_000, edits: 10, window_seconds: 60, active: 2 } } });
  user = await site.user();
  uuids = await submitted(user.key, ['Tides', 'Planes, and "flight"', 'Bees (honey)', 'Rain']);
  client = follower({ url: site.url, key: user.key });
});
afterAll(() => site.close());

async function submitted(key: string, tasks: string[]): Promise<string[]> {
  const body = { videos: tasks.map((task) => ({ task })) };
  const { json } = await site.call('POST', '/v1/videos', { key, body });
  return json.results.map(({ uuid }: { uuid: string }) => uuid);
}

const table = (of = client) => of.from('corporate_engine_v2');

describe('reading the table', () => {
  it('gives whole rows with the contract’s columns, as the poll tells them', async () => {
    const { data, error, status } = await table().select('*').eq('uuid', uuids[0]!);
    expect({ error, status }).toEqual({ error: null, status: 200 });
    const { json } = await site.call('GET', `/v1/videos/${uuids[0]}`, { key: user.key });
    const { task, status: film, progress, error_message, created_at, updated_at } = json;
    expect(data).toEqual([
      {
        uuid: uuids[0],
        user_id: user.user_id,
        org_id: null,
        task,
        status: film,
        progress,
        error_message,
        created_at,
        updated_at,
        planner: null,
        planner_history: [],
        result: null,
      },
    ]);
  });

  it('gives one row to single and maybeSingle, and says so when it is none or many', async () => {
    const one = await table().select('uuid, status').eq('uuid', uuids[1]!).single();
    expect(one.data).toEqual({ uuid: uuids[1], status: 'queued' });
    const none = await table().select().eq('uuid', randomUUID()).single();
    expect(none).toMatchObject({ status: 406, data: null });
    expect(none.error).toMatchObject({ code: 'PGRST116', details: 'The result contains 0 rows' });
    expect((await table().select().single()).error).toMatchObject({ code: 'PGRST116' });
    expect((await table().select().eq('uuid', randomUUID()).maybeSingle()).data).toBeNull();
  });

  it('filters by every operator that is served', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the client's own builder
    const tasks = async (build: (query: any) => any) => {
      const { data, error } = await build(table().select('task').order('created_at').order('task'));
      expect(error).toBeNull();
      return data.map(({ task }: { task: string }) => task).sort();
    };
    expect(await tasks((query) => query.eq('status', 'queued'))).toEqual(['Planes, and "flight"', 'Tides']);
    expect(await tasks((query) => query.neq('status', 'queued'))).toEqual(['Bees (honey)', 'Rain']);
    expect(await tasks((query) => query.in('task', ['Planes, and "flight"', 'Bees (honey)', 'x']))).toEqual([
      'Bees (honey)',
      'Planes, and "flight"',
    ]);
    expect(await tasks((query) => query.in('uuid', []))).toEqual([]);
    expect(await tasks((query) => query.gt('task', 'Q'))).toEqual(['Rain', 'Tides']);
    expect(await tasks((query) => query.gte('task', 'Rain').lt('task', 'Tides'))).toEqual(['Rain']);
    expect(await tasks((query) => query.lte('created_at', new Date().toISOString()))).toHaveLength(4);
    expect(await tasks((query) => query.gt('updated_at', '2999-01-01T00:00:00Z'))).toEqual([]);
    expect(await tasks((query) => query.is('result', null).not('task', 'eq', 'Rain'))).toHaveLength(3);
    expect(await tasks((query) => query.not('org_id', 'is', null))).toEqual([]);
    expect(await tasks((query) => query.ilike('task', '%honey%'))).toEqual(['Bees (honey)']);
  });

  it('selects columns, parts of JSON and other names', async () => {
    const { data } = await table()
      .select('id:uuid, progress->percent, stage:progress->>stage, progress->nothing')
      .eq('uuid', uuids[0]!);
    expect(data).toEqual([{ id: uuids[0], percent: 2, stage: 'queued', nothing: null }]);
  });

  it('orders, pages and counts', async () => {
    const pages = [];
    for (const from of [0, 3]) {
      const page = await table()
        .select('task', { count: 'exact' })
        .order('task', { ascending: false })
        .range(from, from + 2);
      expect(page.count).toBe(4);
      expect(page.status).toBe(206);
      pages.push(page.data!.map(({ task }) => task));
    }
    expect(pages).toEqual([['Tides', 'Rain', 'Planes, and "flight"'], ['Bees (honey)']]);
    expect((await table().select('task', { count: 'exact' }).range(7, 9)).error).toMatchObject({
      code: 'PGRST103',
    });
    expect((await table().select('*', { count: 'exact', head: true })).count).toBe(4);
    const ranged = await fetch(`${site.url}/rest/v1/corporate_engine_v2?select=task&order=task`, {
      headers: { apikey: user.key, Range: '1-2' },
    });
    expect(ranged.headers.get('content-range')).toBe('1-2/*');
    expect(await ranged.json()).toEqual([{ task: 'Planes, and "flight"' }, { task: 'Rain' }]);
  });

  it('links to the files of a finished film', async () => {
    const { key } = await site.user();
    const [uuid] = await submitted(key, ['Tides']);
    const files = { video: 'v', vtt: 'v', srt: 's', thumbnail: 't', transcript: 't', report: 'r' };
    const result = { files, duration_seconds: 30, scenes: [], planner: 'note', sources: [] };
    await site.services.admission.complete(uuid!, result);
    const { data } = await table(follower({ url: site.url, key }))
      .select('result->>link')
      .single();
    expect(data).toEqual({ link: expect.stringMatching(new RegExp(`^${site.url}/files/v\\?expires=`)) });
  });

  it.each([
    ['column', () => table().select('*').eq('nope', 1), 400, '42703'],
    ['column to select', () => table().select('uuid, brief'), 400, '42703'],
    ['column to order by', () => table().select().order('seq'), 400, '42703'],
    ['uuid', () => table().select().eq('uuid', 'nonsense'), 400, '22P02'],
    ['time', () => table().select().gt('created_at', 'yesterday-ish'), 400, '22007'],
    ['text', () => table().select().eq('task', '\0'), 400, '22021'],
    ['operator', () => table().select().overlaps('task', ['a']), 400, 'PGRST100'],
    ['relation', () => table().select('uuid, users(*)'), 400, 'PGRST100'],
    ['alternative', () => table().select().or('status.eq.queued,status.eq.failed'), 400, 'PGRST100'],
    ['table', () => client.from('api_keys').select(), 404, 'PGRST205'],
    ['writing', () => table().update({ status: 'complete' }).eq('uuid', uuids[0]!), 403, '42501'],
    ['inserting', () => table().insert({ task: 'x' }), 403, '42501'],
    ['deleting', () => table().delete().eq('uuid', uuids[0]!), 403, '42501'],
  ] as const)('refuses what is no %s with a code that programs know', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status, data: null });
    expect(answer.error).toMatchObject({ code, message: expect.any(String) });
  });

  it('shows nobody what is not theirs, and ends with the membership', async () => {
    const { org_id, key, owner } = await site.organization();
    const [uuid] = await submitted(key, ['Ours']);
    const member = await site.user();
    await addMember(site.database, { org_id, user_id: member.user_id, role: 'member' });
    const seen = async (of: string) =>
      (
        await table(follower({ url: site.url, key: of }))
          .select('uuid')
          .eq('uuid', uuid!)
      ).data;
    const found = [{ uuid }];
    expect([await seen(key), await seen(owner.key), await seen(member.key)]).toEqual([found, found, found]);
    expect(await seen(user.key)).toEqual([]);
    await removeMember(site.database, { org_id, user_id: member.user_id, by: 'operator' });
    expect(await seen(member.key)).toEqual([]);
    // A public key names nobody; a token set beside it does.
    expect(await seen('sb_publishable_some-project')).toEqual([]);
    const token = await site.token(owner.user_id);
    const signedIn = follower({ url: site.url, key: 'sb_publishable_x', accessToken: async () => token });
    expect((await table(signedIn).select('uuid').eq('uuid', uuid!)).data).toEqual(found);
  });

  it('refuses a key that is not known, and says that it needs one', async () => {
    const unknown = await table(follower({ url: site.url, key: `kn_${'0'.repeat(64)}` })).select();
    expect(unknown.status).toBe(401);
    expect(unknown.error).toMatchObject({ code: 'PGRST301' });
    const { status, json } = await site.call('GET', '/rest/v1/corporate_engine_v2');
    expect(status).toBe(401);
    expect(json).toMatchObject({ code: 'PGRST301', hint: null, message: expect.stringMatching(/apikey/) });
  });

  it('may be called by pages of any site', async () => {
    const { headers } = await site.call('OPTIONS', '/rest/v1/corporate_engine_v2', {
      headers: {
        Origin: 'https://app.example.com',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'apikey,authorization,x-client-info',
      },
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-headers')).toMatch(/apikey/);
  });
});
