/**
 * A worker's pulse: it says that the worker lives, and notices workers that do not. One that has been buried itself (it
 * was frozen, or cut off) learns it here, and must stop at once: others do its work.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import { startThread } from '@chalktalk/engine';
import type { Database } from '../database/database.ts';
import type { PulseData, PulseMessage } from './pulse-thread.ts';

export interface Pulse {
  /** Says that this worker's main thread comes round. */
  comeRound(): void;
  /** Workers that are dead but not yet known to be: from now on they are. @returns their ids */
  bury(): Promise<string[]>;
  /** Ends this worker in good order: what it leaves is taken over at once. */
  leave(): Promise<void>;
}

export interface PulseOptions {
  /** The worker's id. */
  id: string;
  /** Silence that counts as death, ms. */
  dead_after_ms: number;
  /** Called once, when others have buried this worker. */
  onFenced: () => void;
}

/** @returns once the heart beats */
export async function startPulse(
  database: Database,
  { id, dead_after_ms, onFenced }: PulseOptions,
): Promise<Pulse> {
  const host = placeOfThisProcess();
  const round = new BigInt64Array(new SharedArrayBuffer(8));
  const comeRound = () => void Atomics.store(round, 0, BigInt(Date.now()));
  comeRound();
  const thread = startThread(new URL('pulse-thread.ts', import.meta.url), {
    database_url: database.url,
    worker: id,
    host,
    round,
  } satisfies PulseData);
  await new Promise<void>((resolve, reject) => {
    thread.once('message', () => resolve());
    thread.once('error', reject);
  });
  let leaving = false;
  thread.on('message', (message: PulseMessage) => {
    if (message === 'fenced') onFenced();
  });
  // Without a heart a worker soon counts as dead; it had better know.
  thread.on('error', () => onFenced());
  thread.on('exit', () => {
    if (!leaving) onFenced();
  });
  return {
    comeRound,
    async bury() {
      const { rows: near } = await database.query<{ id: string; pid: number }>(
        'select id, pid from workers where host = $1 and id <> $2 and taken_over_at is null',
        [host, id],
      );
      const gone = near.filter(({ pid }) => !lives(pid)).map((worker) => worker.id);
      // While Postgres was down nobody could write a heartbeat: silence counts from its start on.
      const { rows } = await database.query<{ id: string }>(
        `update workers set taken_over_at = clock_timestamp()
         where taken_over_at is null and id <> $1 and (id = any($2) or
           greatest(heartbeat_at, pg_postmaster_start_time()) < clock_timestamp() - make_interval(secs => $3 / 1000.0))
         returning id`,
        [id, gone, dead_after_ms],
      );
      return rows.map((worker) => worker.id);
    },
    async leave() {
      leaving = true;
      await thread.terminate();
      await database.query('update workers set taken_over_at = clock_timestamp() where id = $1', [id]);
    },
  };
}

/** Two processes with the same place see the same process ids. */
function placeOfThisProcess(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${os.hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return os.hostname();
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Whose process it is does not matter, only that it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A killed process whose parent has not yet looked is no longer there to work.
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
