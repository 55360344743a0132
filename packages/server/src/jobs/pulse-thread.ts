/**
 * The beating itself, on a thread of its own: a worker that joins a long film is busy for seconds, and must not count as
 * dead. One whose main thread has not come round for minutes hangs, and is ended, so that its films are taken over.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../database/database.ts';

export interface PulseData {
  database_url: string;
  worker: string;
  host: string;
  /** When the main thread last came round, by the clock, ms. */
  round: BigInt64Array<SharedArrayBuffer>;
}

export type PulseMessage = 'beating' | 'fenced';

const BEAT_MS = 1000;
/** Longer than anything honest keeps a main thread from coming round. */
const HANGS_AFTER_MS = 180_000;
/** What a fenced worker has to end in good order. */
const TO_END_MS = 5000;

const { database_url, worker, host, round } = workerData as PulseData;
const database = openDatabase(database_url, 1);
const tell = (message: PulseMessage) => parentPort!.postMessage(message);

// The worker is known from its first beat on, so that no start is slow enough to look like a death.
await database.query('insert into workers (id, host, pid) values ($1, $2, $3)', [worker, host, process.pid]);
tell('beating');

for (;;) {
  if (Date.now() - Number(Atomics.load(round, 0)) > HANGS_AFTER_MS) process.kill(process.pid, 'SIGKILL');
  try {
    const { rowCount } = await database.query(
      'update workers set heartbeat_at = clock_timestamp() where id = $1 and taken_over_at is null',
      [worker],
    );
    if (rowCount === 0) {
      tell('fenced');
      await wait(TO_END_MS);
      process.kill(process.pid, 'SIGKILL');
    }
  } catch {
    // A database that does not answer is asked again at the next beat; meanwhile nobody else can bury this worker.
  }
  await wait(BEAT_MS);
}
