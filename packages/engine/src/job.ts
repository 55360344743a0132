/**
 * A job's folder: each stage's document is stored as it is made, so that a stopped job goes on from the last
 * finished stage and a person can read every step.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ChalktalkError } from './errors.ts';
import { engineFingerprint } from './fingerprint.ts';

/** What a stage was made from, and what it made. */
interface Stored<T> {
  key: string;
  seconds: number;
  document: T;
}

export interface StageTime {
  name: string;
  seconds: number;
  /** True when the document was already there from an earlier, interrupted run. */
  resumed?: boolean;
}

export class Job {
  readonly times: StageTime[] = [];
  private constructor(
    readonly folder: string,
    private readonly signal: AbortSignal | undefined,
  ) {}

  static async open(folder: string, signal?: AbortSignal): Promise<Job> {
    try {
      await mkdir(folder, { recursive: true });
    } catch (cause) {
      throw outputError(folder, cause);
    }
    return new Job(folder, signal);
  }

  /**
   * Runs one stage, or takes its stored document when it was made by this engine from the same inputs.
   * @throws ChalktalkError `cancelled` when the job was stopped.
   */
  async stage<T>(name: string, inputs: unknown, make: () => Promise<T> | T): Promise<T> {
    this.stopIfAsked();
    const key = createHash('sha256')
      .update(engineFingerprint())
      .update(JSON.stringify([name, inputs]))
      .digest('hex');
    const file = path.join(this.folder, `${name}.json`);
    const stored = await readStored<T>(file);
    if (stored?.key === key) {
      this.times.push({ name, seconds: 0, resumed: true });
      return stored.document;
    }
    const started = performance.now();
    const document = await make();
    this.stopIfAsked();
    const seconds = secondsSince(started);
    await writeWhole(file, JSON.stringify({ key, seconds, document } satisfies Stored<T>));
    this.times.push({ name, seconds });
    return document;
  }

  /** Measures a step that leaves no document of its own. */
  async timed<T>(name: string, run: () => Promise<T>): Promise<T> {
    this.stopIfAsked();
    const started = performance.now();
    const result = await run();
    this.times.push({ name, seconds: secondsSince(started) });
    return result;
  }

  stopIfAsked(): void {
    if (this.signal?.aborted)
      throw new ChalktalkError('cancelled', 'Stopped; the same command goes on from here.');
  }

  /** The job is done: nothing of it needs to be kept. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Writes a file so that it is either whole or not there. */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(temporary, data);
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw outputError(path.dirname(file), cause);
  }
}

/** A disk's refusal as a sentence that names the fix. */
export function outputError(folder: string, cause: unknown): ChalktalkError {
  if (cause instanceof ChalktalkError) return cause;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  const message =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? `The disk is full: free some space, or choose another folder than ${folder} with --out.`
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? `${folder} cannot be written to; choose another folder with --out.`
        : code === 'ENOTDIR' || code === 'EEXIST'
          ? `${folder} is not a folder; choose another one with --out.`
          : undefined;
  return message
    ? new ChalktalkError('output', message, { cause })
    : new ChalktalkError('internal', `Writing to ${folder} failed.`, { cause });
}

async function readStored<T>(file: string): Promise<Stored<T> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stored<T>;
  } catch {
    // Missing or half written by a crash of the machine: made anew.
    return undefined;
  }
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}
