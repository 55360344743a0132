/** Makes the configuration: command line above environment above file above defaults, checked as a whole. */
import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, YAMLError } from 'yaml';
import { Fault } from '../errors.ts';
import type { Config } from './config.ts';
import { makeDataFolder } from './data-folder.ts';
import { type Leaf, leaves, type Settings, sections, settingsSchema } from './schema.ts';

export interface Sources {
  env: Record<string, string | undefined>;
  /** The working folder: where `chalktalk.yaml` is looked for, and what relative paths begin at. */
  cwd: string;
  /** Another file than `chalktalk.yaml`. */
  file?: string | undefined;
  /** Values of the command line by setting; undefined ones were not given. Each is named in refusals as it is here. */
  flags?: Record<string, { flag: string; value: string | undefined }>;
}

export const FILE = 'chalktalk.yaml';
/** Variables with our prefix that others read: the engine, the command line, the tests. */
const NOT_OURS = /^CHALKTALK_(CACHE|ENCODER|TEST_.*)$/;

/** Where a setting was given, as a refusal names it, and the folder that its relative paths begin at. */
interface Origin {
  named: string;
  from: string;
}

/** The settings alone, with paths made whole; nothing is written. @throws Fault `bad_request` naming the fix */
export async function readSettings(sources: Sources): Promise<Settings> {
  const values: Record<string, unknown> = {};
  const origins = new Map<string, Origin>();
  const give = (leaf: Leaf, value: unknown, origin: Origin) => {
    put(values, leaf.path, value);
    origins.set(leaf.path, origin);
  };
  await fromFile(sources, give);
  fromEnvironment(sources, give);
  for (const [place, { flag, value }] of Object.entries(sources.flags ?? {})) {
    const leaf = leaves.find((one) => one.path === place)!;
    if (value !== undefined) give(leaf, typed(leaf, value), { named: flag, from: sources.cwd });
  }
  const parsed = settingsSchema.safeParse(values);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const leaf = leaves.find(
      (one) => one.path === issue.path.slice(0, 2).join('.') || one.path === issue.path[0],
    );
    const named = (leaf && origins.get(leaf.path)?.named) ?? issue.path.join('.');
    const shown = leaf && !leaf.secret ? `; it is ${JSON.stringify(get(values, leaf.path))}` : '';
    throw refusal(`${named} must be ${issue.message}${shown}.`);
  }
  return complete(parsed.data, origins, sources.cwd);
}

/** The whole configuration, the secret made when there is none. @throws Fault naming the fix */
export async function loadConfig(sources: Sources): Promise<Config> {
  const settings = await readSettings(sources);
  return configOf(settings, settings.secret ?? (await keptSecret(settings.data_dir)));
}

/** @param secret 64 hex digits; a check that signs nothing may give any */
export function configOf(settings: Settings, secret: string): Config {
  const { storage, public_url, port, ...rest } = settings;
  return {
    ...rest,
    port,
    secret: secret.toLowerCase(),
    public_url: public_url ?? `http://localhost:${port}`,
    storage:
      storage.kind === 'local'
        ? { kind: 'local', dir: storage.dir ?? path.join(settings.data_dir, 'files') }
        : {
            kind: 's3',
            bucket: storage.bucket!,
            prefix: storage.prefix,
            region: storage.region,
            ...(storage.endpoint ? { endpoint: storage.endpoint } : {}),
            ...(storage.access_key_id
              ? { access_key_id: storage.access_key_id, secret_access_key: storage.secret_access_key! }
              : {}),
          },
  };
}

type Give = (leaf: Leaf, value: unknown, origin: Origin) => void;

async function fromFile(sources: Sources, give: Give): Promise<void> {
  const file = path.resolve(sources.cwd, sources.file ?? FILE);
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (sources.file === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw refusal(`${file} cannot be read; check its name and its permissions, or leave out --config.`);
  }
  let document: unknown;
  try {
    document = parse(content, { maxAliasCount: 0 }) ?? {};
  } catch (error) {
    const line = error instanceof YAMLError ? error.linePos?.[0].line : undefined;
    throw refusal(`${file} is not valid YAML${line ? `; look at line ${line}` : ''}.`);
  }
  const name = path.basename(file);
  if (!isRecord(document)) throw refusal(`${name} must hold settings like "port: 8787", one a line.`);
  const visit = (record: Record<string, unknown>, above: string) => {
    for (const [key, value] of Object.entries(record)) {
      const place = above + key;
      const leaf = leaves.find((one) => one.path === place);
      if (leaf) {
        // A name without a value is as good as none.
        if (value !== null) give(leaf, value, { named: `${place} in ${name}`, from: path.dirname(file) });
      } else if (sections.some((one) => one.path === place)) {
        if (value !== null && !isRecord(value)) {
          throw refusal(`${place} in ${name} is a section; put its settings below it, indented.`);
        }
        visit(value ?? {}, `${place}.`);
      } else {
        throw refusal(
          `${name} sets "${place}", which is no setting; ${instead(
            place,
            leaves.map((one) => one.path),
          )}`,
        );
      }
    }
  };
  visit(document, '');
}

function fromEnvironment({ env, cwd }: Sources, give: Give): void {
  const known = new Set(leaves.map(({ variables }) => variables[0]!));
  for (const name of Object.keys(env)) {
    if (name.startsWith('CHALKTALK_') && !known.has(name) && !NOT_OURS.test(name)) {
      throw refusal(`The variable ${name} is no setting; ${instead(name, [...known])}`);
    }
  }
  for (const leaf of leaves) {
    // An empty variable is how many tools say that there is none.
    const named = leaf.variables.find((variable) => env[variable]);
    if (named) give(leaf, typed(leaf, env[named]!), { named, from: cwd });
  }
}

/** A text of the environment or the command line as what the setting is; left as it is when it is not one. */
function typed(leaf: Leaf, text: string): unknown {
  const value = text.trim();
  if (leaf.kind === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (leaf.kind === 'boolean') {
    if (/^(true|yes|on|1)$/i.test(value)) return true;
    return /^(false|no|off|0)$/i.test(value) ? false : value;
  }
  if (leaf.kind === 'list') {
    return value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return value;
}

/** Paths made whole, and what depends on more than one setting. */
function complete(settings: Settings, origins: Map<string, Origin>, cwd: string): Settings {
  const whole = (place: string, folder: string) => path.resolve(origins.get(place)?.from ?? cwd, folder);
  const { storage } = settings;
  if (storage.kind === 's3' && !storage.bucket) {
    throw refusal('Storage in S3 needs a bucket; set storage.bucket (CHALKTALK_STORAGE_BUCKET).');
  }
  if ((storage.access_key_id === undefined) !== (storage.secret_access_key === undefined)) {
    throw refusal(
      'Keys of S3 come in pairs; set both storage.access_key_id and storage.secret_access_key, or neither.',
    );
  }
  return {
    ...settings,
    data_dir: whole('data_dir', settings.data_dir),
    storage: { ...storage, ...(storage.dir ? { dir: whole('storage.dir', storage.dir) } : {}) },
    knowledge_dirs: settings.knowledge_dirs.map((folder) => whole('knowledge_dirs', folder)),
  };
}

/** The secret of a data folder: made by whoever comes first, the same for all. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret');
  await makeDataFolder(dataDir);
  const own = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    const known = await readFile(file, 'utf8').catch(ifMissing);
    if (known === undefined) {
      await writeFile(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
      // Whole, or not there; and never over another one's.
      await link(own, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }
    const secret = (known ?? (await readFile(file, 'utf8'))).trim();
    if (/^[0-9a-f]{64}$/i.test(secret)) return secret;
  } catch (cause) {
    throw new Fault(
      'unavailable',
      `The data folder ${dataDir} cannot be written; choose one you may write to with --data.`,
      { cause },
    );
  } finally {
    await rm(own, { force: true }).catch(() => undefined);
  }
  throw refusal(
    `${file} is damaged; put 64 hexadecimal digits into it, or remove it to have a new one made.`,
  );
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function refusal(message: string): Fault {
  return new Fault('bad_request', message);
}

/** @returns what to do about a name that is none, with the likeliest one when there is one */
function instead(name: string, known: string[]): string {
  const best = known
    .map((one) => ({ one, distance: distanceOf(one.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0]!;
  const near = best.distance <= Math.max(2, name.length / 4);
  return near ? `did you mean ${best.one}?` : 'remove it, or see docs/configuration.md for those there are.';
}

/** Letters to change, add or remove (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(values: Record<string, unknown>, place: string, value: unknown): void {
  const [first, second] = place.split('.') as [string, string | undefined];
  if (second === undefined) {
    values[first] = value;
    return;
  }
  values[first] ??= {};
  (values[first] as Record<string, unknown>)[second] = value;
}

function get(values: Record<string, unknown>, place: string): unknown {
  const [first, second] = place.split('.') as [string, string | undefined];
  return second === undefined
    ? values[first]
    : (values[first] as Record<string, unknown> | undefined)?.[second];
}
