/** Proves that a database can be used, or says in one sentence what to do about it. */
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../errors.ts';
import type { Database } from './database.ts';

/** Calls that our SQL makes came with it. */
const OLDEST_MAJOR = 14;
/** A Postgres that is starting says so, and is waited for. ms */
const STARTING_MS = 60_000;

/** @throws Fault `unavailable` */
export async function reachDatabase(database: Database): Promise<void> {
  const deadline = Date.now() + STARTING_MS;
  for (;;) {
    try {
      const { rows } = await database.pool.query<{ server_version_num: string }>('show server_version_num');
      assertNewEnough(Number(rows[0]!.server_version_num));
      return;
    } catch (error) {
      if (error instanceof Fault) throw error;
      if ((error as { code?: string }).code === '57P03' && Date.now() < deadline) {
        await wait(250);
        continue;
      }
      throw new Fault('unavailable', sentenceOf(error, new URL(database.url)), { cause: error });
    }
  }
}

function assertNewEnough(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_MAJOR) {
    throw new Fault(
      'unavailable',
      `DATABASE_URL names a Postgres ${major}; Chalktalk needs Postgres ${OLDEST_MAJOR} or newer.`,
    );
  }
}

function sentenceOf(error: unknown, url: URL): string {
  const { code, message } = innermost(error);
  const name = decodeURIComponent(url.pathname.slice(1));
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing answers at ${url.host}; start Postgres there, or set DATABASE_URL to where it is.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `No machine is called ${url.hostname}; correct the host in DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `Postgres at ${url.host} refuses the user or the password; correct them in DATABASE_URL.`;
    case '3D000':
      return `Postgres at ${url.host} has no database "${name}"; make it with "createdb ${name}", or correct DATABASE_URL.`;
    case '42501':
      return `The user of DATABASE_URL may not use the database "${name}"; grant it all rights on it.`;
    case '53300':
      return `Postgres at ${url.host} has no connection left; raise its max_connections.`;
  }
  if (/SSL|certificate/i.test(message)) {
    return `The encrypted connection to ${url.host} fails (${message}); set sslmode in DATABASE_URL as that server asks.`;
  }
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(`${code} ${message}`)) {
    return `${url.host} does not answer in time; check the host, the port and the firewall between, or correct DATABASE_URL.`;
  }
  return `The database at ${url.host} cannot be used (${message}); correct DATABASE_URL.`;
}

/** Node tries every address of a host, and wraps what each of them said. */
function innermost(error: unknown): { code: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  const { code, message } = error as { code?: string; message?: string };
  return { code: code ?? '', message: message ?? String(error) };
}
