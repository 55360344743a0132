/** GET /v1/videos/{uuid}/events over real HTTP, as an EventSource reads it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addMember, removeMember } from '../../identity/organizations.ts';
import { advance } from '../../jobs/progress.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';
import { until } from '../../testing/until.ts';

let site: Site;
let user: SiteUser;
beforeAll(async () => {
  site = await openSite({
    config: { limits: { videos: 10_000, edits: 10, window_seconds: 60, active: 1000 } },
    live: { beat_ms: 20, mostOfOne: 3 },
  });
  user = await site.user();
});
afterAll(() => site.close());

async function submitted(key = user.key): Promise<string> {
  const body = { videos: [{ task: 'How do tides work?' }] };
  return (await site.call('POST', '/v1/videos', { key, body })).json.results[0].uuid;
}

interface Event {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects
  data: any;
}

/** Reads event by event, and counts comments. */
function opened(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let comments = 0;
  return {
    comments: () => comments,
    /** @returns undefined at the end */
    async next(): Promise<Event | undefined> {
      for (;;) {
        const [block, ...rest] = text.split('\n\n');
        if (rest.length === 0) {
          const { done, value } = await reader.read();
          if (done) return undefined;
          text += value;
          continue;
        }
        text = rest.join('\n\n');
        if (block!.startsWith(':')) comments += 1;
        const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(block!) ?? [];
        if (id && data) return { id, data: JSON.parse(data) };
      }
    },
    cancel: () => reader.cancel(),
  };
}

const events = (uuid: string, headers: Record<string, string> = { 'X-API-Key': user.key }) =>
  fetch(`${site.url}/v1/videos/${uuid}/events`, { headers });

async function loseChanges(): Promise<void> {
  const losses = () => site.logs.filter((line) => line.includes('notifications of the database were lost'));
  const before = losses().length;
  await site.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'chalktalk live'`,
  );
  await until(() => losses().length > before);
}

describe('an event stream', () => {
  it('begins with the state as it stands, tells each change as the poll does, and ends with the film', async () => {
    const uuid = await submitted();
    const response = await events(uuid);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-ratelimit-limit')).toBe('10000');
    const stream = opened(response);
    const poll = async () => (await site.call('GET', `/v1/videos/${uuid}`, { key: user.key })).json;
    const first = await stream.next();
    expect(first!.data).toEqual(await poll());
    expect(first!.id).toBe(first!.data.updated_at);
    for (const [stage, percent] of [
      ['voiceover', 5],
      ['voiceover', 12],
      ['highlevel', 25],
    ] as const) {
      await advance(site.database, uuid, { stage, percent });
      const event = await stream.next();
      expect(event!.data).toEqual(await poll());
      expect(event!.data).toMatchObject({ status: stage, progress: { percent } });
    }
    await site.services.admission.fail(uuid, 'No note covers this; add one.');
    expect((await stream.next())!.data).toMatchObject({ is_failed: true, error_message: expect.any(String) });
    expect(await stream.next()).toBeUndefined();
  });

  it('says now and then that it is still there, and signs of life are no events', async () => {
    const uuid = await submitted();
    const stream = opened(await events(uuid));
    await stream.next();
    await site.database.query(
      'update corporate_engine_v2 set updated_at = clock_timestamp() where uuid = $1',
      [uuid],
    );
    const next = stream.next();
    await expect.poll(stream.comments).toBeGreaterThan(2);
    await advance(site.database, uuid, { stage: 'voiceover', percent: 5 });
    expect((await next)!.data.status).toBe('voiceover');
    await stream.cancel();
  });

  it('of a film that has ended tells so and ends; a browser that comes back for more is told to stay away', async () => {
    const uuid = await submitted();
    await site.services.admission.fail(uuid, 'No.');
    const stream = opened(await events(uuid));
    const last = await stream.next();
    expect(last!.data.is_failed).toBe(true);
    expect(await stream.next()).toBeUndefined();
    const again = await events(uuid, { 'X-API-Key': user.key, 'Last-Event-ID': last!.id });
    expect(again.status).toBe(204);
    const odd = await events(uuid, { 'X-API-Key': user.key, 'Last-Event-ID': 'x'.repeat(2000) });
    expect((await opened(odd).next())!.id).toBe(last!.id);
  });

  it('is refused as a poll is', async () => {
    const uuid = await submitted();
    expect((await events(uuid, {})).status).toBe(401);
    expect((await events(uuid, { 'X-API-Key': `kn_${'0'.repeat(64)}` })).status).toBe(401);
    expect((await events(uuid, { 'X-API-Key': (await site.user()).key })).status).toBe(403);
    expect((await events(randomUUID())).status).toBe(404);
    expect((await events('nonsense')).status).toBe(404);
    expect((await fetch(`${site.url}/v1/videos/${uuid}/events`, { method: 'POST' })).status).toBe(405);
  });

  it('is opened with a token, and by HEAD tells its headers alone', async () => {
    const uuid = await submitted();
    const bearer = { Authorization: `Bearer ${await site.token(user.user_id)}` };
    const stream = opened(await events(uuid, bearer));
    expect((await stream.next())!.data.uuid).toBe(uuid);
    await stream.cancel();
    const head = await fetch(`${site.url}/v1/videos/${uuid}/events`, { method: 'HEAD', headers: bearer });
    expect(head.headers.get('content-type')).toMatch(/event-stream/);
  });

  it.each([1, 2])('is not opened when changes are lost meanwhile, at look-up %i of who asks', async (nth) => {
    const uuid = await submitted();
    const { identity } = site.services;
    const { authenticate } = identity;
    let looks = 0;
    const asked = vi.spyOn(identity, 'authenticate').mockImplementation(async (headers) => {
      looks += 1;
      if (looks === nth) await loseChanges();
      return authenticate(headers);
    });
    const response = await events(uuid, { Authorization: `Bearer ${await site.token(user.user_id)}` });
    asked.mockRestore();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
  });

  it('ends when the key is revoked, or its user leaves the organization', async () => {
    const { org_id, key } = await site.organization();
    const member = await site.user();
    await addMember(site.database, { org_id, user_id: member.user_id, role: 'member' });
    const uuid = await submitted(key);
    const theirs = opened(await events(uuid, { 'X-API-Key': member.key }));
    const organizations = opened(await events(uuid, { 'X-API-Key': key }));
    await Promise.all([theirs.next(), organizations.next()]);
    await removeMember(site.database, { org_id, user_id: member.user_id, by: 'operator' });
    expect(await theirs.next()).toBeUndefined();
    await site.database.query('update api_keys set revoked_at = now() where organization_id = $1', [org_id]);
    expect(await organizations.next()).toBeUndefined();
  });

  it('counts among the connections of its account, until it is closed', async () => {
    const { key } = await site.user();
    const uuid = await submitted(key);
    const open = async () => events(uuid, { 'X-API-Key': key });
    const streams = await Promise.all([open(), open(), open()]);
    const refused = await open();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({ detail: expect.stringMatching(/Too many connections/) });
    for (const response of streams) await response.body!.cancel();
    await expect
      .poll(async () => {
        const { status, body } = await open();
        await body!.cancel();
        return status;
      })
      .toBe(200);
  });
});
