/**
 * Invitations to an organization: bound to an e-mail, for a week, for one use. The link holds a secret of which only a
 * hash is kept; whoever follows it makes an account for that e-mail, or joins with the account that has it.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { Database, Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';
import {
  type Actor,
  addMember,
  assertMayManage,
  lockOrganization,
  type Organization,
  type Role,
} from './organizations.ts';
import { addUser, prepareUser } from './users.ts';

const DAYS = 7;
const MOST_OPEN = 100;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = 'id, email, role, created_at, expires_at';
const OPEN = 'accepted_at is null and cancelled_at is null';

/** Invites an e-mail; an earlier invitation of it that is still open ends. The link is shown once. */
export async function invite(
  database: Database,
  config: Pick<Config, 'public_url'>,
  { org_id, email, role, by }: { org_id: string; email: string; role: Role; by: { user_id: string } },
): Promise<Invitation & { link: string }> {
  return database.transaction(async (client) => {
    await lockOrganization(client, org_id);
    await assertMayManage(client, org_id, by, [role]);
    const { rowCount: member } = await client.query(
      'select from members join users on users.id = user_id where organization_id = $1 and email = $2',
      [org_id, email],
    );
    if (member) throw new Fault('conflict', 'This user is a member already; change their role instead.');
    await client.query(
      `update invitations set cancelled_at = clock_timestamp()
       where organization_id = $1 and ${OPEN} and (email = $2 or expires_at < now())`,
      [org_id, email],
    );
    const { rows: open } = await client.query<{ count: number }>(
      `select count(*) from invitations where organization_id = $1 and ${OPEN}`,
      [org_id],
    );
    if (open[0]!.count >= MOST_OPEN)
      throw new Fault('conflict', `${MOST_OPEN} invitations are open; cancel some that are not needed.`);
    const token = randomBytes(32).toString('base64url');
    const { rows } = await client.query<Invitation>(
      `insert into invitations (organization_id, email, role, token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(days => ${DAYS})) returning ${COLUMNS}`,
      [org_id, email, role, hashOf(token), by.user_id],
    );
    return { ...rows[0]!, link: `${config.public_url.replace(/\/+$/, '')}/invitations/${token}` };
  });
}

/** Those that can still be accepted. */
export async function openInvitations(database: Queryable, org_id: string): Promise<Invitation[]> {
  const { rows } = await database.query<Invitation>(
    `select ${COLUMNS} from invitations where organization_id = $1 and ${OPEN} and expires_at > now()
     order by created_at`,
    [org_id],
  );
  return rows;
}

/** @throws Fault `not_found` when it was accepted, cancelled, or never there */
export async function cancelInvitation(
  database: Database,
  { org_id, id, by }: { org_id: string; id: string; by: Actor },
): Promise<void> {
  await database.transaction(async (client) => {
    await lockOrganization(client, org_id);
    await assertMayManage(client, org_id, by, []);
    const { rowCount } = await client.query(
      `update invitations set cancelled_at = clock_timestamp() where id = $1 and organization_id = $2 and ${OPEN}`,
      [id, org_id],
    );
    if (!rowCount) throw new Fault('not_found', 'There is no such open invitation.');
  });
}

export interface OpenInvitation {
  email: string;
  role: Role;
  expires_at: Date;
  organization: Organization;
}

/** What the holder of a link is invited to. @throws Fault `not_found` */
export async function invitationBehind(database: Queryable, token: string): Promise<OpenInvitation> {
  const { organization, email, role, expires_at } = await find(database, token);
  return { organization, email, role, expires_at };
}

/** How whoever follows the link comes: signed in, or with what makes an account. */
export type Guest = { user_id: string } | { name: string; password: string };

/**
 * Joins the organization. Of many who use one link at once, one succeeds.
 * @throws Fault `not_found` when the link is used, expired or cancelled; `forbidden` for another e-mail's account;
 * `conflict` when the e-mail has an account, which must sign in
 */
export async function acceptInvitation(
  database: Database,
  token: string,
  guest: Guest,
): Promise<{ user_id: string; organization: Organization; role: Role }> {
  const { organization, email } = await find(database, token);
  // Hashing a password takes long: not while rows are held, and not for links that lead nowhere.
  const newcomer =
    'user_id' in guest ? undefined : await prepareUser({ ...guest, email, email_verified: false });
  return database.transaction(async (client) => {
    // In the order in which everything takes them: the organization first.
    await lockOrganization(client, organization.id);
    const { id, role } = await find(client, token, 'for update of invitations');
    let user_id: string;
    if ('user_id' in guest) {
      const { rows } = await client.query<{ email: string }>('select email from users where id = $1', [
        guest.user_id,
      ]);
      if (rows[0]?.email !== email)
        throw new Fault(
          'forbidden',
          'This invitation is for another e-mail; sign in with the one it was sent to.',
        );
      user_id = guest.user_id;
    } else {
      const added = await addUser(client, newcomer!);
      if (!added)
        throw new Fault('conflict', 'The invited e-mail has an account; sign in with it, then accept.');
      user_id = added.id;
    }
    await addMember(client, { org_id: organization.id, user_id, role });
    await client.query('update invitations set accepted_at = clock_timestamp() where id = $1', [id]);
    return { user_id, organization, role };
  });
}

async function find(
  database: Queryable,
  token: string,
  lock = '',
): Promise<Invitation & { organization: Organization }> {
  const { rows } = await database.query<Invitation & { org_id: string; name: string; slug: string }>(
    `select invitations.id, email, role, invitations.created_at, expires_at, organizations.id as org_id, name, slug
     from invitations join organizations on organizations.id = organization_id
     where token_hash = $1 and ${OPEN} and expires_at > now() ${lock}`,
    [TOKEN.test(token) ? hashOf(token) : ''],
  );
  if (!rows[0])
    throw new Fault('not_found', 'This invitation was used, cancelled, or has expired; ask for a new one.');
  const { org_id, name, slug, ...invitation } = rows[0];
  return { ...invitation, organization: { id: org_id, name, slug } };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
