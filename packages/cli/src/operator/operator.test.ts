import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../server/src/testing/postgres.ts';
import { buildProgram } from '../program.ts';

let fresh: TestDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-operator-'));
});
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true });
});

/** Runs a command as `chalktalk` would. @returns what it prints */
async function chalktalk(line: string, input?: string): Promise<string> {
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from(input ?? '') as never);
  vi.stubEnv('DATABASE_URL', fresh.url);
  try {
    await buildProgram().parseAsync(['node', 'chalktalk', ...line.split(' '), '--data', folder]);
  } finally {
    out.mockRestore();
    stdin.mockRestore();
    vi.unstubAllEnvs();
  }
  return printed.join('');
}
const json = async (line: string, input?: string) => JSON.parse(await chalktalk(`${line} --json`, input));

async function organization(slug: string, owner: string) {
  await chalktalk(`users add ${owner}`);
  return json(`orgs create ${slug} --owner ${owner}`);
}

describe('chalktalk users', () => {
  test('adds people with a link to sign in, lists them, and removes them', async () => {
    const added = await json('users add Ada@Example.com --name Ada');
    expect(added).toMatchObject({ email: 'ada@example.com', name: 'Ada' });
    expect(added.sign_in).toMatch(/^http:\/\/localhost:8787\/api\/auth\/magic-link\/verify\?token=/);
    const other = await json('users sign-in-link ada@example.com --port 9000');
    expect(other.sign_in).toMatch(/^http:\/\/localhost:9000\//);
    expect(await json('users list')).toContainEqual(
      expect.objectContaining({ email: 'ada@example.com', has_password: false }),
    );
    const table = await chalktalk('users list');
    expect(table).toMatch(/^e-mail +name +password +since +id\n/);
    expect(table).toMatch(/^ada@example\.com +Ada +no /m);
    await expect(chalktalk('users add ada@example.com')).rejects.toThrow(/has an account already/);
    await chalktalk('users remove ada@example.com');
    expect(await chalktalk('users list')).not.toContain('ada@example.com');
    await expect(chalktalk('users remove ada@example.com')).rejects.toThrow(/no such user/);
  });

  test('takes passwords from standard input', async () => {
    await chalktalk('users add grace@example.com --password', 'seven green lamps\n');
    await chalktalk('users add joan@example.com');
    await chalktalk('users set-password joan@example.com', 'eleven blue doors\n');
    for (const email of ['grace@example.com', 'joan@example.com'])
      expect(await json('users list')).toContainEqual(expect.objectContaining({ email, has_password: true }));
    await expect(chalktalk('users set-password joan@example.com', 'short')).rejects.toThrow(/10 to 128/);
    await expect(chalktalk('users set-password joan@example.com')).rejects.toThrow(/No password came/);
  });
});

describe('chalktalk orgs', () => {
  test('makes organizations and says who belongs to them', async () => {
    const made = await organization('acme', 'edith@example.com');
    expect(made).toMatchObject({ slug: 'acme', name: 'acme' });
    await chalktalk('users add rosa@example.com');
    await chalktalk('orgs add-member acme rosa@example.com');
    await chalktalk('orgs set-role acme rosa@example.com --role admin');
    const members = await json('orgs members acme');
    expect(members.map(({ email, role }: { email: string; role: string }) => [email, role])).toEqual([
      ['edith@example.com', 'owner'],
      ['rosa@example.com', 'admin'],
    ]);
    await expect(chalktalk('orgs remove-member acme edith@example.com')).rejects.toThrow(/only owner/);
    await chalktalk('orgs remove-member acme rosa@example.com');
    expect(await json('orgs list')).toContainEqual(expect.objectContaining({ slug: 'acme', members: 1 }));
    await expect(chalktalk('orgs create Acme! --owner edith@example.com')).rejects.toThrow(
      /^The slug must be/,
    );
    await expect(chalktalk('orgs members nowhere')).rejects.toThrow(/orgs list/);
  });
});

describe('chalktalk keys', () => {
  test('makes one key an owner, and replaces it only when told to', async () => {
    await chalktalk('users add grete@example.com');
    const { api_key } = await json('keys create --user grete@example.com');
    expect(api_key).toMatch(/^kn_[0-9a-f]{64}$/);
    await expect(chalktalk('keys create --user grete@example.com')).rejects.toThrow(/keys rotate/);
    const rotated = await json('keys rotate --user grete@example.com');
    expect(rotated.replaced).toBe(true);
    expect(await json('keys revoke --user grete@example.com')).toEqual({ revoked: true });
    const listed = await json('keys list --user grete@example.com');
    expect(listed).toHaveLength(2);
    expect(JSON.stringify(listed)).not.toContain(api_key.slice(3, 40));
  });

  test('of an organization have a maker who may make them', async () => {
    await organization('keyed', 'mary@example.com');
    await chalktalk('users add alan@example.com');
    await json('keys create --org keyed');
    expect(await json('keys list --org keyed')).toMatchObject([{ org: 'keyed', email: 'mary@example.com' }]);
    await expect(chalktalk('keys rotate --org keyed --by alan@example.com')).rejects.toThrow(
      /owner or admin/,
    );
    expect(await chalktalk('keys list')).toMatch(/^keyed +kn_…/m);
    await expect(chalktalk('keys create')).rejects.toThrow(/Name an owner/);
    await expect(chalktalk('keys list --org keyed --user mary@example.com')).rejects.toThrow(/one of them/);
  });
});

test('chalktalk credits grants, takes and tells them', async () => {
  await organization('paying', 'hedy@example.com');
  expect(await json('credits grant 500 --org paying')).toEqual({ balance: 500, enabled: false });
  expect(await json('credits grant 120 --take --org paying')).toMatchObject({ balance: 380 });
  expect(await json('credits balance --user hedy@example.com')).toMatchObject({ balance: 0 });
  expect(await chalktalk('credits balance --org paying')).toMatch(/^380 credits/);
  for (const amount of ['0', '1.5', 'many', '9999999999'])
    await expect(chalktalk(`credits grant ${amount} --org paying`)).rejects.toThrow(/whole number/);
});

test('a folder in which no server has run is not made one', async () => {
  vi.stubEnv('DATABASE_URL', '');
  try {
    const missing = path.join(folder, 'elsewhere');
    await expect(
      buildProgram().parseAsync(['node', 'chalktalk', 'users', 'list', '--data', missing]),
    ).rejects.toThrow(/No server has run in .*elsewhere/);
  } finally {
    vi.unstubAllEnvs();
  }
});
