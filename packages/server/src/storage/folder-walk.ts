/**
 * Every file below a folder, hidden ones too, in the order of their paths' bytes. Links are never followed, and folders
 * that no key leads into, such as a disk's own `lost+found`, are left alone.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, folderFault } from './folder-fault.ts';
import { isPart } from './keys.ts';

export interface Found {
  /** Path below the root, parts joined by `/`. */
  name: string;
  place: string;
}

/** Folders that vanish meanwhile, or do not exist, hold nothing. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return (await realpath(folder)) === folder ? await readdir(folder, { withFileTypes: true }) : [];
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw folderFault(error);
  }
}

/** @param root real path, @param prefix what paths start with: whole parts, then the start of one */
export async function* walk(root: string, prefix: string): AsyncGenerator<Found> {
  const cut = prefix.lastIndexOf('/') + 1;
  yield* within(root, prefix.slice(0, cut), prefix.slice(cut));
}

async function* within(root: string, folder: string, start: string): AsyncGenerator<Found> {
  const entries = (await entriesOf(path.resolve(root, folder)))
    .filter(({ name }) => name.startsWith(start))
    // A folder stands where its files' paths do: `a-b` before `a/b`.
    .map((entry) => ({ entry, rank: entry.isDirectory() ? `${entry.name}/` : entry.name }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  for (const { entry, rank } of entries) {
    if (entry.isDirectory() && isPart(entry.name)) yield* within(root, folder + rank, '');
    else if (entry.isFile()) yield { name: folder + rank, place: path.join(root, folder, entry.name) };
  }
}
