/** Makes Postgres' own folder the first time, and refuses one that this Postgres cannot read. */
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../errors.ts';
import {
  type Credentials,
  ended,
  failure,
  launch,
  type Place,
  readCredentials,
  said,
  saveCredentials,
  USER,
} from './place.ts';
import { freePort } from './port.ts';

/** Runs under the place's lock. @throws Fault `unavailable` */
export async function initialise(place: Place): Promise<Credentials> {
  if (!(await stat(place.folder).catch(() => undefined))) return make(place);
  const version = await readFile(path.join(place.folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    throw new Fault(
      'unavailable',
      `${place.folder} cannot be read as a Postgres folder; start Chalktalk as the user who owns it, or choose another with --data.`,
    );
  }
  if (version.trim() !== place.programs.major) {
    throw new Fault(
      'unavailable',
      `${place.folder} was made by Postgres ${version.trim()} and this is Postgres ${place.programs.major}; start the version of Chalktalk that made it, or choose another folder with --data.`,
    );
  }
  const credentials = await readCredentials(place.credentials);
  if (credentials) return credentials;
  throw new Fault(
    'unavailable',
    `${place.credentials}, which holds the password of the Postgres beside it, cannot be read; restore it from a backup, or choose another folder with --data.`,
  );
}

/** Whole or not at all: it is made under another name, so that one half made is made again. */
async function make(place: Place): Promise<Credentials> {
  const credentials = { port: await freePort(), password: randomBytes(24).toString('hex') };
  // A name of its own: one that a killed process began may still be written to.
  const making = `${place.folder}.new-${randomBytes(4).toString('hex')}`;
  const secret = `${place.folder}.password`;
  try {
    for (const entry of await readdir(place.dataDir)) {
      if (entry.startsWith('postgres.new-')) await rm(path.join(place.dataDir, entry), { recursive: true });
    }
    await mkdir(making, { mode: 0o700 });
    await writeFile(secret, credentials.password, { mode: 0o600 });
    if (place.standIn) {
      await chown(making, place.standIn.uid, place.standIn.gid);
      await chown(secret, place.standIn.uid, place.standIn.gid);
    }
    const launched = await launch(place, place.programs.initdb, [
      `--pgdata=${making}`,
      `--username=${USER}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order and case rules on every machine, whatever languages it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]);
    if ((await ended(launched)) !== 0) {
      throw await failure(place, 'Postgres could not make its folder', await said(place, launched));
    }
    await saveCredentials(place, credentials);
    await rename(making, place.folder);
    return credentials;
  } finally {
    await rm(secret, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}
