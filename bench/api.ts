/**
 * How fast the API answers polls: `npm run bench:api -- [--json] [--seconds 8] [--connections 32]`. Loopback only, and
 * over within some minutes. The service on a real Postgres and a bare hono route are asked by the same client in the same
 * run, each in a process of its own; then both once more while a real worker renders two films.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import type { Started } from './api-server.ts';
import { paced } from './paced.ts';

/** What polls must hold to while films render: so many at full speed, and so quick when so many come. */
const LEAST_REQUESTS = 2000;
const SLOWEST_P99 = 25;

interface Measured {
  server: 'service' | 'service, 2000/s' | 'bare hono';
  films: number;
  requests_per_second: number;
  /** ms */
  p50: number;
  p99: number;
  failed: number;
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '32' },
  },
});
const seconds = Math.min(30, Math.max(1, Number(values.seconds)));
const connections = Math.min(256, Math.max(1, Number(values.connections)));

const children: ChildProcess[] = [];
const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-bench-'));

function start(...args: string[]): Promise<Started> {
  const child = fork(fileURLToPath(new URL('api-server.ts', import.meta.url)), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (started) => resolve(started as Started));
    child.once('exit', (code) => reject(new Error(`A server of the bench ended with code ${code}.`)));
  });
}

/** Has the service render two films. @returns once frames of both are being drawn */
function renderFilms(server: ChildProcess): Promise<void> {
  server.send('render');
  return new Promise((resolve, reject) => {
    server.once('message', () => resolve());
    server.once('exit', () => reject(new Error('The service ended before its films began.')));
  });
}

/** As many polls as are answered, on every connection one after another. */
async function measure(
  server: Measured['server'],
  { url, polls }: Started,
  films: number,
): Promise<Measured> {
  let client = 0;
  const options = {
    url: `${url}/v1/videos/550e8400-e29b-41d4-a716-446655440000`,
    connections,
    setupClient: (one: { setRequests(requests: object[]): void }) => {
      const poll = polls[client++ % Math.max(1, polls.length)];
      if (poll) one.setRequests([{ method: 'GET', path: poll.path, headers: { 'X-API-Key': poll.key } }]);
    },
  };
  await autocannon({ ...options, duration: 2 });
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({ ...options, duration: seconds });
  return {
    server,
    films,
    requests_per_second: Math.round(requests.average),
    p50: latency.p50,
    p99: latency.p99,
    failed: non2xx + errors + timeouts,
  };
}

/** As many polls as the bar asks for, evenly. */
async function measureAtRate({ url, polls }: Started, films: number): Promise<Measured> {
  const pathOf = (index: number) => {
    const { path, key } = polls[index % polls.length]!;
    return { path, headers: { 'X-API-Key': key } };
  };
  const options = { rate: LEAST_REQUESTS, connections };
  await paced(url, pathOf, { ...options, seconds: 1 });
  return { server: 'service, 2000/s', films, ...(await paced(url, pathOf, { ...options, seconds })) };
}

const measured: Measured[] = [];
try {
  const service = await start('real', folder, String(connections));
  const bare = await start('bare');
  for (const films of [0, 2]) {
    if (films > 0) await renderFilms(children[0]!);
    measured.push(await measure('service', service, films));
    measured.push(await measureAtRate(service, films));
    measured.push(await measure('bare hono', bare, films));
  }
} finally {
  for (const child of children) if (child.connected) child.disconnect();
  await Promise.all(
    children.map((child) =>
      child.exitCode !== null || child.signalCode !== null
        ? undefined
        : new Promise((resolve) => child.once('exit', resolve)),
    ),
  );
  await rm(folder, { recursive: true, force: true });
}

if (values.json) console.log(JSON.stringify({ seconds, connections, measured }, null, 2));
else {
  console.log(`Polls of GET /v1/videos/{uuid}, ${connections} connections with a key each, ${seconds} s:`);
  console.table(measured);
  for (const films of [0, 2]) {
    const [service, , bare] = measured.filter((one) => one.films === films) as [Measured, Measured, Measured];
    const ratio = (service.requests_per_second / bare.requests_per_second).toFixed(2);
    console.log(`${films} films rendering: ${ratio} of a bare hono route.`);
  }
}
const loaded = measured.filter(({ films }) => films === 2);
const held =
  loaded[0]!.requests_per_second >= LEAST_REQUESTS &&
  loaded[1]!.p99 <= SLOWEST_P99 &&
  measured.every(({ failed }) => failed === 0);
const bar = `bar: ${LEAST_REQUESTS} requests/s with p99 of ${SLOWEST_P99} ms at most while two films render`;
console.error(`${bar}: ${held ? 'held' : 'NOT HELD'}`);
process.exitCode = held ? 0 : 1;
