/** An S3 for tests, on loopback, in a folder that is gone afterwards: s3rver, made as steadfast as S3 is. */
import crypto from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import type { S3Settings } from '../storage/s3.ts';

export interface TestS3 {
  settings: S3Settings;
  /** Where it keeps its objects. */
  directory: string;
  /** Leaves the next request that `which` is true of without an answer. @returns resolves when there is one */
  hold(which: (request: IncomingMessage) => boolean): Promise<void>;
  /** Breaks the connection of the next requests that `which` is true of, `times` times. */
  breakOff(which: (request: IncomingMessage) => boolean, times: number): void;
  /** Breaks the connection in the middle of the answers to the next requests that `which` is true of. */
  cutShort(which: (request: IncomingMessage) => boolean, times: number): void;
  close(): Promise<void>;
}

const BUCKET = 'films';

export async function startS3(prefix = 'chalktalk'): Promise<TestS3> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  correct(server.store);
  lendDes();
  const { port } = await server.run();
  const { httpServer } = server;
  const answer = httpServer.listeners('request')[0] as (req: IncomingMessage, res: ServerResponse) => void;
  let intercept: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  httpServer.removeAllListeners('request');
  httpServer.on('request', (request, response) => {
    if (!intercept(request, response)) answer(request, response);
  });
  return {
    directory,
    settings: {
      kind: 's3',
      bucket: BUCKET,
      prefix,
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      access_key_id: 'S3RVER',
      secret_access_key: 'S3RVER',
    },
    hold: (which) =>
      new Promise((resolve) => {
        intercept = (request) => {
          if (!which(request)) return false;
          intercept = () => false;
          resolve();
          return true;
        };
      }),
    breakOff(which, times) {
      let left = times;
      intercept = (request) => {
        if (left === 0 || !which(request)) return false;
        left -= 1;
        request.socket.destroy();
        return true;
      };
    },
    cutShort(which, times) {
      let left = times;
      intercept = (request, response) => {
        if (left === 0 || !which(request)) return false;
        left -= 1;
        const write = response.write.bind(response);
        response.write = ((chunk: Uint8Array) => {
          write(chunk, () => request.socket.destroy());
          return false;
        }) as typeof response.write;
        return false;
      };
    },
    async close() {
      httpServer.closeAllConnections();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Where s3rver differs from S3 in what tests look at. */
function correct(store: S3rver['store']): void {
  const { getObject, listObjects, putObject } = store;
  // It writes right into the object, two puts of one key at once into each other.
  let last: Promise<unknown> = Promise.resolve();
  store.putObject = (object) => {
    const done = last.then(() => putObject.call(store, object));
    last = done.catch(() => undefined);
    return done;
  };
  // It takes a range that ends at byte 0 for one without an end.
  store.getObject = (bucket, key, range) =>
    getObject.call(store, bucket, key, range?.end === 0 ? { ...range, end: '0' } : range);
  // It lists, and turns pages, in the order of its own files' names.
  store.listObjects = async (bucket, { startAfter = '', maxKeys = 1000, prefix }) => {
    const { objects } = await listObjects.call(store, bucket, { prefix });
    // Smaller pages than S3's, so that a test turns them without storing a thousand objects.
    const page = Math.min(maxKeys, 50);
    const after = objects.filter(({ key }) => key > startAfter).sort((a, b) => (a.key < b.key ? -1 : 1));
    return { objects: after.slice(0, page), commonPrefixes: [], isTruncated: after.length > page };
  };
}

/** It writes where a list goes on with DES, which Node has no more; triple DES with one key three times is the same. */
function lendDes(): void {
  for (const name of ['createCipheriv', 'createDecipheriv'] as const) {
    const create = crypto[name] as (algorithm: string, key: Buffer, iv: Buffer) => unknown;
    Object.assign(crypto, {
      [name]: (algorithm: string, key: Buffer, iv: Buffer) =>
        algorithm === 'des'
          ? create('des-ede3-cbc', Buffer.concat([key, key, key]), iv)
          : create(algorithm, key, iv),
    });
  }
}
