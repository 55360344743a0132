/**
 * Where files live: a local folder or S3, behind one interface. Keys are paths like `videos/<uuid>/video.mp4`: parts of
 * letters, digits, `.`, `_` and `-`, none of which begins with a dot. What `put` has accepted survives a crash.
 */
import type { Readable } from 'node:stream';
import type { Config } from '../config/config.ts';

export interface StoredFile {
  key: string;
  /** Bytes. */
  size: number;
  /** When it was stored, or later. */
  modified: Date;
  /** Another one whenever other bytes are stored under the key; letters, digits and `-` only. */
  etag: string;
}

export type Content =
  | {
      file: string;
      /** Nobody writes into the file again, so it may be linked instead of copied. */
      sealed?: boolean;
    }
  | { bytes: Uint8Array };

export interface Range {
  /** First and last byte, both inclusive; to the end when there is no last. */
  start?: number;
  end?: number;
  /** The version that is meant. @throws Fault `conflict` when the file has been replaced since */
  etag?: string;
}

/** Every call may throw Fault `unavailable`, with a sentence that names the fix: the disk is full, S3 is out of reach. */
export interface Storage {
  /** Takes a file or bytes in; whole and durable when it returns, or not there at all. Replaces what was there. */
  put(key: string, content: Content): Promise<void>;
  /** All bytes. @throws Fault `not_found` */
  bytes(key: string): Promise<Buffer>;
  /** Brings a stored file to a local path (linked where it can be, so never write into it). @throws Fault `not_found` */
  fetch(key: string, file: string): Promise<void>;
  /** Undefined when there is none. */
  stat(key: string): Promise<StoredFile | undefined>;
  /** A stream of the bytes of a range, of all when there is none; whoever gets it reads or destroys it. @throws Fault `not_found` */
  stream(key: string, range?: Range): Promise<Readable>;
  /** Every file whose key starts with `prefix`, in the order of their keys' bytes. */
  list(prefix: string): AsyncIterable<StoredFile>;
  /** Removes every file whose key starts with `prefix`; none is no fault. */
  remove(prefix: string): Promise<void>;
  /** Removes what puts that a crash interrupted have left, begun before `before`. @returns how many */
  removeUnfinished(before: Date): Promise<number>;
  /** Proves that files can be stored, by storing one. @throws Fault `unavailable` */
  check(): Promise<void>;
}

/** Opens the storage that the settings name, and proves that it can be written to. */
export async function createStorage(config: Pick<Config, 'storage'>): Promise<Storage> {
  const { storage } = config;
  // The SDK takes a while to load; those who store in a folder do without.
  const opened =
    storage.kind === 's3'
      ? await (await import('./s3.ts')).openS3(storage)
      : await (await import('./local.ts')).openFolder(storage.dir);
  await opened.check();
  return opened;
}
