/** The worker processes beside a server: started with it, started again when one dies, told to hand over at its stop. */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';

export interface WorkerProcesses {
  /** Process ids of those that live. */
  pids(): number[];
  /** Tells all to hand over, and waits for them; one that takes too long is killed. */
  stop(): Promise<void>;
}

/** A worker that dies at once is started again after this long, then twice as long, up to the longest. ms */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 30_000;
/** A worker that has run so long has started well: the next pause is the first again. ms */
const STARTED_WELL = 60_000;
/** What a worker needs beyond its grace to put everything down, ms. */
const TO_PUT_DOWN = 10_000;

/** @param entry what to fork; default: the worker that makes films with the engine */
export function startWorkerProcesses(
  config: Config,
  log: Logger,
  entry = new URL('worker-process.ts', import.meta.url),
): WorkerProcesses {
  const living = new Set<ChildProcess>();
  const stopping = new AbortController();

  async function keepOne(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!stopping.signal.aborted) {
      const started = Date.now();
      const child = fork(fileURLToPath(entry), {
        // The loader of TypeScript; DBOS's own remarks on its driver's future are of no use here.
        execArgv: ['--import', import.meta.resolve('tsx'), '--no-deprecation'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        // A Ctrl-C reaches the server, which tells its workers in its own time.
        detached: true,
      });
      living.add(child);
      // Over the channel, not as arguments: there are secrets in it.
      child.send(config, () => undefined);
      const code = await new Promise((resolve) => {
        child.once('exit', (status, signal) => resolve(signal ?? status));
        child.once('error', resolve);
      });
      living.delete(child);
      if (stopping.signal.aborted) return;
      if (Date.now() - started > STARTED_WELL) pause = FIRST_PAUSE;
      log.warn({ process: child.pid, code }, 'a worker process ended; another one is started');
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
  const keeping = Array.from({ length: config.work.workers }, keepOne);

  return {
    pids: () => [...living].map(({ pid }) => pid!).filter(Boolean),
    async stop() {
      stopping.abort();
      for (const child of living) child.kill('SIGTERM');
      const patience = new AbortController();
      const late = wait(config.work.grace_seconds * 1000 + TO_PUT_DOWN, undefined, {
        signal: patience.signal,
      })
        .then(() => {
          for (const child of living) child.kill('SIGKILL');
        })
        .catch(() => undefined);
      await Promise.all(keeping);
      patience.abort();
      await late;
    },
  };
}
