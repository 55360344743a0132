/** A database that restarts, or stumbles, is waited for a while; one that says no is believed. */
import { setTimeout as wait } from 'node:timers/promises';

/** Postgres's classes of errors that end with its restart: connections, resources, shutdown and start. */
const PASSING_CLASSES = ['08', '53', '57', '40'];
const PASSING_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

const PASSING_MESSAGE =
  /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error)/i;

/** True when the database could not be asked, as opposed to: it was asked and said no. */
export function isUnreachable(error: unknown): boolean {
  // Node tries every address of a host, and wraps what each of them said.
  if (error instanceof AggregateError && error.errors.some(isUnreachable)) return true;
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string') {
    if (PASSING_CODES.includes(code)) return true;
    // The socket of a Postgres that is away; a missing file is no missing database.
    if (code === 'ENOENT' && syscall === 'connect') return true;
    if (/^[0-9A-Z]{5}$/.test(code) && PASSING_CLASSES.includes(code.slice(0, 2))) return true;
  }
  if (PASSING_MESSAGE.test(error.message)) return true;
  return error.cause !== undefined && isUnreachable(error.cause);
}

/** Asks the database again while it cannot be reached. @throws what it says once it answers; the last fault after `seconds` */
export async function patiently<T>(ask: () => Promise<T>, seconds = 300): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await ask();
    } catch (error) {
      if (!isUnreachable(error) || Date.now() + pause > until) throw error;
      await wait(pause);
    }
  }
}
