/**
 * How quickly followers are told: `npm run bench:live -- [--json] [--updates 300] [--subscribers 1000]`. Loopback only, and
 * over within some minutes. Supabase's own client, unmodified, follows a film in Node and in a real Chromium, by both
 * versions of the protocol; then many of them follow one film at once. Timed from before the update is sent to Postgres
 * until the client's callback; the server has a process of its own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '../packages/server/src/database/database.ts';
import { launchChromium } from '../packages/server/src/testing/chromium.ts';
import { follow, follower } from '../packages/server/src/testing/follower.ts';
import { until } from '../packages/server/src/testing/until.ts';
import type { LiveStarted, Memory } from './live-server.ts';

/** ms: each update for one client, and the median of many. */
const SLOWEST = 250;
const SLOWEST_MEDIAN = 300;
const PAUSE = 20;
const MANY_UPDATES = 30;
const MANY_PAUSE = 500;

interface Measured {
  client: string;
  version: string;
  updates: number;
  in_order: boolean;
  /** What somebody else was told who asked for the same. */
  strangers: number;
  /** ms */
  p50: number;
  p99: number;
  slowest: number;
}

type Version = '1.0.0' | '2.0.0';
const VERSIONS: Version[] = ['1.0.0', '2.0.0'];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    updates: { type: 'string', default: '300' },
    subscribers: { type: 'string', default: '1000' },
  },
});
const updates = Math.min(10_000, Math.max(1, Number(values.updates)));
const subscribers = Math.min(1900, Math.max(1, Number(values.subscribers)));

function start(folder: string): Promise<[ChildProcess, LiveStarted]> {
  const child = fork(fileURLToPath(new URL('live-server.ts', import.meta.url)), [folder], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (started) => resolve([child, started as LiveStarted]));
    child.once('exit', (code) => reject(new Error(`The server of the bench ended with code ${code}.`)));
  });
}

function memoryOf(child: ChildProcess): Promise<Memory> {
  child.send('memory');
  return new Promise((resolve) => child.once('message', (memory) => resolve(memory as Memory)));
}

async function aFilm(database: Database, user_id: string): Promise<string> {
  const caller = `user:${user_id}`;
  await database.query('insert into callers (caller) values ($1) on conflict do nothing', [caller]);
  const { rows } = await database.query<{ uuid: string }>(
    `insert into corporate_engine_v2 (user_id, caller, task, brief) values ($1, $2, 'How do tides work?', '{}')
     returning uuid`,
    [user_id, caller],
  );
  return rows[0]!.uuid;
}

/** Updates one after another. @returns when each was sent, ms since 1970 */
async function update(database: Database, uuid: string, count: number, pause: number): Promise<number[]> {
  const sent: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const due = wait(pause);
    sent.push(performance.timeOrigin + performance.now());
    await database.query(
      `update corporate_engine_v2 set updated_at = clock_timestamp(),
         progress = progress || jsonb_build_object('current_scene', $2::int) where uuid = $1`,
      [uuid, number],
    );
    await due;
  }
  return sent;
}

interface Arrival {
  number: number;
  at: number;
}

function summary(sent: number[], arrivals: Arrival[]): Omit<Measured, 'client' | 'version' | 'strangers'> {
  const times = arrivals.map(({ number, at }) => at - sent[number]!).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN) * 10) / 10;
  return {
    updates: arrivals.length,
    in_order: arrivals.every(({ number }, index) => number === index) && arrivals.length === sent.length,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(1),
  };
}

async function inNode(database: Database, { url, users }: LiveStarted, vsn: Version): Promise<Measured> {
  const uuid = await aFilm(database, users[0]!.user_id);
  const clients = users.map(({ key }) => follower({ url, key, vsn }));
  const arrivals: Arrival[] = [];
  const [own, strangers] = clients.map((client) =>
    follow(client, { event: 'UPDATE', filter: `uuid=eq.${uuid}` }),
  );
  own!.onTold = (told) =>
    arrivals.push({
      number: (told.new as { progress: { current_scene: number } }).progress.current_scene,
      at: performance.timeOrigin + performance.now(),
    });
  await Promise.all([own!.reaches('SUBSCRIBED'), strangers!.reaches('SUBSCRIBED')]);
  const sent = await update(database, uuid, updates, PAUSE);
  await until(() => arrivals.length >= updates, 10_000).catch(() => undefined);
  for (const client of clients) client.realtime.disconnect();
  return { client: 'Node', version: vsn, ...summary(sent, arrivals), strangers: strangers!.changes.length };
}

const SCRIPT = fileURLToPath(
  new URL('umd/supabase.js', import.meta.resolve('@supabase/supabase-js').replace(/[^/]*$/, '')),
);

async function inChromium(database: Database, { url, users }: LiveStarted): Promise<Measured[]> {
  const running = await launchChromium();
  if (!running) return [];
  const measured: Measured[] = [];
  for (const vsn of VERSIONS) {
    const uuid = await aFilm(database, users[0]!.user_id);
    const pages = await Promise.all(
      users.map(async ({ key }) => {
        const page = await running.browser.newPage();
        await page.goto('about:blank');
        await page.addScriptTag({ path: SCRIPT });
        // As text: what compiles this file would put names into it that a page does not know.
        await page.evaluate(`new Promise((resolve) => {
          window.arrivals = [];
          supabase.createClient(${JSON.stringify(url)}, '${key}', { realtime: { vsn: '${vsn}' } })
            .channel('film')
            .on('postgres_changes',
              { event: 'UPDATE', schema: 'public', table: 'corporate_engine_v2', filter: 'uuid=eq.${uuid}' },
              (told) => arrivals.push({
                number: told.new.progress.current_scene,
                at: performance.timeOrigin + performance.now(),
              }))
            .subscribe((state) => state === 'SUBSCRIBED' && resolve());
        })`);
        return page;
      }),
    );
    const sent = await update(database, uuid, updates, PAUSE);
    const [own, strangers] = pages.map((page) => () => page.evaluate('arrivals') as Promise<Arrival[]>);
    await until(async () => (await own!()).length >= updates, 10_000).catch(() => undefined);
    measured.push({
      client: `Chromium ${running.version.split('.')[0]}`,
      version: vsn,
      ...summary(sent, await own!()),
      strangers: (await strangers!()).length,
    });
  }
  await running.close();
  return measured;
}

/** Many clients, each with a connection of its own, follow one film. */
async function many(database: Database, server: ChildProcess, { url, users }: LiveStarted) {
  const { user_id, key } = users[0]!;
  const uuid = await aFilm(database, user_id);
  const before = await memoryOf(server);
  const arrivals: Arrival[] = [];
  const clients: ReturnType<typeof follower>[] = [];
  for (let index = 0; index < subscribers; index += 50) {
    const some = Array.from({ length: Math.min(50, subscribers - index) }, (_, offset) =>
      follower({ url, key, vsn: VERSIONS[offset % 2]! }),
    );
    clients.push(...some);
    await Promise.all(
      some.map((client) => {
        const followed = follow(client, { event: 'UPDATE', filter: `uuid=eq.${uuid}` });
        followed.onTold = (told) =>
          arrivals.push({
            number: (told.new as { progress: { current_scene: number } }).progress.current_scene,
            at: performance.timeOrigin + performance.now(),
          });
        return followed.reaches('SUBSCRIBED');
      }),
    );
  }
  const after = await memoryOf(server);
  const sent = await update(database, uuid, MANY_UPDATES, MANY_PAUSE);
  const expected = MANY_UPDATES * subscribers;
  await until(() => arrivals.length >= expected, 30_000).catch(() => undefined);
  for (const client of clients) client.realtime.disconnect();
  const { p50, p99, slowest } = summary(sent, arrivals);
  return {
    subscribers,
    delivered: arrivals.length,
    expected,
    p50,
    p99,
    slowest,
    kb_each: Math.round((after.held - before.held) / subscribers / 102.4) / 10,
  };
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-bench-'));
const [server, started] = await start(folder);
const database = openDatabase(started.database_url, 1);
try {
  const measured: Measured[] = [];
  for (const vsn of VERSIONS) measured.push(await inNode(database, started, vsn));
  measured.push(...(await inChromium(database, started)));
  const crowd = await many(database, server, started);
  if (values.json) console.log(JSON.stringify({ measured, crowd }, null, 2));
  else {
    console.log(
      `${updates} updates of a film, one each ${PAUSE} ms, until the callback of Supabase’s client (ms):`,
    );
    console.table(measured);
    console.log(
      'One film, many followers, each with a connection (ms; KB of objects and buffers that the server holds for each):',
    );
    console.table([crowd]);
  }
  const held =
    measured.every(({ in_order, slowest, strangers }) => in_order && slowest <= SLOWEST && strangers === 0) &&
    crowd.delivered === crowd.expected &&
    crowd.p50 <= SLOWEST_MEDIAN;
  const bar = `bar: each update within ${SLOWEST} ms and in order, strangers told nothing, the median of many within ${SLOWEST_MEDIAN} ms`;
  console.error(`${bar}: ${held ? 'held' : 'NOT HELD'}`);
  process.exitCode = held ? 0 : 1;
} finally {
  await database.close();
  if (server.connected) server.disconnect();
  if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
  await rm(folder, { recursive: true, force: true });
}
process.exit();
