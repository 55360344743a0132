/** Makes the data folder. */
import { constants } from 'node:fs';
import { access, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../errors.ts';

/** @returns its whole path, without links. @throws Fault `unavailable` when it cannot be made or written */
export async function makeDataFolder(folder: string): Promise<string> {
  try {
    await makeFolder(path.resolve(folder));
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(folder);
  } catch (cause) {
    throw new Fault(
      'unavailable',
      `The data folder ${folder} cannot be written; choose one you may write to with --data.`,
      { cause },
    );
  }
}

/** Others may pass through, as Postgres must where it is not us who runs it, but not look around. */
const PASSABLE = 0o711;

/** One after another: Node's own recursion never ends in a folder that answers as if it were not there, like /proc. */
export async function makeFolder(folder: string, mode = PASSABLE): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; !(await exists(at)); at = path.dirname(at)) missing.push(at);
  for (const one of missing.reverse()) {
    await mkdir(one, { mode }).catch((error: NodeJS.ErrnoException) => {
      // Somebody else was faster.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function exists(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
