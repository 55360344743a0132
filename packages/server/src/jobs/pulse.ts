/**
 * A worker's pulse: it says that the worker lives, notices workers that do not, and has their films taken over. One that
 * has been taken over itself (it was frozen, or cut off) learns it here, and must stop at once.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import type { Database } from '../database/database.ts';

export interface Pulse {
  /** Beats once: writes the heartbeat. @returns false when this worker counts as dead */
  beat(): Promise<boolean>;
  /** Workers that are dead but not yet known to be: from now on they are. @returns their ids */
  bury(): Promise<string[]>;
  /** Ends this worker in good order: what it leaves is taken over at once. */
  leave(): Promise<void>;
}

export async function startPulse(database: Database, id: string, dead_after_ms: number): Promise<Pulse> {
  const host = placeOfThisProcess();
  await database.query('insert into workers (id, host, pid) values ($1, $2, $3)', [id, host, process.pid]);
  return {
    async beat() {
      const { rowCount } = await database.query(
        'update workers set heartbeat_at = clock_timestamp() where id = $1 and taken_over_at is null',
        [id],
      );
      return rowCount === 1;
    },
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
