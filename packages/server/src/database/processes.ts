/** What the system tells of other processes: whether one lives, when it began, and which work in a folder. */
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process began, in the system's own words: with its number, it names one process for good, since numbers are
 * given again. Undefined when there is none; a zombie counts as none.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The command in brackets may hold spaces and brackets; fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return stat === '' || fields[0] === 'Z' ? undefined : fields[19];
  }
  if (process.platform === 'win32') return 'alive';
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().replace(/\s+/g, '-') || undefined;
}

/** True when the process is Postgres at work in this data folder. @param folder resolved, without links */
export async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if ((await startOf(pid)) === undefined) return false;
  if (process.platform === 'linux') {
    return worksIn(pid, folder);
  }
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(folder);
}

/** Processes of Postgres at work in a folder: what a killed one has left. Linux tells; elsewhere none are found. */
export async function postgresIn(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    if (await worksIn(Number(entry), folder)) found.push(Number(entry));
  }
  return found;
}

async function worksIn(pid: number, folder: string): Promise<boolean> {
  if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) !== folder) return false;
  // Not, say, a shell in which somebody looks around.
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
}
