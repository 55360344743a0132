/**
 * A film's documents and clips while it is made: each is stored as soon as it exists, so that another worker, on another
 * machine, goes on from it; what this worker has made or read is at hand in a folder of its own.
 */
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Storage } from '../storage/storage.ts';

export class Desk {
  constructor(
    readonly uuid: string,
    /** This worker's own folder for the film. */
    readonly folder: string,
    private readonly storage: Storage,
  ) {}

  /** Stores a document. */
  async keep(name: string, document: unknown): Promise<void> {
    await this.storage.put(this.#key(`${name}.json`), { bytes: Buffer.from(JSON.stringify(document)) });
  }

  /** @throws Fault `not_found` */
  async read<T>(name: string): Promise<T> {
    return JSON.parse((await this.storage.bytes(this.#key(`${name}.json`))).toString('utf8')) as T;
  }

  /** Stores a file that is whole and is not written again, under a name of its own below the film. */
  async keepFile(name: string, file: string): Promise<void> {
    await this.storage.put(this.#key(name), { file, sealed: true });
  }

  /** The path of a stored file, brought into the folder if it is not there. @throws Fault `not_found` */
  async file(name: string): Promise<string> {
    const at = path.join(this.folder, name);
    const found = await stat(at).catch(() => undefined);
    if (!found) {
      await mkdir(path.dirname(at), { recursive: true });
      await this.storage.fetch(this.#key(name), at);
    }
    return at;
  }

  /** Makes the folder, empty of what an interrupted attempt has left under this name. */
  async clean(name: string): Promise<string> {
    const at = path.join(this.folder, name);
    await rm(at, { recursive: true, force: true });
    await mkdir(at, { recursive: true });
    return at;
  }

  #key(name: string): string {
    return `jobs/${this.uuid}/${name}`;
  }
}

/** The finished film's place in storage. */
export function filmKey(uuid: string, name: string): string {
  return `videos/${uuid}/${name}`;
}
