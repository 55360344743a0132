/**
 * Storage in a bucket of S3, or of whatever speaks its language. An object is there whole or not at all by the store's own
 * promise; large files go up in parts, which become an object only when all have arrived.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as s3 from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Config } from '../config/config.ts';
import { Fault } from '../errors.ts';
import { checkedKey, checkedPrefix, isKey, replaced } from './keys.ts';
import { s3Fault, unsupported } from './s3-fault.ts';
import type { Storage, StoredFile } from './storage.ts';

export type S3Settings = Extract<Config['storage'], { kind: 's3' }>;

/** Larger files go up in parts of this size, bytes; 10,000 parts at most, so 80 GB. */
const PART = 8 << 20;
/** Parts in memory at once. */
const PARTS_AT_ONCE = 3;
const REMOVALS_AT_ONCE = 8;
/** A download that breaks off is begun again so often; the SDK itself retries only what it has not begun to hand out. */
const DOWNLOADS = 3;

function clientOf(settings: S3Settings): s3.S3Client {
  // Which Node later versions of the SDK want is told to whoever updates it, not to whoever reads the log.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { region, endpoint, access_key_id, secret_access_key } = settings;
  // Every player that watches a film from here holds a connection.
  const agent = { keepAlive: true, maxSockets: 512 };
  return new s3.S3Client({
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Without keys of its own: the environment, the shared files, or the machine's role.
    ...(access_key_id && secret_access_key
      ? { credentials: { accessKeyId: access_key_id, secretAccessKey: secret_access_key } }
      : {}),
    // Many stores know none of the newer checksums and would keep them as part of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 5,
    requestHandler: {
      connectionTimeout: 5_000,
      // Until the answer begins; a part on a slow line takes its time.
      requestTimeout: 120_000,
      throwOnRequestTimeout: true,
      // Without a byte in either direction: also how long a player may pause before it has to ask again.
      socketTimeout: 120_000,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}

function etagOf(etag: string | undefined): string {
  return (etag ?? '').replace(/[^A-Za-z0-9-]/g, '');
}

export async function openS3(settings: S3Settings): Promise<Storage> {
  const client = clientOf(settings);
  const Bucket = settings.bucket;
  const folder = settings.prefix.replace(/^\/+|\/+$/g, '');
  const base = folder ? `${folder}/` : '';
  const at = (key: string) => ({ Bucket, Key: base + checkedKey(key) });

  async function asked<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw s3Fault(error);
    }
  }

  async function* files(prefix: string): AsyncGenerator<StoredFile> {
    const pages = s3.paginateListObjectsV2({ client }, { Bucket, Prefix: base + checkedPrefix(prefix) });
    try {
      for await (const { Contents = [] } of pages) {
        for (const { Key = '', Size = 0, LastModified, ETag } of Contents) {
          const key = Key.slice(base.length);
          if (isKey(key)) yield { key, size: Size, modified: LastModified ?? new Date(), etag: etagOf(ETag) };
        }
      }
    } catch (error) {
      throw s3Fault(error);
    }
  }

  async function open(
    key: string,
    { start, end, etag }: { start?: number; end?: number; etag?: string } = {},
  ) {
    const found = await asked(() =>
      client.send(
        new s3.GetObjectCommand({
          ...at(key),
          ...(start === undefined && end === undefined ? {} : { Range: `bytes=${start ?? 0}-${end ?? ''}` }),
        }),
      ),
    );
    const body = found.Body as Readable;
    if (etag === undefined || etagOf(found.ETag) === etag) return { body, size: found.ContentLength };
    body.on('error', () => undefined).destroy();
    throw replaced();
  }

  /** Downloads until it is whole, a few times. */
  async function whole(key: string, take: (body: Readable) => Promise<number>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { body, size } = await open(key);
        const taken = await take(body);
        if (size === undefined || taken === size) return;
        throw new Error(`${taken} of ${size} bytes arrived`);
      } catch (error) {
        if (error instanceof Fault || attempt === DOWNLOADS) throw s3Fault(error);
      }
    }
  }

  /** One by one: not every store knows how to remove many at once. */
  async function removeAll(keys: AsyncIterable<{ key: string }>): Promise<void> {
    const iterator = keys[Symbol.asyncIterator]();
    const remover = async () => {
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        await asked(() => client.send(new s3.DeleteObjectCommand(at(next.value.key))));
    };
    await Promise.all(Array.from({ length: REMOVALS_AT_ONCE }, remover));
  }

  async function putBytes(key: string, bytes: Uint8Array): Promise<void> {
    await client.send(new s3.PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.byteLength }));
  }

  return {
    put: (key, content) =>
      asked(async () => {
        if ('bytes' in content) return putBytes(key, content.bytes);
        const params = at(key);
        const stats = await stat(content.file).catch(() => undefined);
        if (!stats?.isFile())
          throw new Fault('internal', 'The file to be stored does not exist; make it again.');
        const Body = createReadStream(content.file, { highWaterMark: 1 << 20 });
        try {
          await new Upload({
            client,
            params: { ...params, Body },
            partSize: PART,
            queueSize: PARTS_AT_ONCE,
          }).done();
        } finally {
          Body.destroy();
        }
      }),

    async bytes(key) {
      let chunks: Buffer[] = [];
      await whole(key, async (body) => {
        chunks = [];
        for await (const chunk of body) chunks.push(chunk);
        return chunks.reduce((sum, { length }) => sum + length, 0);
      });
      return Buffer.concat(chunks);
    },

    async fetch(key, file) {
      const unfinished = path.join(path.dirname(file), `.${process.pid}-${randomUUID()}.part`);
      await mkdir(path.dirname(file), { recursive: true });
      try {
        await whole(key, async (body) => {
          const target = createWriteStream(unfinished);
          await pipeline(body, target);
          return target.bytesWritten;
        });
        await rename(unfinished, file);
      } finally {
        await rm(unfinished, { force: true });
      }
    },

    async stat(key) {
      try {
        const found = await asked(() => client.send(new s3.HeadObjectCommand(at(key))));
        return {
          key,
          size: found.ContentLength ?? 0,
          modified: found.LastModified ?? new Date(),
          etag: etagOf(found.ETag),
        };
      } catch (error) {
        if (error instanceof Fault && error.kind === 'not_found') return undefined;
        throw error;
      }
    },

    stream: async (key, range) => (await open(key, range)).body,

    list: files,

    remove: (prefix) => removeAll(files(prefix)),

    async removeUnfinished(before) {
      let count = 0;
      try {
        let after: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
        while (after) {
          const page: s3.ListMultipartUploadsOutput = await client.send(
            new s3.ListMultipartUploadsCommand({ Bucket, Prefix: base, ...after }),
          );
          for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
            if (!Initiated || Initiated >= before) continue;
            await client.send(new s3.AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
            count += 1;
          }
          after = page.IsTruncated
            ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
            : undefined;
        }
      } catch (error) {
        // Stores that cannot tell of unfinished uploads clear them away by themselves.
        if (!unsupported(error)) throw s3Fault(error);
      }
      return count;
    },

    async check() {
      const probe = `probe-${randomUUID()}`;
      await asked(async () => {
        await putBytes(probe, new Uint8Array([0]));
        await client.send(new s3.DeleteObjectCommand(at(probe)));
      });
    },
  };
}
