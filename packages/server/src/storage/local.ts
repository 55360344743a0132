/**
 * Storage in a folder. A file is written under a hidden name beside its place, flushed to disk, renamed, and the rename
 * flushed as well: after a crash there is the old file, or the new one, or none; never part of one.
 */
import { randomUUID } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, realpath, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder } from '../config/data-folder.ts';
import { Fault } from '../errors.ts';
import { codeOf, folderFault, readFault } from './folder-fault.ts';
import { walk } from './folder-walk.ts';
import { checkedKey, checkedPrefix, isKey, missing, replaced } from './keys.ts';
import type { Content, Range, Storage, StoredFile } from './storage.ts';

/** What a put in progress, or one that a crash ended, is called; no key begins with a dot. */
const UNFINISHED = /^\.[\w-]+\.part$/;
const unfinishedName = () => `.${process.pid}-${randomUUID()}.part`;

/** Linking is refused across disks, by some file systems, and for other users' files; then the bytes are copied. */
const UNLINKABLE = new Set([
  'EXDEV',
  'EPERM',
  'EMLINK',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EACCES',
  'EINVAL',
]);
/** Small files are copied on their way out, not linked: whoever writes into one all the same harms only a copy. Bytes. */
const LINKED_FROM = 1 << 20;
/** Streams read this much at a time, bytes. */
const CHUNK = 256 * 1024;

function described(key: string, stats: BigIntStats): StoredFile {
  return {
    key,
    size: Number(stats.size),
    // A linked file keeps the time it was written; when it came here is told by its inode's.
    modified: new Date(Number(stats.mtimeNs > stats.ctimeNs ? stats.mtimeNs : stats.ctimeNs) / 1e6),
    etag: `${stats.ino.toString(36)}-${stats.size.toString(36)}-${stats.mtimeNs.toString(36)}`,
  };
}

/** Flushes what the file or folder holds to the disk. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    // Network file systems that do not know how to flush a folder have done so when the rename returned.
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** The file itself, not a link to it. @throws Fault `internal`: what is stored was made by this program */
async function regularFile(file: string): Promise<string> {
  const real = await realpath(file).catch(() => undefined);
  if (!real || !(await lstat(real)).isFile())
    throw new Fault('internal', 'The file to be stored does not exist; make it again.');
  return real;
}

/** Films are fetched by signed links, not by whoever has an account on the machine. */
const OURS_ALONE = 0o700;

/** @param dir made when it does not exist. @throws Fault `unavailable` */
export async function openFolder(dir: string): Promise<Storage> {
  let root: string;
  try {
    await makeFolder(path.resolve(dir), OURS_ALONE);
    root = await realpath(dir);
    if (!(await lstat(root)).isDirectory())
      throw Object.assign(new Error(`${root} is no folder`), { code: 'EEXIST' });
    // It may be new, and what is stored in it lasts no longer than it does.
    for (let at = root; at !== path.dirname(at); at = path.dirname(at))
      await flush(path.dirname(at)).catch(() => undefined);
  } catch (error) {
    throw folderFault(error);
  }

  /** A folder below the root, itself and not what a link makes of it. @throws the error of `realpath`, or ELOOP */
  async function unlinked(folder: string): Promise<string> {
    if ((await realpath(folder)) !== folder)
      throw Object.assign(new Error(`${folder} is reached by a symbolic link`), { code: 'ELOOP' });
    return folder;
  }

  /** Where a stored file lies. @throws Fault `not_found` */
  async function locate(key: string): Promise<{ place: string; file: StoredFile }> {
    const place = path.join(root, checkedKey(key));
    try {
      await unlinked(path.dirname(place));
      const stats = await lstat(place, { bigint: true });
      if (!stats.isFile()) throw missing();
      return { place, file: described(key, stats) };
    } catch (error) {
      throw readFault(error);
    }
  }

  async function writeUnfinished(place: string, content: Content): Promise<void> {
    if ('bytes' in content) {
      const handle = await open(place, 'wx');
      try {
        await handle.writeFile(content.bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return;
    }
    const linked =
      content.sealed &&
      (await link(content.file, place).then(
        () => true,
        (error) => {
          if (UNLINKABLE.has(codeOf(error) ?? '')) return false;
          throw error;
        },
      ));
    if (!linked) await copyFile(content.file, place, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await flush(place);
  }

  /** Removal may take an empty folder away between its making and its first file; then it is made again. */
  async function intoFolder(folder: string, write: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await mkdir(folder, { recursive: true });
        await unlinked(folder);
        return await write();
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || attempt === 10) throw error;
      }
    }
  }

  async function stream(key: string, range: Range = {}): Promise<Readable> {
    const { place } = await locate(key);
    // Neither a link nor a pipe that has taken the file's place since is opened.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const handle = await open(place, flags).catch((error) => {
      throw readFault(error);
    });
    try {
      const stats = await handle.stat({ bigint: true });
      if (!stats.isFile()) throw missing();
      if (range.etag !== undefined && described(key, stats).etag !== range.etag) throw replaced();
      return handle.createReadStream({ start: range.start, end: range.end, highWaterMark: CHUNK });
    } catch (error) {
      await handle.close();
      throw readFault(error);
    }
  }

  async function* files(prefix: string): AsyncGenerator<StoredFile> {
    for await (const { name, place } of walk(root, checkedPrefix(prefix))) {
      if (!isKey(name)) continue;
      const stats = await lstat(place, { bigint: true }).catch((error) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
      if (stats?.isFile()) yield described(name, stats);
    }
  }

  /** Removes a folder and those around it that it leaves empty, the root excepted. */
  async function removeEmpty(folder: string): Promise<void> {
    for (let at = folder; at !== root && at.startsWith(root); at = path.dirname(at)) {
      try {
        await rmdir(at);
      } catch {
        return;
      }
    }
  }

  async function removeFiles(places: AsyncIterable<string>): Promise<number> {
    const folders = new Set<string>();
    let count = 0;
    try {
      for await (const place of places) {
        await rm(place, { force: true });
        folders.add(path.dirname(place));
        count += 1;
      }
      for (const folder of folders) await removeEmpty(folder);
    } catch (error) {
      throw folderFault(error);
    }
    return count;
  }

  return {
    async put(key, content) {
      const place = path.join(root, checkedKey(key));
      const folder = path.dirname(place);
      const unfinished = path.join(folder, unfinishedName());
      try {
        const source = 'file' in content ? { ...content, file: await regularFile(content.file) } : content;
        await intoFolder(folder, () => writeUnfinished(unfinished, source));
        await rename(unfinished, place);
        // The folder may be new, and so may those around it.
        for (let at = folder; ; at = path.dirname(at)) {
          await flush(at);
          if (at === root) break;
        }
      } catch (error) {
        throw folderFault(error);
      } finally {
        // Renaming one link of a file onto another leaves both.
        await rm(unfinished, { force: true }).catch(() => undefined);
      }
    },

    async bytes(key) {
      const chunks: Buffer[] = [];
      for await (const chunk of await stream(key)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },

    async fetch(key, file) {
      const { place, file: stored } = await locate(key);
      const unfinished = path.join(path.dirname(file), unfinishedName());
      try {
        await mkdir(path.dirname(file), { recursive: true });
        const linked =
          stored.size >= LINKED_FROM &&
          (await link(place, unfinished).then(
            () => true,
            () => false,
          ));
        if (!linked)
          await copyFile(place, unfinished, constants.COPYFILE_FICLONE).catch((error) => {
            throw codeOf(error) === 'ENOENT' ? missing(error) : error;
          });
        await rename(unfinished, file);
      } catch (error) {
        throw folderFault(error);
      } finally {
        await rm(unfinished, { force: true }).catch(() => undefined);
      }
    },

    async stat(key) {
      try {
        return (await locate(key)).file;
      } catch (error) {
        if (error instanceof Fault && error.kind === 'not_found') return undefined;
        throw error;
      }
    },

    stream,

    list: (prefix) => files(prefix),

    async remove(prefix) {
      await removeFiles(
        (async function* () {
          for await (const { key } of files(prefix)) yield path.join(root, key);
        })(),
      );
    },

    removeUnfinished: (before) =>
      removeFiles(
        (async function* () {
          for await (const { place } of walk(root, '')) {
            if (!UNFINISHED.test(path.basename(place))) continue;
            const stats = await lstat(place, { bigint: true }).catch(() => undefined);
            if (stats?.isFile() && described('', stats).modified < before) yield place;
          }
        })(),
      ),

    async check() {
      const probe = path.join(root, unfinishedName());
      try {
        await writeUnfinished(probe, { bytes: new Uint8Array([0]) });
      } catch (error) {
        throw folderFault(error);
      } finally {
        await rm(probe, { force: true }).catch(() => undefined);
      }
    },
  };
}
