/** The pid file of a Postgres: who runs in a data folder, and when the file may be removed. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive, isPostgresOf, postgresIn } from './processes.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

/** The Postgres that lives in a folder; undefined when none does, whatever its pid file says. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    const lines = (await readFile(pidFile(folder), 'utf8').catch(() => '')).split('\n');
    const pid = Number(lines[0]);
    if (!(await isPostgresOf(pid, folder))) return undefined;
    const port = Number(lines[3]);
    if (port > 0) return { pid, port };
    // Alive, and has not yet written its port: it does so before anything can take long.
    if (attempt > 200) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * Removes a pid file whose number another program has got since. Every other stale file is left to Postgres, which
 * also checks that no session of the killed one still uses the folder's memory.
 */
export async function removeForeignPidFile(folder: string): Promise<void> {
  const text = await readFile(pidFile(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split('\n')[0]);
  if (!isAlive(pid) || (await isPostgresOf(pid, folder))) return;
  if ((await postgresIn(folder)).length > 0) return;
  await rm(pidFile(folder), { force: true });
}

function pidFile(folder: string): string {
  return path.join(folder, 'postmaster.pid');
}
