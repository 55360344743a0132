import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFault } from './folder-fault.ts';
import { openFolder } from './local.ts';
import type { Storage } from './storage.ts';

const bytes = (text: string) => ({ bytes: Buffer.from(text) });

describe('a storage folder', () => {
  let work: string;
  let root: string;
  let storage: Storage;

  beforeEach(async () => {
    work = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-local-'));
    root = path.join(work, 'files');
    storage = await openFolder(root);
  });
  afterEach(() => rm(work, { recursive: true, force: true }));

  it('is made when it does not exist, and may itself be reached by a link', async () => {
    await symlink(root, path.join(work, 'elsewhere'));
    const linked = await openFolder(path.join(work, 'elsewhere'));
    await linked.put('a/b', bytes('through'));
    expect(String(await storage.bytes('a/b'))).toBe('through');
  });

  it('links a sealed file, and copies one that may be written again', async () => {
    const file = path.join(work, 'clip');
    await writeFile(file, Buffer.alloc(2 << 20));
    await storage.put('sealed', { file, sealed: true });
    await storage.put('copied', { file });
    const inode = (await stat(file)).ino;
    expect((await stat(path.join(root, 'sealed'))).ino).toBe(inode);
    expect((await stat(path.join(root, 'copied'))).ino).not.toBe(inode);
    // Large files leave by a link as well.
    await storage.fetch('sealed', path.join(work, 'out'));
    expect((await stat(path.join(work, 'out'))).ino).toBe(inode);
    // The same link once more leaves nothing beside it.
    await storage.put('sealed', { file, sealed: true });
    expect(await readdir(root)).toEqual(['copied', 'sealed']);
  });

  it('stores what a link leads to, not the link', async () => {
    await writeFile(path.join(work, 'target'), 'content');
    await symlink(path.join(work, 'target'), path.join(work, 'alias'));
    await storage.put('linked', { file: path.join(work, 'alias'), sealed: true });
    expect(String(await storage.bytes('linked'))).toBe('content');
  });

  it('tells when a file came, not when it was first written', async () => {
    const file = path.join(work, 'old');
    await writeFile(file, 'x');
    const before = Date.now();
    await link(file, path.join(work, 'older'));
    await storage.put('young', { file, sealed: true });
    expect((await storage.stat('young'))!.modified.getTime()).toBeGreaterThanOrEqual(before - 50);
  });

  it('follows no link out of it, for files and for folders', async () => {
    const outside = path.join(work, 'outside');
    await mkdir(outside);
    await writeFile(path.join(outside, 'secret.txt'), 'secret');
    await symlink(outside, path.join(root, 'folder'));
    await mkdir(path.join(root, 'inside'));
    await symlink(path.join(outside, 'secret.txt'), path.join(root, 'inside', 'file.txt'));
    for (const key of ['folder/secret.txt', 'inside/file.txt']) {
      expect(await storage.stat(key)).toBeUndefined();
      await expect(storage.bytes(key)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(storage.stream(key)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(storage.fetch(key, path.join(work, 'stolen'))).rejects.toMatchObject({
        kind: 'not_found',
      });
    }
    await expect(storage.put('folder/new.txt', bytes('x'))).rejects.toThrow(/symbolic link/);
    const listed: string[] = [];
    for await (const { key } of storage.list('')) listed.push(key);
    for await (const { key } of storage.list('folder/')) listed.push(key);
    expect(listed).toEqual([]);
    await storage.remove('folder/');
    await storage.remove('');
    expect(await readdir(outside)).toEqual(['secret.txt']);
    // A link is replaced, not written through.
    await storage.put('inside/file.txt', bytes('ours'));
    expect(String(await storage.bytes('inside/file.txt'))).toBe('ours');
    expect((await stat(path.join(outside, 'secret.txt'))).size).toBe('secret'.length);
  });

  it('leaves alone what was not put there: hidden files, other names, folders of the disk', async () => {
    await mkdir(path.join(root, 'lost+found'));
    await writeFile(path.join(root, 'lost+found', 'file'), 'x');
    await writeFile(path.join(root, '.hidden'), 'x');
    await writeFile(path.join(root, 'a name with spaces'), 'x');
    await storage.put('ours', bytes('x'));
    await storage.remove('');
    await storage.removeUnfinished(new Date(Date.now() + 1000));
    expect((await readdir(root)).sort()).toEqual(['.hidden', 'a name with spaces', 'lost+found']);
  });

  it('removes folders that removal has emptied, and itself never', async () => {
    await storage.put('a/b/c/d', bytes('x'));
    await storage.remove('a/');
    expect(await readdir(root)).toEqual([]);
    await storage.put('a', bytes('a file now'));
    expect(String(await storage.bytes('a'))).toBe('a file now');
  });

  it('goes on reading the file it has begun when that is replaced', async () => {
    const old = 'old'.repeat(500_000);
    await storage.put('long', bytes(old));
    const stream = await storage.stream('long');
    const iterator = stream[Symbol.asyncIterator]();
    const chunks = [(await iterator.next()).value];
    await storage.put('long', bytes('new'));
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) chunks.push(next.value);
    expect(String(Buffer.concat(chunks))).toBe(old);
  });

  it('says what to do when it is a file, or lies below one', async () => {
    await writeFile(path.join(work, 'file'), 'x');
    await expect(openFolder(path.join(work, 'file'))).rejects.toThrow(/storage folder is a file/);
    await expect(openFolder(path.join(work, 'file', 'below'))).rejects.toThrow(
      /path of the storage folder is a file/,
    );
  });

  it.skipIf(!existsSync('/proc'))('does not wait for good for a folder that cannot be made', async () => {
    await expect(openFolder('/proc/nowhere/files')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('says what to do when it has vanished', async () => {
    await rm(root, { recursive: true });
    await expect(storage.check()).rejects.toThrow(/has vanished; mount or make it/);
    expect(await storage.stat('a')).toBeUndefined();
  });

  it('says what to do for whatever a disk can refuse, and names no path', () => {
    const refusals = {
      ENOSPC: /full; free space/,
      EROFS: /read-only disk; mount it writable/,
      EACCES: /give its user the right/,
      EIO: /disk .* reports errors/,
      EMFILE: /raise the limit/,
      EWHATEVER: /look in the log/,
    };
    for (const [code, sentence] of Object.entries(refusals)) {
      const fault = folderFault(Object.assign(new Error(`${code}: open '/secret/place'`), { code }));
      expect(fault.kind).toBe('unavailable');
      expect(fault.message).toMatch(sentence);
      expect(fault.message).not.toContain('/secret');
    }
  });
});
