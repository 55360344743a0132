/** The queue as seen from outside: films are put on it, looked at and cancelled, but not made. */
import { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { APPLICATION } from './names.ts';

/** @param database holds DBOS's tables too, so that a film is queued in the transaction that admits it */
export function openQueue(database: Database, log?: Logger): Promise<DBOSClient> {
  return DBOSClient.create({
    systemDatabaseUrl: database.url,
    systemDatabasePool: database.pool,
    applicationName: APPLICATION,
    ...(log ? { logger: logsOfDbos(log) } : {}),
  });
}

/** DBOS's own remarks, among ours. */
export function logsOfDbos(log: Logger) {
  const own = log.child({ part: 'dbos' });
  return {
    debug: (message: unknown) => own.debug(textOf(message)),
    // What DBOS finds worth telling is of use only to whoever looks for a fault.
    info: (message: unknown) => own.debug(textOf(message)),
    warn: (message: unknown) => own.warn(textOf(message)),
    error: (message: unknown) => own.error(textOf(message)),
  };
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.stack ?? message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
