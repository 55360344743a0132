/** What a connection may do, frame by frame: the protocol as it stands on the wire, its bounds, and what breaks them. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openSite, type Site, type SiteUser } from '../testing/site.ts';
import { until } from '../testing/until.ts';
import { LARGEST_FRAME } from './upgrade.ts';

let site: Site;
let user: SiteUser;
beforeAll(async () => {
  site = await openSite({
    config: { limits: { videos: 10_000, edits: 10, window_seconds: 60, active: 1000 } },
    live: { mostOfOne: 5 },
  });
  user = await site.user();
});
afterAll(() => site.close());

async function open(query = `apikey=${user.key}&vsn=2.0.0`) {
  const socket = new WebSocket(`${site.url.replace('http', 'ws')}/realtime/v1/websocket?${query}`);
  // biome-ignore lint/suspicious/noExplicitAny: frames of both versions
  const frames: any[] = [];
  let code: number | undefined;
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  socket.on('close', (closed) => {
    code = closed;
  });
  await once(socket, 'open');
  return {
    socket,
    frames,
    send: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    next: async (count: number) => {
      await until(() => frames.length >= count, 10_000);
      return frames;
    },
    closed: () => until(() => code, 10_000),
  };
}

const join = (topic: string, ref = '1', changes: unknown = [{ event: '*', schema: 'public' }]) => [
  ref,
  ref,
  `realtime:${topic}`,
  'phx_join',
  { config: { postgres_changes: changes } },
];

async function submitted(): Promise<string> {
  const body = { videos: [{ task: 'How do tides work?' }] };
  return (await site.call('POST', '/v1/videos', { key: user.key, body })).json.results[0].uuid;
}

it('speaks version 2 as Supabase does, from joining to leaving', async () => {
  const uuid = await submitted();
  const { send, next, socket } = await open();
  const binding = {
    event: 'UPDATE',
    schema: 'public',
    table: 'corporate_engine_v2',
    filter: `uuid=eq.${uuid}`,
  };
  send(join('one', '1', [binding]));
  const [reply, system] = await next(2);
  expect(reply).toEqual([
    '1',
    '1',
    'realtime:one',
    'phx_reply',
    { status: 'ok', response: { postgres_changes: [{ ...binding, id: expect.any(Number) }] } },
  ]);
  expect(system).toEqual([
    null,
    null,
    'realtime:one',
    'system',
    { message: 'Subscribed to PostgreSQL', status: 'ok', extension: 'postgres_changes', channel: 'one' },
  ]);
  await site.database.query('update corporate_engine_v2 set error_message = $2 where uuid = $1', [
    uuid,
    'é"',
  ]);
  const change = (await next(3))[2];
  expect(change.slice(0, 4)).toEqual([null, null, 'realtime:one', 'postgres_changes']);
  expect(change[4].ids).toEqual([reply[4].response.postgres_changes[0].id]);
  expect(change[4].data).toMatchObject({
    type: 'UPDATE',
    record: { error_message: 'é"' },
    old_record: { uuid },
  });
  send([null, '2', 'phoenix', 'heartbeat', {}]);
  expect((await next(4))[3]).toEqual([null, '2', 'phoenix', 'phx_reply', { status: 'ok', response: {} }]);
  send(['1', '3', 'realtime:one', 'phx_leave', {}]);
  expect((await next(6)).slice(4)).toEqual([
    ['1', '3', 'realtime:one', 'phx_reply', { status: 'ok', response: {} }],
    ['1', '1', 'realtime:one', 'phx_close', {}],
  ]);
  socket.close();
});

it('speaks version 1 in objects, also to a client that names none', async () => {
  const { send, next, socket } = await open(`apikey=${user.key}`);
  const [join_ref, ref, topic, event, payload] = join('one');
  send({ join_ref, ref, topic, event, payload });
  const [reply] = await next(2);
  expect(reply).toMatchObject({
    join_ref: '1',
    ref: '1',
    topic,
    event: 'phx_reply',
    payload: { status: 'ok' },
  });
  const uuid = await submitted();
  const change = (await next(3))[2];
  expect(change).toMatchObject({
    ref: null,
    topic,
    event: 'postgres_changes',
    payload: { data: { type: 'INSERT', record: { uuid } } },
  });
  socket.close();
});

it('refuses what it does not serve, and goes on', async () => {
  const { send, next, socket } = await open();
  send(['1', '1', 'elsewhere', 'phx_join', {}]);
  send(['2', '2', 'realtime:none', 'phx_leave', {}]);
  send(join('bad', '3', 'nonsense'));
  send(join('other', '4', [{ event: '*', schema: 'public', table: 'api_keys' }]));
  send(join('many', '5', Array(51).fill({ event: '*', schema: 'public' })));
  send(join('none', '6', []));
  send(['6', '7', 'realtime:none', 'broadcast', { type: 'broadcast' }]);
  const replies = await next(7);
  expect(replies.map(([, , , , { status }]) => status).join()).toBe('error,error,error,error,error,ok,error');
  expect(replies[3][4].response.reason).toMatch(/Only public.corporate_engine_v2/);
  socket.close();
});

it('joining a topic again takes the place of the first', async () => {
  const { send, next, socket } = await open();
  send(join('one', '1'));
  await next(2);
  send(join('one', '2'));
  const frames = await next(5);
  expect(frames[2]).toEqual(['1', '1', 'realtime:one', 'phx_close', {}]);
  await submitted();
  // An insertion and its admission, each once.
  await next(7);
  expect(frames.filter(([, , , event]) => event === 'postgres_changes')).toHaveLength(2);
  socket.close();
});

it('a connection has a hundred channels at most', async () => {
  const { send, next, socket } = await open();
  for (let count = 1; count <= 101; count += 1) send(join(`c${count}`, `${count}`, []));
  const frames = await next(101);
  expect(frames.filter(([, , , , { status }]) => status === 'ok')).toHaveLength(100);
  expect(frames.at(-1)[4].response.reason).toMatch(/at most 100 channels/);
  socket.close();
});

it.each([
  ['no JSON', 'nonsense', 1003],
  ['no frame', '[1,2]', 1003],
  ['too long', 'x'.repeat(LARGEST_FRAME + 1), 1009],
])('what is %s closes the connection', async (_, text, code) => {
  const { send, closed } = await open();
  send(text);
  expect(await closed()).toBe(code);
});

it('whoever falls silent, or says for long not who they are, is cut off; a heartbeat is enough to stay', async () => {
  const brisk = await openSite({ beside: site, live: { silence_ms: 400 } });
  const socketOf = async (query: string) => {
    const socket = new WebSocket(
      `${brisk.url.replace('http', 'ws')}/realtime/v1/websocket?vsn=2.0.0&${query}`,
    );
    await once(socket, 'open');
    socket.send(JSON.stringify(join('one')));
    await once(socket, 'message');
    return socket;
  };
  const beating = (socket: WebSocket) =>
    setInterval(() => socket.send('[null,"9","phoenix","heartbeat",{}]'), 50);
  const silent = await socketOf(`apikey=${user.key}`);
  const silentEnded = once(silent, 'close');
  const lively = await socketOf(`apikey=${user.key}`);
  const nameless = await socketOf('apikey=sb_publishable_x');
  const beats = [beating(lively), beating(nameless)];
  expect((await once(nameless, 'close'))[0]).toBe(1008);
  expect((await silentEnded)[0]).toBe(1006);
  expect(lively.readyState).toBe(WebSocket.OPEN);
  for (const beat of beats) clearInterval(beat);
  lively.close();
  await brisk.close();
});

it('too many frames at once close the connection', async () => {
  const { send, closed } = await open();
  for (let count = 0; count < 1000; count += 1) send(join('one', `${count + 1}`));
  expect(await closed()).toBe(1008);
});

it('an account has only so many connections', async () => {
  const { key } = await site.user();
  const query = `apikey=${key}&vsn=2.0.0`;
  const opened = await Promise.all(Array.from({ length: 5 }, () => open(query)));
  for (const { send, next } of opened) {
    send(join('one'));
    expect((await next(1))[0][4].status).toBe('ok');
  }
  const sixth = await open(query);
  sixth.send(join('one'));
  expect((await sixth.next(1))[0][4]).toMatchObject({
    status: 'error',
    response: { reason: expect.stringMatching(/Too many connections/) },
  });
  for (const { socket } of opened) socket.close();
  await until(async () => {
    const before = sixth.frames.length;
    sixth.send(join('one'));
    return (await sixth.next(before + 1))[before][4].status === 'ok';
  }, 10_000);
  sixth.socket.close();
});

it('whoever does not take what is sent is cut off, and the rest is told as ever', async () => {
  const uuid = await submitted();
  const slow = await open();
  slow.send(join('slow'));
  await slow.next(1);
  const quick = await open();
  quick.send(join('quick'));
  await quick.next(2);
  slow.socket.pause();
  const before = site.services.live.connections;
  let sent = 0;
  await until(async () => {
    sent += 1;
    // Some 200 KB, of which nothing is left out.
    await site.database.query('update corporate_engine_v2 set planner = $2 where uuid = $1', [
      uuid,
      JSON.stringify({ sent, text: 'x'.repeat(200_000) }),
    ]);
    return site.services.live.connections < before;
  }, 60_000);
  const frames = await quick.next(2 + sent);
  expect(frames.slice(2).map(([, , , , { data }]) => data.record.planner.sent)).toEqual(
    Array.from({ length: sent }, (_, index) => index + 1),
  );
  slow.socket.terminate();
  quick.socket.close();
});

it.each([
  ['/realtime/v1/websocket', 401],
  ['/realtime/v1/websocket?apikey=x&vsn=3.0.0', 400],
  [`/realtime/v1/websocket?apikey=${'x'.repeat(8193)}`, 401],
  ['/v1/videos', 404],
])('no WebSocket is opened at %s', async (path, code) => {
  const socket = new WebSocket(site.url.replace('http', 'ws') + path);
  const [error] = await once(socket, 'error');
  expect(error.message).toContain(String(code));
});

it('a client that offers HTTP/2 is answered in HTTP/1.1, body and all', async () => {
  const { hostname, port } = new URL(site.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  const body = JSON.stringify({ videos: [{ task: 'How do tides work?' }] });
  socket.write(
    `POST /v1/videos HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nX-API-Key: ${user.key}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
  );
  socket.write(body.slice(9));
  await until(() => answer.includes('"results"'), 10_000);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  // And so is its next request.
  answer = '';
  socket.write(`GET /openapi.json HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  await until(() => answer.includes('200 OK'), 10_000);
  socket.destroy();
});

it('tells keys and tokens to no log', () => {
  expect(site.logs.join('\n')).not.toMatch(/kn_[0-9a-f]{8}/);
});
