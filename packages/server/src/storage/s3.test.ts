import { mkdtemp, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3, type TestS3 } from '../testing/s3.ts';
import { openS3 } from './s3.ts';
import { s3Fault } from './s3-fault.ts';
import { createStorage, type Storage } from './storage.ts';

const bytes = (text: string) => ({ bytes: Buffer.from(text) });

describe('storage in S3', () => {
  let s3: TestS3;
  let storage: Storage;

  beforeAll(async () => {
    s3 = await startS3('/some/prefix/');
    storage = await openS3(s3.settings);
  });
  afterAll(() => s3.close());

  it('keeps to its prefix, so that a bucket may hold more than one storage', async () => {
    const other = await openS3({ ...s3.settings, prefix: '' });
    await storage.put('shared/a', bytes('ours'));
    await other.put('shared/a', bytes('theirs'));
    const keys: string[] = [];
    for await (const { key } of storage.list('')) keys.push(key);
    expect(keys).toEqual(['shared/a']);
    expect(String(await other.bytes('some/prefix/shared/a'))).toBe('ours');
    await storage.remove('shared/');
    expect(String(await other.bytes('shared/a'))).toBe('theirs');
  });

  it('tries again when a connection breaks', async () => {
    s3.breakOff(({ method }) => method === 'PUT', 2);
    await storage.put('retried/a', bytes('arrived'));
    s3.breakOff(({ method }) => method === 'GET', 2);
    expect(String(await storage.bytes('retried/a'))).toBe('arrived');
  });

  it('begins a download again that broke off in the middle', async () => {
    const content = Buffer.alloc(3 << 20, 'film');
    await storage.put('broken/film', { bytes: content });
    const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-download-'));
    try {
      s3.cutShort(({ method }) => method === 'GET', 1);
      await storage.fetch('broken/film', path.join(folder, 'film'));
      expect((await readFile(path.join(folder, 'film'))).equals(content)).toBe(true);
      s3.cutShort(({ method }) => method === 'GET', 1);
      expect((await storage.bytes('broken/film')).equals(content)).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says what to do when the bucket does not exist', async () => {
    await expect(createStorage({ storage: { ...s3.settings, bucket: 'elsewhere' } })).rejects.toThrow(
      /bucket does not exist; create it/,
    );
  });

  it('says what to do when the key is refused', async () => {
    await expect(createStorage({ storage: { ...s3.settings, access_key_id: 'wrong' } })).rejects.toThrow(
      /correct storage\.access_key_id/,
    );
  });

  it('says what to do when nobody answers', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const gone = { ...s3.settings, endpoint: `http://127.0.0.1:${port}` };
    await expect(createStorage({ storage: gone })).rejects.toThrow(
      /cannot be reached; check storage\.endpoint/,
    );
  });

  it('tells nothing of hosts, keys and signatures', () => {
    const thrown = Object.assign(new Error('Access Denied'), {
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
      $response: { headers: { authorization: 'secret' } },
    });
    const fault = s3Fault(thrown);
    expect(fault.message).toMatch(/give the access key the rights/);
    expect(JSON.stringify(fault.cause, Object.getOwnPropertyNames(fault.cause))).not.toContain('secret');
    expect(String(fault.cause)).toContain('Access Denied');
  });
});
