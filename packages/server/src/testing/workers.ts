/** Stub workers as processes of their own, as many as a test asks for; each can be killed. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/config.ts';
import type { Queryable } from '../database/database.ts';

export interface Crowd {
  readonly processes: ChildProcess[];
  /** Starts one more. @returns once it takes films */
  start(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

export function crowdOf(config: Config, film_ms: number): Crowd {
  const processes: ChildProcess[] = [];
  return {
    processes,
    async start() {
      const child = fork(fileURLToPath(new URL('stub-worker-process.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx', '--no-deprecation'],
        env: { ...process.env, STUB_FILM_MS: `${film_ms}` },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      processes.push(child);
      child.send(config);
      await new Promise<void>((resolve, reject) => {
        child.once('message', () => resolve());
        child.once('exit', (code) =>
          reject(new Error(`a worker ended with code ${code} before it was ready`)),
        );
      });
      return child;
    },
    async stop() {
      await Promise.all(
        processes.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
}

/** Where stub workers note what they begin. */
export async function createStubLog(database: Queryable): Promise<void> {
  await database.query(
    'create table if not exists stub_stages (uuid uuid, stage text, pid int, at timestamptz default clock_timestamp())',
  );
}
