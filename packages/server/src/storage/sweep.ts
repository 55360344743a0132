/**
 * Sweeping: films older than they are to be kept go, files and row; so do files that belong to no film, what crashes left
 * behind, and rows that have served. One server at a time does it, and every step may be broken off and done again.
 */
import type { Services } from '../services.ts';
import { sweepEdits } from './sweep-edits.ts';
import { sweepFilms } from './sweep-films.ts';
import { sweepOrphans } from './sweep-orphans.ts';
import { sweepRows } from './sweep-rows.ts';

export const HOUR = 3_600_000;
/** Names the lock that the server that sweeps holds; any number that nothing else uses. */
const LOCK = 0x63_68_73_77;

export type Sweeping = Pick<Services, 'config' | 'database' | 'storage' | 'log'>;

/** How many of each were removed. */
export interface Swept {
  films: number;
  edits: number;
  orphans: number;
  unfinished: number;
  rows: number;
}

/**
 * @param now what ages are counted from
 * @param signal ends the sweep between two steps
 * @returns undefined when another server is sweeping
 */
export async function sweep(
  services: Sweeping,
  now = new Date(),
  signal?: AbortSignal,
): Promise<Swept | undefined> {
  const { database, storage } = services;
  // The lock is the connection's: should this server die, Postgres gives it to the next.
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      LOCK,
    ]);
    if (!rows[0]!.locked) return undefined;
    try {
      return {
        films: await sweepFilms(services, now, signal),
        edits: await sweepEdits(services, now, signal),
        orphans: await sweepOrphans(services, now, signal),
        unfinished: signal?.aborted ? 0 : await storage.removeUnfinished(new Date(now.getTime() - HOUR)),
        rows: await sweepRows(database, now, signal),
      };
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]).catch((error: Error) => {
        // A connection that is closed gives its locks up.
        broken = error;
      });
    }
  } finally {
    client.release(broken);
  }
}

/**
 * Sweeps every hour, not all servers at the same minute.
 * @param first when the first sweep comes, ms; by default within ten minutes
 * @returns what ends it, after the step under way
 */
export function startSweeper(services: Sweeping, first = Math.random() * 600_000): () => Promise<void> {
  const { log } = services;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;

  async function run(): Promise<void> {
    try {
      const swept = await sweep(services, new Date(), stopping.signal);
      if (swept && Object.values(swept).some((count) => count > 0)) log.info(swept, 'Swept storage.');
    } catch (error) {
      log.error({ err: error }, 'Sweeping storage failed; it is tried again in an hour.');
    }
    if (!stopping.signal.aborted) after(HOUR * (0.9 + 0.2 * Math.random()));
  }

  function after(ms: number): void {
    timer = setTimeout(() => {
      running = run();
    }, ms);
    timer.unref();
  }

  after(first);
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await running;
  };
}
