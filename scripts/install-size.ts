/**
 * Counts what `npm install --omit=dev` puts on this machine's disk: node --import tsx scripts/install-size.ts
 * Packages come from the lock file; of the binaries for other platforms none is on disk, so none is counted.
 */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installedPackages } from '../packages/engine/src/assets/licences.ts';

/** Megabytes of 1,000,000 bytes, as disks are sold. */
export const LIMIT_MB = 600;

export interface InstallSize {
  megabytes: number;
  /** The heaviest first. */
  packages: { name: string; megabytes: number }[];
}

/**
 * Measures the installed packages of the repository at `root`, by the blocks their files take on disk.
 * @throws Error naming a package of the lock file that should be on disk and is not.
 */
export function installSize(root: string): InstallSize {
  const seen = new Set<number>();
  const packages = installedPackages(root).flatMap(({ name, folder, optional }) => {
    const path = join(root, folder);
    if (existsSync(path)) return [{ name, megabytes: bytesBelow(path, seen) / 1e6 }];
    if (optional) return [];
    throw new Error(`${folder} is in the lock file but not on disk; run npm install.`);
  });
  packages.sort((a, b) => b.megabytes - a.megabytes);
  return { megabytes: packages.reduce((sum, each) => sum + each.megabytes, 0), packages };
}

/**
 * A package's own files; packages nested in it have entries of their own. A file `seen` under another name takes no
 * further room: esbuild's installation links its binary into a second place.
 */
function bytesBelow(path: string, seen: Set<number>): number {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .map((entry) => join(path, entry.name))
    .reduce((sum, child) => {
      const stats = lstatSync(child);
      if (stats.isDirectory()) return sum + bytesBelow(child, seen);
      if (stats.nlink > 1 && seen.has(stats.ino)) return sum;
      seen.add(stats.ino);
      return sum + stats.blocks * 512;
    }, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { megabytes, packages } = installSize(fileURLToPath(new URL('..', import.meta.url)));
  for (const { name, megabytes: each } of packages.slice(0, 10))
    console.log(`${each.toFixed(1).padStart(7)} MB  ${name}`);
  console.log(
    `${megabytes.toFixed(1).padStart(7)} MB  in ${packages.length} packages (limit ${LIMIT_MB} MB)`,
  );
  if (megabytes > LIMIT_MB) process.exitCode = 1;
}
