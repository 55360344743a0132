/** What passes by itself, and how long to wait for it: a database that restarts, a disk or network that stumbles. */
import { setTimeout as wait } from 'node:timers/promises';
import { ChalktalkError } from '@chalktalk/engine';
import { Fault } from '../errors.ts';

/** Postgres's classes of errors that end with its restart: connections, resources, shutdown and start. */
const PASSING_CLASSES = ['08', '53', '57', '40'];
const PASSING_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** True when the database could not be asked, as opposed to: it was asked and said no. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') {
    if (PASSING_CODES.includes(code)) return true;
    if (/^[0-9A-Z]{5}$/.test(code)) return PASSING_CLASSES.includes(code.slice(0, 2));
  }
  if (
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection/i.test(
      error.message,
    )
  )
    return true;
  return error.cause !== undefined && isUnreachable(error.cause);
}

/** True when the same step may well succeed a little later: nothing about the film itself is wrong. */
export function mayPass(error: unknown): boolean {
  if (error instanceof ChalktalkError) return error.kind === 'output' || error.kind === 'internal';
  if (error instanceof Fault) return error.kind === 'unavailable' || error.kind === 'internal';
  return true;
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
