/**
 * The Postgres of one machine, kept running: adopted when a killed server has left it, started again when it dies, and
 * stopped by the last server that stops in good order.
 */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Cluster, ensureCluster, stopCluster } from './cluster.ts';
import { withLock } from './lock.ts';

export interface Embedded {
  /** Stays the same while this process runs, whatever happens to Postgres. */
  readonly url: string;
  /** Of the Postgres that runs now. */
  readonly pid: number;
  /** False when it was adopted. */
  readonly started: boolean;
  /** Stops Postgres, unless another server on this folder still uses it. */
  stop(): Promise<void>;
}

/** Any number, as long as nobody else takes the same. */
const IN_USE = 4_127_002;

/** @param dataDir holds Postgres' own folder; made when it is missing. @throws Fault `unavailable` */
export async function startEmbedded(dataDir: string, log: Logger): Promise<Embedded> {
  let cluster = await ensureCluster({ dataDir });
  const { url, port, started } = cluster;
  let stopping = false;
  let reviving: Promise<void> | undefined;
  let session = await hold(cluster, lost);
  log.info({ postgres: cluster.pid, port, started }, started ? 'Postgres started' : 'Postgres adopted');

  /** The session ends when Postgres does, at once, however that came about. */
  function lost(): void {
    if (stopping) return;
    reviving ??= revive().finally(() => {
      reviving = undefined;
    });
  }

  async function revive(): Promise<void> {
    log.warn({ postgres: cluster.pid }, 'Postgres ended or threw its sessions out; looking after it');
    for (let pause = 50; !stopping; pause = Math.min(pause * 2, 2_000)) {
      try {
        // Clients know this port, so it must come back there.
        cluster = await ensureCluster({ dataDir, port });
        if (cluster.port !== port) throw new Error(`Postgres is on port ${cluster.port} now, not on ${port}`);
        session = await hold(cluster, lost);
        log.info({ postgres: cluster.pid, started: cluster.started }, 'Postgres answers again');
        return;
      } catch (error) {
        log.error({ err: error }, 'Postgres does not come back yet');
        await wait(pause);
      }
    }
  }

  return {
    url,
    started,
    get pid() {
      return cluster.pid;
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      await Promise.race([reviving, wait(10_000, undefined, { ref: false })]);
      const folder = await realpath(dataDir);
      await withLock(path.join(folder, 'postgres.lock'), async () => {
        const alone = await isLast(session);
        await session.end().catch(() => undefined);
        if (alone) await stopCluster(folder);
        log.info(alone ? 'Postgres stopped' : 'Postgres is left to the other servers on this folder');
      });
    },
  };
}

/** A session that tells others that Postgres is in use, and tells us when it is gone. */
async function hold(cluster: Cluster, lost: () => void): Promise<pg.Client> {
  const session = new pg.Client({
    connectionString: cluster.url,
    application_name: 'chalktalk keeps Postgres',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  session.on('error', () => undefined);
  await session.connect();
  await session.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  session.once('end', lost);
  return session;
}

async function isLast(session: pg.Client): Promise<boolean> {
  try {
    await session.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await session.query('select pg_try_advisory_lock($1) as ours', [IN_USE]);
    return rows[0].ours === true;
  } catch {
    // It does not even answer: whoever else uses it starts it again.
    return true;
  }
}
