/**
 * A film's documents and clips while it is made or edited: each is stored as soon as it exists, so that another worker, on
 * another machine, goes on from it; what this worker has made or read is at hand in a folder of its own. An edit has
 * documents and files of its own beside the film's, so that every version stays as it is; clips, named by what is in
 * them, are shared.
 */
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Storage } from '../storage/storage.ts';

export class Desk {
  constructor(
    readonly uuid: string,
    /** This worker's own folder for the film or the edit. */
    readonly folder: string,
    private readonly storage: Storage,
    /** The edit whose version this is; undefined for the film as it was first made. */
    readonly edit?: string,
  ) {}

  /** Where a file of the finished version lies in storage. */
  filmKey(name: string): string {
    return this.edit === undefined
      ? `videos/${this.uuid}/${name}`
      : `videos/${this.uuid}/${this.edit}/${name}`;
  }

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

  async has(name: string): Promise<boolean> {
    return (await this.storage.stat(this.#key(name))) !== undefined;
  }

  /** Brings a stored file to a path, if it is stored and not there yet. */
  async bring(name: string, at: string): Promise<void> {
    if (await stat(at).catch(() => undefined)) return;
    if (!(await this.has(name))) return;
    await mkdir(path.dirname(at), { recursive: true });
    await this.storage.fetch(this.#key(name), at);
  }

  #key(name: string): string {
    const own = this.edit !== undefined && !name.startsWith('clips/');
    return own ? `jobs/${this.uuid}/edits/${this.edit}/${name}` : `jobs/${this.uuid}/${name}`;
  }
}
