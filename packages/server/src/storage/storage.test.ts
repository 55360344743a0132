import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import { Fault } from '../errors.ts';
import { startS3 } from '../testing/s3.ts';
import { createStorage, type Storage } from './storage.ts';

const DIES = fileURLToPath(new URL('../testing/interrupted-put.ts', import.meta.url));

interface Backend {
  settings: Config['storage'];
  /** Resolves in the middle of the child's put of a large file. */
  midway(child: ChildProcess): Promise<unknown>;
  close(): Promise<void>;
}

async function inFolder(): Promise<Backend> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-storage-'));
  return {
    settings: { kind: 'local', dir: path.join(dir, 'files') },
    midway: (child) => once(child, 'message'),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

async function inS3(): Promise<Backend> {
  const s3 = await startS3();
  return {
    settings: s3.settings,
    midway: () => s3.hold(({ url }) => /partNumber=2/.test(url!)),
    close: s3.close,
  };
}

async function read(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const bytes = (text: string) => ({ bytes: Buffer.from(text) });

describe.each([
  { name: 'a folder', start: inFolder },
  { name: 'S3', start: inS3 },
])('storage in $name', ({ start }) => {
  let backend: Backend;
  let storage: Storage;
  let work: string;

  beforeAll(async () => {
    work = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-work-'));
    backend = await start();
    storage = await createStorage({ storage: backend.settings });
  });
  afterAll(async () => {
    await backend.close();
    await rm(work, { recursive: true, force: true });
  });

  async function keysOf(prefix: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of storage.list(prefix)) keys.push(key);
    return keys;
  }

  it('gives back the bytes it took', async () => {
    await storage.put('round/trip.bin', { bytes: new Uint8Array([0, 255, 10, 13]) });
    expect([...(await storage.bytes('round/trip.bin'))]).toEqual([0, 255, 10, 13]);
    await storage.put('round/nothing.bin', { bytes: new Uint8Array() });
    expect(await storage.stat('round/nothing.bin')).toMatchObject({ size: 0 });
    expect(await storage.bytes('round/nothing.bin')).toHaveLength(0);
  });

  it.each([
    ['small', 70_000, false],
    ['large', 20 << 20, false],
    ['sealed', 3 << 20, true],
  ] as const)('takes a %s file in and brings it to another place, whole', async (name, size, sealed) => {
    const content = randomBytes(size);
    const file = path.join(work, name);
    await writeFile(file, content);
    await storage.put(`files/${name}.mp4`, { file, sealed });
    const fetched = path.join(work, 'fetched', `${name}.mp4`);
    await storage.fetch(`files/${name}.mp4`, fetched);
    expect((await readFile(fetched)).equals(content)).toBe(true);
    expect((await readFile(file)).equals(content)).toBe(true);
    // What was there before is replaced.
    await storage.fetch(`files/${name}.mp4`, fetched);
    expect(await readdir(path.dirname(fetched))).toContain(`${name}.mp4`);
    expect((await readdir(path.dirname(fetched))).filter((left) => left.startsWith('.'))).toEqual([]);
  });

  it('keeps what it took when the file that was put is written again', async () => {
    const file = path.join(work, 'rewritten.txt');
    await writeFile(file, 'first');
    await storage.put('kept/rewritten.txt', { file });
    await writeFile(file, 'second');
    expect(String(await storage.bytes('kept/rewritten.txt'))).toBe('first');
  });

  it('streams ranges, both ends included', async () => {
    await storage.put('ranges/file.txt', bytes('0123456789'));
    expect(await read(await storage.stream('ranges/file.txt'))).toBe('0123456789');
    expect(await read(await storage.stream('ranges/file.txt', { start: 0, end: 0 }))).toBe('0');
    expect(await read(await storage.stream('ranges/file.txt', { start: 3, end: 6 }))).toBe('3456');
    expect(await read(await storage.stream('ranges/file.txt', { start: 8 }))).toBe('89');
  });

  it('tells size, time and a tag that other bytes change', async () => {
    const before = Date.now();
    await storage.put('tags/file.txt', bytes('one'));
    const first = (await storage.stat('tags/file.txt'))!;
    expect(first).toMatchObject({ key: 'tags/file.txt', size: 3 });
    expect(first.etag).toMatch(/^[\w-]+$/);
    // S3 tells whole seconds.
    expect(first.modified.getTime()).toBeGreaterThanOrEqual(before - 1000);
    expect(await storage.stat('tags/file.txt')).toEqual(first);
    await storage.put('tags/file.txt', bytes('two'));
    expect((await storage.stat('tags/file.txt'))!.etag).not.toBe(first.etag);
    expect(await read(await storage.stream('tags/file.txt'))).toBe('two');
    await expect(storage.stream('tags/file.txt', { etag: first.etag })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const { etag } = (await storage.stat('tags/file.txt'))!;
    expect(await read(await storage.stream('tags/file.txt', { etag, start: 1 }))).toBe('wo');
  });

  it('lists by prefix, in the order of the keys, and only what begins with it', async () => {
    const keys = ['list/a', 'list/a-b', 'list/a.b', 'list/a_/c', 'list/b/c/d', 'list/bb', 'lists/z'];
    for (const key of [...keys].reverse()) await storage.put(key, bytes(key));
    expect(await keysOf('list/')).toEqual(
      ['list/a', 'list/a-b', 'list/a.b', 'list/a_/c', 'list/b/c/d', 'list/bb'].sort(),
    );
    expect(await keysOf('list/b')).toEqual(['list/b/c/d', 'list/bb']);
    expect(await keysOf('list/b/c/')).toEqual(['list/b/c/d']);
    expect(await keysOf('list')).toHaveLength(7);
    expect(await keysOf('nowhere/')).toEqual([]);
    expect(await keysOf('')).toEqual(expect.arrayContaining(keys));
  });

  it('lists more than a page', async () => {
    const keys = Array.from({ length: 120 }, (_, index) => `pages/${String(index).padStart(3, '0')}`);
    await Promise.all(keys.map((key) => storage.put(key, bytes('x'))));
    expect(await keysOf('pages/')).toEqual(keys);
    await storage.remove('pages/');
    expect(await keysOf('pages/')).toEqual([]);
  });

  it('removes by prefix, and nothing is no fault', async () => {
    for (const key of ['gone/1/a', 'gone/1/b/c', 'gone/10/a', 'gone/2/a']) await storage.put(key, bytes('x'));
    await storage.remove('gone/1/');
    expect(await keysOf('gone/')).toEqual(['gone/10/a', 'gone/2/a']);
    await storage.remove('gone/1/');
    await storage.remove('gone/2/a');
    expect(await keysOf('gone/')).toEqual(['gone/10/a']);
    await storage.put('gone/1/a', bytes('again'));
    expect(String(await storage.bytes('gone/1/a'))).toBe('again');
  });

  it('says so when there is no such file', async () => {
    await storage.put('there/file', bytes('x'));
    for (const key of ['nothing', 'there/nothing', 'not/there/at/all']) {
      expect(await storage.stat(key)).toBeUndefined();
      await expect(storage.bytes(key)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(storage.stream(key)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(storage.fetch(key, path.join(work, 'nothing'))).rejects.toMatchObject({
        kind: 'not_found',
      });
    }
    expect(await readdir(work)).not.toContain('nothing');
    await expect(storage.put('there/two', { file: path.join(work, 'nothing') })).rejects.toThrow(
      /does not exist/,
    );
    await expect(storage.put('there/two', { file: work })).rejects.toThrow(Fault);
    expect(await keysOf('there/')).toEqual(['there/file']);
  });

  it('refuses keys that are not plainly a name below the root', async () => {
    for (const key of ['../up', 'a/../../up', '/etc/passwd', 'a//b', '.hidden', 'a/.b', 'a\\b', 'a\0b', '']) {
      await expect(storage.put(key, bytes('x'))).rejects.toThrow(Fault);
      await expect(storage.bytes(key)).rejects.toThrow(Fault);
      await expect(storage.stat(key)).rejects.toThrow(Fault);
      await expect(storage.fetch(key, path.join(work, 'never'))).rejects.toThrow(Fault);
    }
    for (const prefix of ['../', '/', 'a//', './', 'a\\']) {
      await expect(storage.remove(prefix)).rejects.toThrow(Fault);
      await expect(keysOf(prefix)).rejects.toThrow(Fault);
    }
  });

  it('leaves one whole file of many puts at once', async () => {
    const contents = Array.from({ length: 12 }, (_, index) => String(index).padStart(2, '0').repeat(40_000));
    await Promise.all(contents.map((content) => storage.put('race/file', bytes(content))));
    expect(contents).toContain(String(await storage.bytes('race/file')));
    expect(await keysOf('race/')).toEqual(['race/file']);
  });

  it('puts and removes in one folder at once without losing a put that comes after', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2 ? storage.remove('busy/folder/') : storage.put(`busy/folder/${index}`, bytes('x')),
      ),
    );
    await storage.put('busy/folder/last', bytes('last'));
    expect(String(await storage.bytes('busy/folder/last'))).toBe('last');
  });

  it('shows nothing of a put that was killed in the middle, and clears away what it left', async () => {
    const file = path.join(work, 'large');
    await writeFile(file, randomBytes(30 << 20));
    await storage.put('killed/before.mp4', bytes('before'));
    for (const key of ['killed/before.mp4', 'killed/new.mp4']) {
      const child = fork(DIES, [JSON.stringify(backend.settings), key, file], {
        execArgv: ['--import', 'tsx'],
      });
      await backend.midway(child);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(await keysOf('killed/')).toEqual(['killed/before.mp4']);
    expect(await storage.stat('killed/new.mp4')).toBeUndefined();
    expect(String(await storage.bytes('killed/before.mp4'))).toBe('before');

    const hourAgo = new Date(Date.now() - 3_600_000);
    expect(await storage.removeUnfinished(hourAgo)).toBe(0);
    const left = await storage.removeUnfinished(new Date(Date.now() + 3_600_000));
    // s3rver cannot tell of unfinished uploads.
    expect(left).toBe(backend.settings.kind === 'local' ? 2 : 0);
    expect(await keysOf('killed/')).toEqual(['killed/before.mp4']);
  });

  it('proves that it can be written to, and leaves nothing of that', async () => {
    const before = await keysOf('');
    await storage.check();
    expect(await keysOf('')).toEqual(before);
  });
});
