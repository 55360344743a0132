/** deploy/supabase/live.sql on a plain Postgres with Supabase's roles: who sees what once it is applied. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueKey } from '../identity/keys.ts';
import { addMember, createOrganization, removeMember } from '../identity/organizations.ts';
import { createUser } from '../identity/users.ts';
import { advance } from '../jobs/progress.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { COLUMNS } from './change.ts';

const sql = (file: string) =>
  readFileSync(new URL(`../../../../deploy/supabase/${file}`, import.meta.url), 'utf8');
let fresh: TestDatabase;
let ada: string;
let joan: string;
let org_id: string;
let own: string;
let ours: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { database } = fresh;
  ada = (await createUser(database, { email: 'ada@example.com', name: 'Ada' })).id;
  joan = (await createUser(database, { email: 'joan@example.com', name: 'Joan' })).id;
  org_id = (await createOrganization(database, { name: 'Org', slug: 'org', owner: joan })).id;
  await issueKey(database, { user_id: ada, org_id: null });
  own = await film(ada, null);
  ours = await film(joan, org_id);
  // Roles belong to the whole of the Postgres: whoever else makes them at this moment makes the same.
  await database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock(4127002)');
    await client.query(sql('shim.sql'));
  });
  // Twice, as after an upgrade.
  for (let times = 0; times < 2; times += 1)
    await database.transaction((client) => client.query(sql('live.sql')));
});
afterAll(() => fresh.drop());

async function film(user_id: string, org: string | null): Promise<string> {
  const caller = org ? `org:${org}` : `user:${user_id}`;
  await fresh.database.query('insert into callers (caller) values ($1) on conflict do nothing', [caller]);
  const { rows } = await fresh.database.query<{ uuid: string }>(
    `insert into corporate_engine_v2 (user_id, org_id, caller, task, brief) values ($1, $2, $3, 'Tides', '{}')
     returning uuid`,
    [user_id, org, caller],
  );
  return rows[0]!.uuid;
}

/** A statement as PostgREST makes it for a caller of the project. */
function as(role: 'anon' | 'authenticated' | 'service_role', sub: string | null, text: string) {
  return fresh.database.transaction(async (client) => {
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [
      JSON.stringify(sub ? { sub, role } : { role }),
    ]);
    await client.query(`set local role ${role}`);
    return (await client.query(text)).rows;
  });
}

const UUIDS = 'select uuid from corporate_engine_v2';
const uuids = async (role: Parameters<typeof as>[0], sub: string | null) =>
  (await as(role, sub, UUIDS)).map(({ uuid }) => uuid).sort();

describe('on a Supabase project', () => {
  it('a user sees their own films, and those of organizations they are in', async () => {
    expect(await uuids('authenticated', ada)).toEqual([own]);
    expect(await uuids('authenticated', joan)).toEqual([ours]);
    expect(await uuids('authenticated', randomUUID())).toEqual([]);
    await addMember(fresh.database, { org_id, user_id: ada, role: 'member' });
    expect(await uuids('authenticated', ada)).toEqual([own, ours].sort());
    await removeMember(fresh.database, { org_id, user_id: ada, by: 'operator' });
    expect(await uuids('authenticated', ada)).toEqual([own]);
  });

  it('a user sees the contract’s columns and no others', async () => {
    const columns = COLUMNS.map(({ name }) => name).join(', ');
    expect(await as('authenticated', ada, `select ${columns} from corporate_engine_v2`)).toHaveLength(1);
    for (const column of ['brief', 'email', 'caller', '*'])
      await expect(as('authenticated', ada, `select ${column} from corporate_engine_v2`)).rejects.toThrow(
        /permission denied/,
      );
  });

  it('whoever holds only the public key sees nothing', async () => {
    await expect(uuids('anon', null)).rejects.toThrow(/permission denied/);
  });

  it('nobody but the service writes', async () => {
    for (const text of [
      `update corporate_engine_v2 set status = 'complete'`,
      'delete from corporate_engine_v2',
      `insert into members (organization_id, user_id, role) values ('${org_id}', '${ada}', 'owner')`,
    ])
      await expect(as('authenticated', ada, text)).rejects.toThrow(/permission denied/);
    expect((await uuids('service_role', null)).length).toBe(2);
  });

  it('every other table of this version is out of reach', async () => {
    const { rows } = await fresh.database.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'corporate_engine_v2'`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { name } of rows)
      for (const role of ['anon', 'authenticated'] as const)
        await expect(as(role, ada, `select '${name}' from ${name}`)).rejects.toThrow(/permission denied/);
  });

  it('the table is published, and Chalktalk’s own connection goes on as before', async () => {
    const { rows } = await fresh.database.query(
      `select from pg_publication_tables where pubname = 'supabase_realtime' and tablename = 'corporate_engine_v2'`,
    );
    expect(rows).toHaveLength(1);
    expect(await advance(fresh.database, own, { stage: 'voiceover', percent: 5 })).toBe(true);
    expect(await as('authenticated', ada, 'select status from corporate_engine_v2')).toEqual([
      { status: 'voiceover' },
    ]);
  });
});
