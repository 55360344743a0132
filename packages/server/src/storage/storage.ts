/**
 * Where files live: a local folder or S3, behind one interface. Keys are paths like `videos/<uuid>/video.mp4`: parts of
 * letters, digits, `.`, `_` and `-`, none of which begins with a dot. What `put` has accepted survives a crash.
 */
import type { Readable } from 'node:stream';

export interface StoredFile {
  key: string;
  /** Bytes. */
  size: number;
  modified: Date;
}

export interface Storage {
  /** Takes a file or bytes in; whole and durable when it returns, or not there at all. Replaces what was there. */
  put(key: string, content: { file: string } | { bytes: Uint8Array }): Promise<void>;
  /** All bytes. @throws Fault `not_found` */
  bytes(key: string): Promise<Buffer>;
  /** Brings a stored file to a local path (linked where it can be, so never write into it). @throws Fault `not_found` */
  fetch(key: string, file: string): Promise<void>;
  /** Undefined when there is none. */
  stat(key: string): Promise<StoredFile | undefined>;
  /** A stream of the bytes from `start` to `end`, both inclusive. @throws Fault `not_found` */
  stream(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Every file whose key starts with `prefix`. */
  list(prefix: string): AsyncIterable<StoredFile>;
  /** Removes every file whose key starts with `prefix`; none is no fault. */
  remove(prefix: string): Promise<void>;
}
