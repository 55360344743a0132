/** Names the folder of the Postgres that a test run shares, and removes it afterwards. Starts nothing: tests do, once one needs it. */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../database/processes.ts';
import { FOLDER_VARIABLE, removeTestPostgres } from './postgres.ts';

const PREFIX = 'chalktalk-test-';

export default async function setup(): Promise<() => Promise<void>> {
  // What runs that were killed have left.
  for (const entry of await readdir(os.tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(entry)?.[1];
    if (pid && !isAlive(Number(pid))) await removeTestPostgres(path.join(os.tmpdir(), entry));
  }
  const folder = path.join(os.tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
  process.env[FOLDER_VARIABLE] = folder;
  return () => removeTestPostgres(folder);
}
