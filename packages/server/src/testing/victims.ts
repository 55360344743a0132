/** A server, its worker and its Postgres that can be killed at will, for chaos: each comes back by itself, or is started. */
import { type ChildProcess, fork } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../database/database.ts';
import { testConfig } from './config.ts';
import { createStubLog } from './workers.ts';

export const VICTIMS = ['server', 'worker', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface Victims {
  url: string;
  api_key: string;
  databaseUrl(): Promise<string>;
  /** With SIGKILL; a server is started again. */
  kill(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

export interface VictimOptions {
  dir: string;
  port: number;
  /** How long a stub film takes, ms; undefined makes real ones. */
  film_ms?: number;
}

export async function startVictims({ dir, port, film_ms }: VictimOptions): Promise<Victims> {
  const configFile = path.join(dir, 'config.json');
  const { database_url: _own, ...config } = testConfig({
    database_url: '',
    data_dir: path.join(dir, 'data'),
  });
  await writeFile(
    configFile,
    JSON.stringify({
      ...config,
      port,
      public_url: `http://127.0.0.1:${port}`,
      limits: { ...config.limits, videos: 1_000_000, edits: 1_000_000 },
      work: { ...config.work, workers: 1, grace_seconds: 2, dead_after_ms: 3000 },
      log_level: 'error',
    }),
  );
  let server = await start(configFile, film_ms);
  return {
    url: server.told.url,
    api_key: server.told.api_key!,
    databaseUrl: () => server.databaseUrl(),
    async kill(victim) {
      if (victim === 'server') {
        const ended = new Promise((resolve) => server.process.once('exit', resolve));
        server.process.kill('SIGKILL');
        await ended;
        server = await start(configFile, film_ms);
        return;
      }
      const { workers, postgres } = await server.ask();
      const pid = victim === 'worker' ? workers[0] : postgres;
      // Between two workers there is none to kill.
      if (pid) process.kill(pid, 'SIGKILL');
    },
    async stop() {
      const ended = new Promise((resolve) => server.process.once('exit', resolve));
      server.process.kill('SIGTERM');
      await ended;
    },
  };
}

interface Told {
  url: string;
  api_key: string | null;
  workers: number[];
  postgres: number;
}

/** Starts a server with its worker and its Postgres. @returns once it answers */
async function start(configFile: string, film_ms: number | undefined) {
  const log = await open(path.join(path.dirname(configFile), 'server.log'), 'a');
  const child: ChildProcess = fork(
    fileURLToPath(new URL('stub-server-process.ts', import.meta.url)),
    [configFile],
    {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...(film_ms ? { STUB_FILM_MS: `${film_ms}` } : {}) },
      // While its database is away a server complains much; whoever looks for a fault reads it there.
      stdio: ['ignore', 'ignore', log.fd, 'ipc'],
    },
  );
  const hear = () =>
    new Promise<Told>((resolve, reject) => {
      child.once('message', (told: Told) => resolve(told));
      child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
    });
  await log.close();
  const told = await hear();
  const databaseUrl = async () => {
    const { data_dir } = JSON.parse(await readFile(configFile, 'utf8')) as { data_dir: string };
    const { port, password } = JSON.parse(await readFile(path.join(data_dir, 'postgres.json'), 'utf8')) as {
      port: number;
      password: string;
    };
    return `postgres://chalktalk:${password}@127.0.0.1:${port}/chalktalk`;
  };
  if (film_ms) {
    const database = openDatabase(await databaseUrl(), 1);
    await createStubLog(database).finally(() => database.close());
  }
  return {
    process: child,
    told,
    databaseUrl,
    ask: () => {
      const answer = hear();
      child.send('pids');
      return answer;
    },
  };
}

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
