/** A lock between processes of one machine: a file that names its holder, and that nobody respects once it is dead. */
import { randomBytes } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../errors.ts';
import { startOf } from './processes.ts';

/** Runs `work` while no other process (nor another call in this one) holds `file`. @param patience ms */
export async function withLock<T>(file: string, work: () => Promise<T>, patience = 120_000): Promise<T> {
  const mark = `${process.pid} ${await startOf(process.pid)} ${randomBytes(8).toString('hex')}`;
  const own = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(own, mark, { mode: 0o600 });
  try {
    const deadline = Date.now() + patience;
    // A link appears with its content at once, so that nobody ever reads half a lock.
    while (!(await taken(own, file))) {
      if (!(await clearIfStale(file, own))) {
        if (Date.now() > deadline) {
          throw new Fault(
            'unavailable',
            `Another process holds ${file}; wait until it has started or stopped, then try again.`,
          );
        }
        await wait(50);
      }
    }
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await work();
  } finally {
    const now = await readFile(file, 'utf8').catch(() => '');
    if (now === mark) await rm(file, { force: true });
  }
}

async function taken(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead process's lock. True when it may be free now. */
async function clearIfStale(file: string, own: string): Promise<boolean> {
  const mark = await readFile(file, 'utf8').catch(() => undefined);
  if (mark === undefined) return true;
  if (!(await isStale(mark))) return false;
  // One at a time, or a second one would remove the lock that the first has taken meanwhile.
  const guard = `${file}.clearing`;
  if (!(await taken(own, guard))) {
    // Its change time is when it was linked.
    const { ctimeMs } = await stat(guard).catch(() => ({ ctimeMs: Date.now() }));
    // Clearing takes a moment; who has not done so in ten seconds was killed on the way.
    if (Date.now() - ctimeMs > 10_000) await rm(guard, { force: true });
    return false;
  }
  try {
    const now = await readFile(file, 'utf8').catch(() => '');
    if (now !== '' && (await isStale(now))) await rm(file, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

async function isStale(mark: string): Promise<boolean> {
  const [pid, start] = mark.split(' ');
  return (await startOf(Number(pid))) !== start;
}
