/**
 * Organizations and their members. Whatever changes who belongs to one holds its row, so that of two changes at once
 * the second sees the first: the last owner cannot go, whoever else goes at that moment. (better-auth's own plugin looks
 * first and acts later, and knows no callers but its sessions; this serves tokens and the command line alike.)
 */
import { z } from 'zod';
import type { Database, Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';

/** Owners may do everything; admins all but touch owners; members use the organization. */
export const ROLES = ['owner', 'admin', 'member'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES, 'must be owner, admin or member');

export interface Organization {
  id: string;
  name: string;
  slug: string;
}

export interface Member {
  user_id: string;
  email: string;
  name: string;
  role: Role;
  created_at: Date;
}

const MOST_ORGANIZATIONS = 20;
const MOST_MEMBERS = 1000;

export const nameSchema = z
  .string('must be a string')
  .trim()
  .min(1, 'must have at least one character')
  .max(100, 'must have at most 100 characters')
  // No text in Postgres holds a zero.
  .refine((name) => !name.includes('\0'), 'must not contain the character U+0000');
export const slugSchema = z
  .string('must be a string')
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/,
    'must be 1 to 48 lower-case letters, digits and inner hyphens, such as acme-video',
  )
  .refine((slug) => !isUuid(slug), 'must not have the form of a uuid');

function isUuid(text: string): boolean {
  return z.guid().safeParse(text).success;
}

/** Makes an organization whose first owner is the given user. @throws Fault `conflict` when the slug is taken */
export async function createOrganization(
  database: Database,
  { name, slug, owner }: { name: string; slug: string; owner: string },
): Promise<Organization> {
  return database.transaction(async (client) => {
    await client.query('select from users where id = $1 for no key update', [owner]);
    const { rows: owned } = await client.query<{ count: number }>(
      `select count(*) from members where user_id = $1 and role = 'owner'`,
      [owner],
    );
    if (owned[0]!.count >= MOST_ORGANIZATIONS)
      throw new Fault('conflict', `One user can own ${MOST_ORGANIZATIONS} organizations; use one of yours.`);
    const { rows } = await client.query<Organization>(
      'insert into organizations (name, slug) values ($1, $2) on conflict (slug) do nothing returning id, name, slug',
      [name, slug],
    );
    if (!rows[0]) throw new Fault('conflict', 'This slug is taken; choose another.');
    await client.query(`insert into members (organization_id, user_id, role) values ($1, $2, 'owner')`, [
      rows[0].id,
      owner,
    ]);
    return rows[0];
  });
}

/** The organizations a user belongs to, and as what. */
export async function membershipsOf(
  database: Queryable,
  user_id: string,
): Promise<(Organization & { role: Role })[]> {
  const { rows } = await database.query<Organization & { role: Role }>(
    `select id, name, slug, role from members join organizations on id = organization_id
     where user_id = $1 order by members.created_at`,
    [user_id],
  );
  return rows;
}

/** Every organization, for the operator. */
export async function listOrganizations(
  database: Queryable,
): Promise<(Organization & { members: number; created_at: Date })[]> {
  const { rows } = await database.query<Organization & { members: number; created_at: Date }>(
    `select id, name, slug, created_at,
       (select count(*) from members where organization_id = id) as members
     from organizations order by created_at limit 10000`,
  );
  return rows;
}

/** @param reference its id or its slug  @throws Fault `not_found` */
export async function organizationBy(database: Queryable, reference: string): Promise<Organization> {
  const { rows } = await database.query<Organization>(
    `select id, name, slug from organizations where ${isUuid(reference) ? 'id = $1::uuid' : 'slug = $1'}`,
    [reference],
  );
  if (!rows[0]) throw unknownOrganization();
  return rows[0];
}

/**
 * An organization as one of its members sees it. To others it does not exist.
 * @param reference its id or its slug  @throws Fault `not_found`
 */
export async function organizationFor(
  database: Queryable,
  reference: string,
  user_id: string,
): Promise<Organization & { role: Role }> {
  const organization = await organizationBy(database, reference);
  const role = await roleOf(database, organization.id, user_id);
  if (!role) throw unknownOrganization();
  return { ...organization, role };
}

function unknownOrganization(): Fault {
  return new Fault('not_found', 'You belong to no such organization; GET /api/organizations lists yours.');
}

export async function membersOf(database: Queryable, org_id: string): Promise<Member[]> {
  const { rows } = await database.query<Member>(
    `select user_id, email, users.name, role, members.created_at from members join users on users.id = user_id
     where organization_id = $1 order by members.created_at limit ${MOST_MEMBERS}`,
    [org_id],
  );
  return rows;
}

/** Who makes a change: a member, whose role decides, or the operator of the server, who may do everything. */
export type Actor = { user_id: string } | 'operator';

/** @throws Fault `conflict` when the user is a member already */
export async function addMember(
  client: Queryable,
  change: { org_id: string; user_id: string; role: Role },
): Promise<void> {
  const { org_id, user_id, role } = change;
  await lockOrganization(client, org_id);
  const { rows } = await client.query<{ count: number }>(
    'select count(*) from members where organization_id = $1',
    [org_id],
  );
  if (rows[0]!.count >= MOST_MEMBERS)
    throw new Fault('conflict', `An organization can have ${MOST_MEMBERS} members; remove one first.`);
  const { rowCount } = await client.query(
    'insert into members (organization_id, user_id, role) values ($1, $2, $3) on conflict do nothing',
    [org_id, user_id, role],
  );
  if (!rowCount) throw new Fault('conflict', 'This user is a member already; change their role instead.');
}

/** @throws Fault `forbidden`, `not_found`; `conflict` for the last owner */
export async function changeRole(
  database: Database,
  change: { org_id: string; user_id: string; role: Role; by: Actor },
): Promise<void> {
  const { org_id, user_id, role, by } = change;
  await database.transaction(async (client) => {
    await lockOrganization(client, org_id);
    const current = await currentRole(client, org_id, user_id);
    await assertMayManage(client, org_id, by, [current, role]);
    if (current === 'owner' && role !== 'owner') await assertNotLastOwner(client, org_id);
    await client.query('update members set role = $3 where organization_id = $1 and user_id = $2', [
      org_id,
      user_id,
      role,
    ]);
  });
}

/**
 * Removes a member, or lets one leave. The organization's key ends with its maker's membership, at once.
 * @throws Fault `forbidden`, `not_found`; `conflict` for the last owner
 */
export async function removeMember(
  database: Database,
  change: { org_id: string; user_id: string; by: Actor },
): Promise<void> {
  const { org_id, user_id, by } = change;
  await database.transaction(async (client) => {
    await lockOrganization(client, org_id);
    const leaves = by !== 'operator' && by.user_id === user_id;
    const current = await currentRole(client, org_id, user_id);
    if (!leaves) await assertMayManage(client, org_id, by, [current]);
    if (current === 'owner') await assertNotLastOwner(client, org_id);
    await client.query('delete from members where organization_id = $1 and user_id = $2', [org_id, user_id]);
  });
}

export async function lockOrganization(client: Queryable, org_id: string): Promise<void> {
  const { rowCount } = await client.query('select from organizations where id = $1 for no key update', [
    org_id,
  ]);
  if (!rowCount) throw unknownOrganization();
}

/** @param touched the roles that are given or taken  @throws Fault `forbidden` */
export async function assertMayManage(
  client: Queryable,
  org_id: string,
  by: Actor,
  touched: Role[],
): Promise<void> {
  if (by === 'operator') return;
  const role = await roleOf(client, org_id, by.user_id);
  if (role === 'owner' || (role === 'admin' && !touched.includes('owner'))) return;
  throw new Fault(
    'forbidden',
    role === 'admin'
      ? 'Only an owner can make or change an owner; ask one.'
      : 'Only an owner or admin of this organization can do this; ask one.',
  );
}

async function roleOf(database: Queryable, org_id: string, user_id: string): Promise<Role | undefined> {
  const { rows } = await database.query<{ role: Role }>(
    'select role from members where organization_id = $1 and user_id = $2',
    [org_id, user_id],
  );
  return rows[0]?.role;
}

async function currentRole(client: Queryable, org_id: string, user_id: string): Promise<Role> {
  const role = await roleOf(client, org_id, user_id);
  if (!role) throw new Fault('not_found', 'This user is no member of the organization.');
  return role;
}

async function assertNotLastOwner(client: Queryable, org_id: string): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*) from members where organization_id = $1 and role = 'owner'`,
    [org_id],
  );
  if (rows[0]!.count <= 1)
    throw new Fault(
      'conflict',
      'This is the only owner of the organization; make another member owner first.',
    );
}
