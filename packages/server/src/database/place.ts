/**
 * Where the embedded Postgres lives. In the data folder lie `postgres`, its own folder, `postgres.json` (its port and
 * password, readable by us alone), `postgres.log`, and the lock held by whoever starts it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeDataFolder } from '../config/data-folder.ts';
import { Fault } from '../errors.ts';
import { postgresIn } from './processes.ts';
import { findPrograms, type Programs } from './programs.ts';
import { type StandIn, standInFor } from './stand-in.ts';

export interface Place {
  dataDir: string;
  folder: string;
  credentials: string;
  log: string;
  lock: string;
  programs: Programs;
  standIn: StandIn | undefined;
}

export interface Credentials {
  port: number;
  password: string;
}

/** The one role, which owns everything, and the one database of ours. */
export const USER = 'chalktalk';
export const DATABASE = 'chalktalk';

const LOG_BYTES = 10_000_000;

/** @throws Fault `unavailable` when the folder cannot be used */
export async function openPlace(given: string): Promise<Place> {
  const dataDir = await makeDataFolder(given);
  const programs = await findPrograms();
  const folder = path.join(dataDir, 'postgres');
  return {
    dataDir,
    folder,
    credentials: path.join(dataDir, 'postgres.json'),
    log: path.join(dataDir, 'postgres.log'),
    lock: path.join(dataDir, 'postgres.lock'),
    programs,
    standIn: await standInFor(dataDir, folder, [programs.postgres, programs.initdb]),
  };
}

/** A program under way, and where in the log its words begin. */
export interface Launched {
  child: ChildProcess;
  logged: number;
}

/** Starts a program as the right user, in a process group of its own, so that a Ctrl-C meant for us does not stop it. */
export async function launch(place: Place, program: string, args: string[]): Promise<Launched> {
  let { size } = await stat(place.log).catch(() => ({ size: 0 }));
  if (size > LOG_BYTES) {
    await rename(place.log, `${place.log}.1`);
    size = 0;
  }
  const log = await open(place.log, 'a', 0o600);
  try {
    const { standIn } = place;
    const [command, ...before] = [...(standIn?.through ?? []), program];
    const child = spawn(command!, [...before, ...args], {
      cwd: place.dataDir,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      // None of our own variables: they hold secrets.
      env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
      ...(standIn && !standIn.through ? { uid: standIn.uid, gid: standIn.gid } : {}),
    });
    // Without a listener a program that cannot be started would end ours; its missing pid tells.
    child.on('error', () => undefined);
    child.unref();
    return { child, logged: size };
  } finally {
    await log.close();
  }
}

export function hasEnded({ child }: Launched): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Resolves with the exit code; null when a signal ended it or it never began. */
export function ended(launched: Launched): Promise<number | null> {
  if (hasEnded(launched)) return Promise.resolve(launched.child.exitCode);
  launched.child.ref();
  return new Promise((resolve) => launched.child.once('exit', resolve));
}

/** What a program has said. */
export async function said(place: Place, { logged }: { logged: number }): Promise<string> {
  const log = await readFile(place.log).catch(() => Buffer.alloc(0));
  return log.subarray(logged).toString('utf8').slice(-4_000);
}

/** A program's failure in a sentence that names the fix. */
export async function failure(place: Place, what: string, words: string): Promise<Fault> {
  const sentence = (): string => {
    if (/No space left on device/i.test(words)) {
      return `${what}: the disk is full; free some space for ${place.dataDir}.`;
    }
    if (/Permission denied|wrong ownership/i.test(words)) {
      return `${what}: it may not use ${place.folder}; start Chalktalk as the user who owns that folder, or choose another with --data.`;
    }
    return `${what}; the reason is at the end of ${place.log}.`;
  };
  const left = await postgresIn(place.folder);
  const who = left.length > 0 ? ` Processes of an earlier one still run: ${left.join(', ')}.` : '';
  return new Fault('unavailable', sentence() + who);
}

export async function readCredentials(file: string): Promise<Credentials | undefined> {
  try {
    const { port, password } = JSON.parse(await readFile(file, 'utf8')) as Credentials;
    return Number.isInteger(port) && typeof password === 'string' ? { port, password } : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: a folder whose password is lost cannot be opened again. */
export async function saveCredentials(place: Place, credentials: Credentials): Promise<void> {
  const next = `${place.credentials}.new`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(credentials));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, place.credentials);
}

/** @param database ours, or `postgres`, which is there from the beginning */
export function urlOf(
  { port, password }: Credentials,
  database: 'postgres' | 'chalktalk' = DATABASE,
): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}
