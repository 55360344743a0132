/** The configuration from its sources, and what is refused. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, readSettings, type Sources } from './load.ts';
import { configurationReference } from './reference.ts';
import { leaves } from './schema.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-config-'));
});
afterAll(() => rm(cwd, { recursive: true }));

/** Reads settings with a file of this content, named by --config so that tests do not meet. */
async function given(sources: Omit<Partial<Sources>, 'file'> & { yaml?: string } = {}) {
  const { yaml, ...rest } = sources;
  const file = path.join(cwd, `${Math.random().toString(36).slice(2)}.yaml`);
  if (yaml !== undefined) await writeFile(file, yaml);
  return readSettings({ env: {}, cwd, ...(yaml === undefined ? {} : { file }), ...rest });
}

describe('settings', () => {
  it('have a default each, or may be left out', async () => {
    const settings = await given();
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      data_dir: path.join(cwd, 'data'),
      signup: 'closed',
      storage: { kind: 'local' },
      limits: { videos: 30, edits: 10, window_seconds: 60, active: 3 },
    });
    expect(leaves.every(({ description }) => description.length > 10)).toBe(true);
  });

  it('are taken from the command line before the environment, and from there before the file', async () => {
    const yaml = 'port: 1\nhost: a.example\nlimits: { active: 7, edits: 8 }\n';
    const env = { CHALKTALK_PORT: '2', CHALKTALK_LIMITS_ACTIVE: '9' };
    const settings = await given({ yaml, env, flags: { port: { flag: '--port', value: '3' } } });
    expect(settings).toMatchObject({
      port: 3,
      host: 'a.example',
      limits: { active: 9, edits: 8, videos: 30 },
    });
  });

  it('read lists, switches and the names that others have for them', async () => {
    const settings = await given({
      env: {
        CHALKTALK_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        CHALKTALK_CREDITS_ENABLED: 'yes',
        DATABASE_URL: 'postgres://a:b@db:5432/c',
        AWS_REGION: 'eu-central-1',
        CHALKTALK_KNOWLEDGE_DIRS: 'notes,/more',
        CHALKTALK_HOST: '',
        CHALKTALK_CACHE: '/elsewhere',
      },
    });
    expect(settings).toMatchObject({
      trusted_proxies: ['10.0.0.0/8', '::1'],
      credits: { enabled: true },
      database_url: 'postgres://a:b@db:5432/c',
      storage: { region: 'eu-central-1' },
      knowledge_dirs: [path.join(cwd, 'notes'), '/more'],
      host: '127.0.0.1',
    });
  });

  it('look for chalktalk.yaml in the working folder, whose paths begin there', async () => {
    const folder = await mkdtemp(path.join(cwd, 'house-'));
    await writeFile(path.join(folder, 'chalktalk.yaml'), 'data_dir: here\n');
    const settings = await readSettings({ env: {}, cwd: folder });
    expect(settings.data_dir).toBe(path.join(folder, 'here'));
  });

  it.each<[string, Parameters<typeof given>[0], RegExp]>([
    [
      'a value of the command line',
      { flags: { port: { flag: '--port', value: 'abc' } } },
      /^--port must be a whole number from 0 to 65535; it is "abc"\.$/,
    ],
    [
      'a value of the environment',
      { env: { CHALKTALK_SIGNUP: 'maybe' } },
      /^CHALKTALK_SIGNUP must be one of open, closed; it is "maybe"\.$/,
    ],
    [
      'a value of the file',
      { yaml: 'limits:\n  active: many\n' },
      /^limits\.active in \w+\.yaml must be a whole number from 1 to 1000; it is "many"\.$/,
    ],
    [
      'a range that is none',
      { env: { CHALKTALK_TRUSTED_PROXIES: '10.0.0.0/99' } },
      /must be a list of addresses or ranges/,
    ],
    [
      'a name of the file',
      { yaml: 'prot: 8787\n' },
      /sets "prot", which is no setting; did you mean port\?$/,
    ],
    ['a name within a section', { yaml: 'work:\n  worker: 2\n' }, /did you mean work\.workers\?$/],
    [
      'a name of the environment',
      { env: { CHALKTALK_PRT: '1' } },
      /^The variable CHALKTALK_PRT is no setting; did you mean CHALKTALK_PORT\?$/,
    ],
    ['a name like no other', { yaml: 'zzzzzzzzzz: 1\n' }, /remove it, or see docs\/configuration\.md/],
    [
      'a section that holds a value',
      { yaml: 'limits: 3\n' },
      /limits in .* is a section; put its settings below it/,
    ],
    ['a file that is no YAML', { yaml: 'port: [1\n' }, /is not valid YAML; look at line \d+\.$/],
    ['a file that holds no settings', { yaml: '- port\n' }, /must hold settings like "port: 8787"/],
    [
      'S3 without a bucket',
      { env: { CHALKTALK_STORAGE_KIND: 's3' } },
      /needs a bucket; set storage\.bucket \(CHALKTALK_STORAGE_BUCKET\)/,
    ],
    ['half a pair of keys', { env: { CHALKTALK_STORAGE_ACCESS_KEY_ID: 'a' } }, /come in pairs/],
    [
      'an address of the wrong kind',
      { env: { CHALKTALK_PUBLIC_URL: 'ftp://x' } },
      /must be an address like https:\/\/films\.example\.com; it is "ftp:\/\/x"/,
    ],
  ])('refuse %s, naming the fix', async (_, sources, message) => {
    await expect(given(sources)).rejects.toThrow(message);
  });

  it('tell nothing of a secret that is refused', async () => {
    for (const [name, value] of [
      ['DATABASE_URL', 'mysql://u:hunter2@db/x'],
      ['CHALKTALK_SECRET', 'hunter2'],
    ] as const) {
      const error = await given({ env: { [name]: value } }).catch((refusal: Error) => refusal);
      expect((error as Error).message).toContain(`${name} must be`);
      expect((error as Error).message).not.toContain('hunter2');
    }
  });

  it('refuse a file that is not there when it is named', async () => {
    await expect(readSettings({ env: {}, cwd, file: 'none.yaml' })).rejects.toThrow(
      /none\.yaml cannot be read; check its name and its permissions, or leave out --config/,
    );
  });
});

describe('the configuration', () => {
  it('makes one secret for a data folder, however many start at once, and keeps it to itself', async () => {
    const env = { CHALKTALK_DATA_DIR: path.join(cwd, 'kept') };
    const configs = await Promise.all(Array.from({ length: 8 }, () => loadConfig({ env, cwd })));
    expect(new Set(configs.map(({ secret }) => secret)).size).toBe(1);
    const file = path.join(cwd, 'kept', 'secret');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toBe(configs[0]!.secret);
    expect((await loadConfig({ env, cwd })).secret).toBe(configs[0]!.secret);
  });

  it('refuses a secret that is damaged', async () => {
    const env = { CHALKTALK_DATA_DIR: path.join(cwd, 'damaged') };
    await loadConfig({ env, cwd });
    await writeFile(path.join(cwd, 'damaged', 'secret'), 'half');
    await expect(loadConfig({ env, cwd })).rejects.toThrow(/is damaged; put 64 hexadecimal digits into it/);
  });

  it('keeps films below the data folder, or in the bucket', async () => {
    const secret = 'AB'.repeat(32);
    const local = await loadConfig({ env: { CHALKTALK_SECRET: secret }, cwd });
    expect(local.secret).toBe(secret.toLowerCase());
    expect(local.storage).toEqual({ kind: 'local', dir: path.join(cwd, 'data', 'files') });
    expect(local.public_url).toBe('http://localhost:8787');
    const env = {
      CHALKTALK_SECRET: secret,
      CHALKTALK_STORAGE_KIND: 's3',
      CHALKTALK_STORAGE_BUCKET: 'films',
      CHALKTALK_STORAGE_ENDPOINT: 'http://minio:9000/',
    };
    expect((await loadConfig({ env, cwd })).storage).toEqual({
      kind: 's3',
      bucket: 'films',
      prefix: '',
      region: 'us-east-1',
      endpoint: 'http://minio:9000',
    });
  });

  it('is documented as it is (run npm run configuration)', async () => {
    const page = await readFile(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
    expect(page).toBe(configurationReference());
  });
});
