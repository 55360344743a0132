/** A whole server in this process, on a database of its own: its worker processes, and a stop in the middle of requests. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startOf } from './database/processes.ts';
import { type RunningServer, startServer } from './server.ts';
import { testConfig } from './testing/config.ts';
import { freshDatabase, type TestDatabase } from './testing/postgres.ts';
import { until } from './testing/until.ts';
import { createStubLog } from './testing/workers.ts';

const log = pino({ level: 'silent' });
let fresh: TestDatabase;
let data_dir: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  await createStubLog(fresh.database);
  data_dir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-server-'));
});
afterAll(async () => {
  await fresh.drop();
  await rm(data_dir, { recursive: true, force: true });
});

function start(workers: number): Promise<RunningServer> {
  const config = testConfig({ database_url: fresh.url, data_dir, public_url: 'http://localhost:0' });
  return startServer(
    { ...config, work: { ...config.work, workers } },
    { log, workerEntry: new URL('testing/stub-worker-process.ts', import.meta.url) },
  );
}

describe('a server', () => {
  it('starts another worker when one is killed, and leaves none behind when it stops', async () => {
    const server = await start(1);
    const [first] = await until(() => server.pids.workers().length === 1 && server.pids.workers());
    process.kill(first!, 'SIGKILL');
    const [second] = await until(() => {
      const [pid] = server.pids.workers();
      return pid !== undefined && pid !== first && [pid];
    });
    // It is at work when its heart goes on beating.
    await until(
      async () =>
        (
          await fresh.database.query(
            `select 1 from workers where pid = $1 and heartbeat_at > started_at + interval '1 second'`,
            [second],
          )
        ).rowCount === 1,
    );
    await server.stop();
    expect(await startOf(second!)).toBeUndefined();
    const { rows } = await fresh.database.query('select taken_over_at from workers where pid = $1', [second]);
    expect(rows[0]).not.toEqual({ taken_over_at: null });
  });

  it('answers what it had begun to read when it is told to stop, and takes nothing new', async () => {
    const server = await start(0);
    const port = Number(new URL(server.url).port);
    expect(port).toBeGreaterThan(0);
    const body = '{"videos":[{"task":"Explain how HTTPS works"}]}';
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(
      `POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nX-API-Key: ${server.api_key ?? ''}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    // The connection has been read from once another request on it has been answered.
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const stopped = server.stop();
    await until(
      () =>
        new Promise<boolean>((resolve) => {
          const another = connect(port, '127.0.0.1');
          another
            .once('connect', () => resolve(false) ?? another.destroy())
            .once('error', () => resolve(true));
        }),
    );
    socket.write(body.slice(10));
    await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 (200|401) /);
  });

  it('sends those who follow films away when it stops, so that they connect anew', async () => {
    const server = await start(0);
    const url = `${server.url.replace('http', 'ws')}/realtime/v1/websocket?vsn=2.0.0&apikey=sb_publishable_x`;
    const socket = new WebSocket(url);
    await once(socket, 'open');
    socket.send('["1","1","realtime:films","phx_join",{"config":{"postgres_changes":[]}}]');
    await once(socket, 'message');
    const closed = once(socket, 'close');
    await server.stop();
    expect((await closed)[0]).toBe(1012);
  });

  it('frees its port when it cannot start', async () => {
    const config = testConfig({ database_url: 'postgres://a:b@127.0.0.1:1/x', data_dir, port: 0 });
    await expect(startServer(config, { log })).rejects.toThrow(/Nothing answers at 127\.0\.0\.1:1/);
    const again = await start(0);
    expect(again.url).toMatch(/^http:\/\/localhost:\d+$/);
    // Stopping twice is stopping once.
    await Promise.all([again.stop(), again.stop()]);
  });
});
