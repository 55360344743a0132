/** A worker in a process of its own: started by the server with its configuration over IPC, or by `chalktalk worker`. */
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import type { Config } from '../config/config.ts';
import { createLog } from '../operation/logs.ts';
import type { Maker } from './maker.ts';
import { startWorker } from './worker.ts';

/** Drawing takes every core it gets, and leaves it at once to whoever answers requests. */
const NICE = 19;

/**
 * Where Linux shares its time between sessions, a process of a low priority only yields within its own, so a worker that
 * leads a session lowers all of it; one that shares a session with others leaves it alone.
 */
async function giveWay(): Promise<void> {
  os.setPriority(NICE);
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => '');
  // The fields after the name in brackets: state, parent, group, session.
  const session = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]);
  if (session === process.pid) await writeFile('/proc/self/autogroup', `${NICE}`).catch(() => undefined);
}

export type MakerOf = (config: Config) => Promise<Maker>;

/** Resolves with the first signal, or when the process that started this one is gone; a second signal ends it at once. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let signals = 0;
    const onSignal = () => {
      signals += 1;
      if (signals > 1) process.exit(130);
      resolve();
    };
    process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
    // Films of a server that is gone are better handed over than made unwatched.
    process.once('disconnect', resolve);
  });
}

/**
 * Runs until it is told to stop; what comes while it starts is kept for when it can.
 * @param makerOf default: the engine
 * @param told default: a signal, or the end of the process that started it
 */
export async function runWorker(
  config: Config,
  makerOf?: MakerOf,
  told: Promise<unknown> = untilTold(),
): Promise<void> {
  // A worker alone on its machine has nobody to leave it to.
  if (process.send) await giveWay();
  const log = createLog(config);
  const worker = await startWorker({
    config,
    log,
    ...(makerOf ? { maker: await makerOf(config) } : {}),
    // Whoever started this process starts another one.
    onFenced: () => process.exit(70),
  });
  process.send?.('ready');
  await told;
  await worker.stop();
}

/** For a forked process: waits for the configuration, which has secrets and so is no argument, and works. */
export function workForParent(makerOf?: MakerOf): void {
  process.once('message', (config: Config) => {
    runWorker(config, makerOf).then(
      () => process.exit(0),
      (error) => {
        createLog(config).fatal({ err: error }, 'the worker could not run');
        process.exit(1);
      },
    );
  });
}
