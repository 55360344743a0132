/** The programs of Postgres, also where npm was told to run no scripts. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findPrograms, linkLibraries } from './programs.ts';

describe('the programs of Postgres', () => {
  it('are found, can run, and are of the version that their package names', async () => {
    const { postgres, initdb, major } = await findPrograms();
    for (const program of [postgres, initdb]) {
      const { stdout } = await promisify(execFile)(program, ['--version']);
      expect(stdout).toContain(`(PostgreSQL) ${major}.`);
    }
  });

  it('get the links to their libraries that a script would have made, and keep those that are there', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-programs-'));
    await mkdir(path.join(folder, 'native/lib'), { recursive: true });
    await writeFile(path.join(folder, 'native/lib/libpq.so.5.18'), 'a library');
    await writeFile(
      path.join(folder, 'native/pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
    await Promise.all([linkLibraries(folder), linkLibraries(folder)]);
    await linkLibraries(folder);
    expect(await readFile(path.join(folder, 'native/lib/libpq.so.5'), 'utf8')).toBe('a library');
    await rm(folder, { recursive: true });
  });
});
