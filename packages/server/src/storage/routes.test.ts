import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFaults } from '../http/faults.ts';
import { createHttpServer } from '../http/listener.ts';
import { testConfig } from '../testing/config.ts';
import { startS3 } from '../testing/s3.ts';
import { until } from '../testing/until.ts';
import { signedLink } from './links.ts';
import { mountFiles } from './routes.ts';
import { createStorage, type Storage } from './storage.ts';

const FOLDER = 'videos/550e8400-e29b-41d4-a716-446655440000';
const FILM = `${FOLDER}/video.mp4`;
/** Linux tells. */
const OPEN_FILES = '/proc/self/fd';
const content = randomBytes(300_000);

describe.each(['local', 's3'] as const)('links to files in storage of kind %s', (kind) => {
  let work: string;
  let storage: Storage;
  let server: Server;
  let config: ReturnType<typeof testConfig>;
  let closeS3 = async () => {};
  /** Where the stored bytes lie in the end. */
  let disk: string;

  beforeAll(async () => {
    work = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-routes-'));
    disk = work;
    config = testConfig({ database_url: '', data_dir: work });
    if (kind === 's3') {
      const s3 = await startS3();
      config.storage = s3.settings;
      closeS3 = s3.close;
      disk = s3.directory;
    }
    storage = await createStorage(config);
    await storage.put(FILM, { bytes: content });
    await storage.put(`${FOLDER}/empty.txt`, { bytes: new Uint8Array() });
    const app = new OpenAPIHono();
    app.onError(answerFaults(pino({ level: 'silent' })));
    app.notFound((c) => c.json({ detail: 'There is no such route.' }, 404));
    mountFiles(app, { config, storage });
    server = createHttpServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    config.public_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await closeS3();
    await rm(work, { recursive: true, force: true });
  });

  const get = (headers: Record<string, string> = {}, key = FILM, method = 'GET') =>
    fetch(signedLink(config, key), { method, headers });
  const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

  it('give the whole file, with all that players and caches ask for', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '300000',
      'accept-ranges': 'bytes',
      'content-disposition': 'inline; filename="video-550e8400.mp4"',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(response.headers.get('cache-control')).toMatch(/^private, max-age=\d+$/);
    expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/);
    expect(response.headers.get('access-control-expose-headers')).toContain('Content-Range');
    expect((await bodyOf(response)).equals(content)).toBe(true);
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=299000-', 299_000, 299_999],
    ['bytes=-10', 299_990, 299_999],
    ['bytes=0-', 0, 299_999],
    ['bytes=299999-400000', 299_999, 299_999],
  ])('give the range %s', async (header, start, end) => {
    const response = await get({ Range: header });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/300000`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect((await bodyOf(response)).equals(content.subarray(start, end + 1))).toBe(true);
  });

  it('refuse a range outside the file, telling its size', async () => {
    const response = await get({ Range: 'bytes=300000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */300000');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toEqual({
      detail: 'This file has 300000 bytes; ask for a range within them.',
    });
  });

  it('give the range only while the file is the one that If-Range names', async () => {
    const etag = (await get({}, FILM, 'HEAD')).headers.get('etag')!;
    const range = { Range: 'bytes=0-9' };
    expect((await get({ ...range, 'If-Range': etag })).status).toBe(206);
    for (const other of ['"another"', `W/${etag}`, new Date().toUTCString()])
      expect((await get({ ...range, 'If-Range': other })).status).toBe(200);
  });

  it('give nothing again that the client has', async () => {
    const etag = (await get({}, FILM, 'HEAD')).headers.get('etag')!;
    for (const known of [etag, `W/${etag}`, `"a", ${etag}`, '*']) {
      const response = await get({ 'If-None-Match': known });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
    }
    expect((await get({ 'If-None-Match': '"another"' })).status).toBe(200);
  });

  it('answer HEAD like GET, without the bytes', async () => {
    const response = await get({}, FILM, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('300000');
    expect(response.headers.get('content-type')).toBe('video/mp4');
    const part = await get({ Range: 'bytes=5-9' }, FILM, 'HEAD');
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '5']);
  });

  it('give an empty file', async () => {
    const response = await get({}, `${FOLDER}/empty.txt`);
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '0']);
    expect((await get({ Range: 'bytes=0-' }, `${FOLDER}/empty.txt`)).status).toBe(416);
  });

  it('let pages of any origin ask for ranges', async () => {
    const response = await fetch(signedLink(config, FILM), {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://elsewhere.example',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'range',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('Range');
  });

  it('say that a fresh one is to be had when they were changed or have expired', async () => {
    const link = signedLink(config, FILM);
    const expired = signedLink(config, FILM, Date.now() - 2 * config.link_seconds * 1000);
    const changed = [
      link.replace('video.mp4', 'report.json'),
      link.replace(/signature=./, (start) => (start.endsWith('0') ? 'signature=1' : 'signature=0')),
      link.replace(/expires=\d+/, 'expires=9999999999'),
      link.replace(/\?.*/, ''),
      `${link}&expires=9999999999`,
      expired,
    ];
    for (const url of changed) {
      const response = await fetch(url);
      expect(response.status, url).toBe(403);
      expect(((await response.json()) as { detail: string }).detail).toMatch(
        /fetch the video again for a fresh one\.$/,
      );
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(403);
    }
  });

  it('say so when the file is gone', async () => {
    const response = await get({}, `${FOLDER}/gone.mp4`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      detail: 'This file does not exist; fetch the video again for links to what there is.',
    });
  });

  it('lead nowhere else, whatever is done to the path', async () => {
    await writeFile(path.join(work, 'secret.txt'), 'secret');
    if (config.storage.kind === 'local')
      await symlink(path.join(work, 'secret.txt'), path.join(config.storage.dir, 'link.txt'));
    const { search } = new URL(signedLink(config, FILM));
    const paths = [
      '',
      '..',
      '../secret.txt',
      '../../../../etc/passwd',
      `${FOLDER}/../../../secret.txt`,
      '%2e%2e/secret.txt',
      '%2e%2e%2fsecret.txt',
      '..%2fsecret.txt',
      '..%5csecret.txt',
      '..\\secret.txt',
      '%252e%252e%252fsecret.txt',
      '%c0%ae%c0%ae/secret.txt',
      '%00',
      `${FILM}%00`,
      `${FILM}/`,
      `${FILM}%2f..`,
      `//${FILM}`,
      '/etc/passwd',
      '.hidden',
      `.${FILM}`,
      '%E2%80%A4%E2%80%A4/secret.txt',
      `${FOLDER}/video%2Emp4`,
      'a'.repeat(5_000),
      'a/'.repeat(2_000),
      '%',
      '%zz',
      ';',
      'link.txt',
    ];
    for (const tried of paths) {
      for (const query of [search, '']) {
        const { status, body } = await raw(server, `/files/${tried}${query}`);
        expect([403, 404, 400], `${tried}: ${status}`).toContain(status);
        expect(body).not.toContain('secret');
        expect(JSON.parse(body), tried).toHaveProperty('detail');
      }
    }
    // Not even a good signature opens what is no plain file.
    const link = new URL(signedLink(config, 'link.txt'));
    expect((await fetch(link)).status).toBe(404);
  });

  it.skipIf(!existsSync(OPEN_FILES))('give the file up when the client goes away in the middle', async () => {
    await storage.put(`${FOLDER}/long.mp4`, { bytes: Buffer.alloc(64 << 20) });
    await until(async () => (await openFiles(disk)) === 0);
    const aborts = Array.from({ length: 5 }, () => new AbortController());
    for (const { signal } of aborts) {
      const response = await fetch(signedLink(config, `${FOLDER}/long.mp4`), { signal });
      await response.body!.getReader().read();
    }
    expect(await openFiles(disk)).toBe(5);
    for (const abort of aborts) abort.abort();
    await until(async () => (await openFiles(disk)) === 0);
  });

  it('are described in the reference', () => {
    const app = new OpenAPIHono();
    mountFiles(app, { config, storage });
    const { paths } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'x', version: '1' } });
    expect(Object.keys(paths!['/files/{key}']!.get!.responses!)).toEqual([
      '200',
      '206',
      '304',
      '403',
      '404',
      '416',
    ]);
  });
});

/** Sends the path as it is: `fetch` would tidy it up first. */
async function raw(server: Server, target: string): Promise<{ status: number; body: string }> {
  const { port } = server.address() as AddressInfo;
  const socket = net.connect(port, '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  const [head, ...rest] = answer.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return {
    status: Number(head!.split(' ')[1]),
    body: body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1),
  };
}

/** How many files below a folder this process holds open. */
async function openFiles(folder: string): Promise<number> {
  const handles = await readdir(OPEN_FILES);
  const targets = await Promise.all(handles.map((fd) => readlink(`${OPEN_FILES}/${fd}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(folder)).length;
}
