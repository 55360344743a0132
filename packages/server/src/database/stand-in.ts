/** The user Postgres runs as when we are root, which it refuses: nobody, who must be able to reach its folders. */
import { spawnSync } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../errors.ts';

export interface StandIn {
  uid: number;
  gid: number;
  /** A program that runs the rest of its command line as the stand-in, able to pass through root's own folders. */
  through?: string[];
}

const NOBODY = 65_534;

/**
 * Undefined unless we are root. Postgres opens its folder and its programs by their whole path, so every folder above
 * them must let nobody through; where one does not (a clone in /root), `setpriv` lends the right to pass.
 * @throws Fault `unavailable` when there is no way
 */
export async function standInFor(
  dataDir: string,
  folder: string,
  programs: string[],
): Promise<StandIn | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  // The data folder is ours, so we may open it; others can pass through, not look around.
  const { mode } = await stat(dataDir);
  if ((mode & 0o001) === 0) await chmod(dataDir, (mode & 0o7777) | 0o011);
  const user = await ownerOf(folder);
  const closed = await first([folder, ...programs].map((file) => closedAbove(file, user)));
  if (closed === undefined) return user;
  // The bit makes access() see the right that is lent, by which Postgres finds its own programs.
  const through = [
    'setpriv',
    '--securebits=+no_setuid_fixup',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
  ];
  through.push('--inh-caps=-all,+dac_read_search', '--ambient-caps=-all,+dac_read_search');
  through.push('--bounding-set=-all,+dac_read_search', '--');
  // Not every system has it, and not every container may lend that right.
  const tried = spawnSync(through[0]!, [...through.slice(1), programs[0]!, '--version'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (tried.status === 0 && !/denied/i.test(tried.stderr)) return { ...user, through };
  throw new Fault(
    'unavailable',
    `Postgres does not run as root, and the user it runs as instead cannot enter ${closed}; move Chalktalk and its data folder out of it (--data /var/lib/chalktalk), start it as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whoever a folder was made for before: an ordinary user, if one started Chalktalk there first. */
async function ownerOf(folder: string): Promise<StandIn> {
  const made = await stat(folder).catch(() => undefined);
  return made && made.uid !== 0 ? { uid: made.uid, gid: made.gid } : { uid: NOBODY, gid: NOBODY };
}

/** The first folder above a path that a user cannot pass through. */
async function closedAbove(file: string, user: StandIn): Promise<string | undefined> {
  const parts = path.dirname(file).split(path.sep);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join(path.sep) || path.sep;
    const { mode, uid, gid } = await stat(folder);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return folder;
  }
  return undefined;
}

async function first(answers: Promise<string | undefined>[]): Promise<string | undefined> {
  return (await Promise.all(answers)).find((answer) => answer !== undefined);
}
