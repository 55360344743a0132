/**
 * A worker: takes films, edits and scenes from the queues, makes them, and looks after the other workers. Any number of them,
 * on any number of machines, serve one database.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pruneClips } from '@chalktalk/engine';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { openDatabase } from '../database/database.ts';
import { createEditing } from '../edits/editing.ts';
import { touchEdits } from '../edits/progress.ts';
import { watchEdits } from '../edits/watch.ts';
import { type EditShop, registerEditWorkflows } from '../edits/workflow.ts';
import { createOutside, type Outside } from '../outside/outside.ts';
import { createStorage } from '../storage/storage.ts';
import { createAdmission } from './admission.ts';
import { Desk } from './desk.ts';
import { forgetEnded } from './forget.ts';
import { createMaker, type Maker } from './maker.ts';
import { APPLICATION, EDIT_QUEUE, FILM_QUEUE, SCENE_QUEUE, WORKFLOWS_VERSION } from './names.ts';
import { touch } from './progress.ts';
import { startPulse } from './pulse.ts';
import { logsOfDbos, openQueue } from './queue.ts';
import { watchOver } from './watch.ts';
import { registerWorkflows, type Workshop } from './workflows.ts';

export interface Worker {
  readonly id: string;
  /** Takes nothing new, lets films under way end within the grace, and hands over the rest. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  config: Config;
  log: Logger;
  /** Makes the films; default: the engine. */
  maker?: Maker;
  /** Where reference images are asked for; default: the internet. */
  outside?: Outside;
  /** Called when others have taken this worker for dead: nothing it does counts any more, so the process must end. */
  onFenced: () => void;
}

const ROUND_MS = 1000;
const WATCH_EVERY_ROUNDS = 5;
const TOUCH_EVERY_ROUNDS = 10;
const TIDY_EVERY_ROUNDS = 3600;

/** One in a process: DBOS is. The database must be migrated. */
export async function startWorker({
  config,
  log,
  maker,
  outside = createOutside(),
  onFenced,
}: WorkerOptions): Promise<Worker> {
  if (!config.database_url) throw new Error('a worker is told where the database is');
  const id = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const database = openDatabase(config.database_url, 8);
  const queue = await openQueue(database);
  const storage = await createStorage(config);
  const admission = createAdmission(database, queue, config);
  const editing = createEditing(database, queue, config);
  const scratch = path.join(config.data_dir, 'scratch');
  const desks = path.join(scratch, id);
  const cacheDir = path.join(config.data_dir, 'cache');
  await clearScratch(scratch);
  await mkdir(desks, { recursive: true, mode: 0o700 });
  await mkdir(cacheDir, { recursive: true, mode: 0o700 });
  const making =
    maker ??
    createMaker({
      storage,
      cacheDir,
      knowledgeDirs: config.knowledge_dirs,
    });

  let leaving = false;
  /** Films and edits that this worker has a hand in, by their ids. */
  const films = new Map<string, AbortController>();
  const handOn = (uuid: string): AbortController => {
    let stop = films.get(uuid);
    if (!stop) {
      stop = new AbortController();
      films.set(uuid, stop);
    }
    return stop;
  };
  const shop: Workshop & EditShop = {
    database,
    admission,
    editing,
    maker: making,
    storage,
    outside,
    log,
    desk: (uuid: string, edit?: string, forEdit?: string) =>
      new Desk(
        uuid,
        forEdit === undefined ? path.join(desks, edit ?? uuid) : path.join(desks, forEdit, 'before'),
        storage,
        edit,
      ),
    signalOf: (uuid) => handOn(uuid).signal,
    isLeaving: () => leaving,
  };

  registerWorkflows(() => shop);
  registerEditWorkflows(() => shop);
  DBOS.setConfig({
    name: APPLICATION,
    systemDatabaseUrl: config.database_url,
    executorID: id,
    applicationVersion: WORKFLOWS_VERSION,
    runMigrations: false,
    logger: logsOfDbos(log),
  });
  const pulse = await startPulse(database, {
    id,
    dead_after_ms: config.work.dead_after_ms,
    onFenced: () => {
      if (leaving) return;
      leaving = true;
      for (const stop of films.values()) stop.abort();
      log.error({ worker: id }, 'this worker was taken for dead; it ends');
      onFenced();
    },
  });
  await DBOS.launch();
  const { films: filmsAtOnce, scenes } = config.work;
  const often = { minPollingIntervalMs: 200, onConflict: 'always_update' } as const;
  await DBOS.registerQueue(FILM_QUEUE, { workerConcurrency: filmsAtOnce, ...often });
  await DBOS.registerQueue(EDIT_QUEUE, { workerConcurrency: filmsAtOnce, ...often });
  await DBOS.registerQueue(SCENE_QUEUE, { workerConcurrency: scenes, ...often });
  log.info({ worker: id, films: filmsAtOnce, scenes }, 'worker ready');

  let rounds = 0;
  async function look(): Promise<void> {
    pulse.comeRound();
    for (const dead of await pulse.bury())
      log.warn({ worker: dead }, 'a worker died; its films are taken over');
    await takeOver();
    await letGo();
    rounds += 1;
    if (rounds % TOUCH_EVERY_ROUNDS === 0) {
      await touch(database, [...films.keys()]);
      await touchEdits(database, [...films.keys()]);
    }
    if (rounds % TIDY_EVERY_ROUNDS === 0) {
      await pruneClips(cacheDir);
      await forgetEnded(queue);
    }
    if (rounds % WATCH_EVERY_ROUNDS === 0) {
      await watchOver(database, queue, admission, config, log);
      await watchEdits(database, queue, editing, config, log);
    }
  }

  /** Whatever is under way at a worker that does not live goes back on its queue, in one statement each. */
  async function takeOver(): Promise<void> {
    const pending = await queue.listWorkflows({ status: 'PENDING', loadInput: false, loadOutput: false });
    const executors = [...new Set(pending.map(({ executorId }) => executorId ?? ''))];
    if (executors.length === 0) return;
    const { rows } = await database.query<{ id: string }>(
      'select id from workers where id = any($1) and taken_over_at is null',
      [executors],
    );
    const living = new Set(rows.map((worker) => worker.id));
    const dead = executors.filter((executor) => !living.has(executor));
    if (dead.length > 0) await DBOSExecutor.globalInstance?.recoverPendingWorkflows(dead);
  }

  /** Films and edits that have ended, here or by their owner's wish, need no further work and no place. */
  async function letGo(): Promise<void> {
    if (films.size === 0) return;
    const { rows } = await database.query<{ uuid: string }>(
      `select uuid from unnest($1::uuid[]) as held (uuid)
       where not exists (select 1 from corporate_engine_v2 f where f.uuid = held.uuid
         and f.status not in ('complete', 'failed'))
       and not exists (select 1 from edits e where e.id = held.uuid and e.status in ('processing', 'applying'))`,
      [[...films.keys()]],
    );
    for (const { uuid } of rows) {
      films.get(uuid)?.abort();
      films.delete(uuid);
      await rm(path.join(desks, uuid), { recursive: true, force: true });
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const schedule = () => {
    timer = setTimeout(() => {
      looking = look()
        // A database that does not answer is asked again in the next round.
        .catch((error) => log.warn({ err: error }, 'a round was missed'))
        .finally(() => {
          if (!leaving) schedule();
        });
    }, ROUND_MS);
  };
  await look();
  schedule();

  return {
    id,
    async stop() {
      await DBOS.shutdown({ workflowCompletionTimeoutMS: config.work.grace_seconds * 1000 });
      leaving = true;
      clearTimeout(timer);
      await looking;
      for (const stop of films.values()) stop.abort();
      await pulse.leave();
      await making.close();
      await queue.destroy();
      await database.close();
      await rm(desks, { recursive: true, force: true });
      log.info({ worker: id }, 'worker stopped');
    },
  };
}

/** Scratch folders are named by worker; those of this machine's processes that are gone are of no use to anybody. */
async function clearScratch(scratch: string): Promise<void> {
  for (const name of await readdir(scratch).catch(() => [])) {
    // Another machine's processes cannot be asked from here.
    const [, host, pid] = /^(.*)-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
    if (host !== os.hostname()) continue;
    try {
      process.kill(Number(pid), 0);
    } catch {
      await rm(path.join(scratch, name), { recursive: true, force: true });
    }
  }
}
