/**
 * The keys of users and organizations: at most one active key an owner. A new one revokes the old one in the same
 * transaction, and only its hash is kept.
 */
import type { Database, Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';
import { keyHash, newKey } from './key.ts';

/**
 * SQL of the caller that an active key stands for: `$1` is its hash (`keyHash`). No row when the key is unknown or
 * revoked, or when it is an organization's and its maker is no longer a member. Usable as a subquery of a larger one.
 */
export const CALLER_BY_KEY = `select key.id as key_id, key.user_id, key.organization_id as org_id
  from api_keys key
  where key.hash = $1 and key.revoked_at is null
    and (key.organization_id is null or exists (
      select from members where members.organization_id = key.organization_id and members.user_id = key.user_id))`;

/** A user, or an organization; with an organization, the user does not matter. */
export interface KeyOwner {
  user_id: string | null;
  org_id: string | null;
}

/** Who makes a key, and for whom: for themselves, or for an organization. */
export interface KeyMaker {
  user_id: string;
  org_id: string | null;
}

export interface KeyStatus {
  id: string;
  /** The last four digits. */
  ending: string;
  created_by: string;
  created_at: Date;
  /** To a few minutes; null when it was never used. */
  last_used_at: Date | null;
}

const STATUS = 'id, ending, user_id as created_by, created_at, last_used_at';
const OWNED = `revoked_at is null
  and (organization_id = $2::uuid or ($2 is null and organization_id is null and user_id = $1))`;

/** The owner's active key, or null. */
export async function keyOf(database: Queryable, owner: KeyOwner): Promise<KeyStatus | null> {
  const { rows } = await database.query<KeyStatus>(`select ${STATUS} from api_keys where ${OWNED}`, [
    owner.user_id,
    owner.org_id,
  ]);
  return rows[0] ?? null;
}

export type NewKey = KeyStatus & { key: string; replaced: boolean };

/** Makes the owner's key, whatever key it had before: that one has ended when this returns. */
export function issueKey(database: Database, owner: KeyMaker): Promise<NewKey> {
  return database.transaction((client) => issueKeyIn(client, owner));
}

/** The same, in a transaction of the caller's. */
export async function issueKeyIn(client: Queryable, owner: KeyMaker): Promise<NewKey> {
  // Whoever asks at the same time waits here, so that each revokes the key of the one before; and its maker cannot
  // leave the organization until the key is there to be revoked with them.
  if (owner.org_id) await lockManager(client, owner.org_id, owner.user_id);
  else await lockUser(client, owner.user_id);
  const { rowCount: replaced } = await client.query(
    `update api_keys set revoked_at = clock_timestamp() where ${OWNED}`,
    [owner.user_id, owner.org_id],
  );
  const key = newKey();
  const { rows } = await client.query<KeyStatus>(
    `insert into api_keys (hash, ending, user_id, organization_id) values ($1, $2, $3, $4) returning ${STATUS}`,
    [keyHash(key), key.slice(-4), owner.user_id, owner.org_id],
  );
  return { ...rows[0]!, key, replaced: replaced! > 0 };
}

async function lockUser(client: Queryable, user_id: string): Promise<void> {
  const { rowCount } = await client.query('select from users where id = $1 for no key update', [user_id]);
  if (!rowCount) throw new Fault('not_found', 'There is no such user; sign in again.');
}

async function lockManager(client: Queryable, org_id: string, user_id: string): Promise<void> {
  await client.query('select from organizations where id = $1 for no key update', [org_id]);
  const { rowCount } = await client.query(
    `select from members where organization_id = $1 and user_id = $2 and role in ('owner', 'admin') for share`,
    [org_id, user_id],
  );
  if (!rowCount)
    throw new Fault('forbidden', 'Only an owner or admin of this organization can make its key; ask one.');
}

/** Ends the owner's key without a new one. False when there was none. */
export async function revokeKey(database: Queryable, owner: KeyOwner): Promise<boolean> {
  const { rowCount } = await database.query(
    `update api_keys set revoked_at = clock_timestamp() where ${OWNED}`,
    [owner.user_id, owner.org_id],
  );
  return rowCount! > 0;
}

/** True when the user ever had a key of their own, revoked or not. */
export async function everHadKey(database: Queryable, user_id: string): Promise<boolean> {
  const { rowCount } = await database.query(
    'select from api_keys where user_id = $1 and organization_id is null limit 1',
    [user_id],
  );
  return rowCount! > 0;
}

export interface ListedKey extends KeyStatus {
  email: string;
  org: string | null;
  revoked_at: Date | null;
}

/** The newest keys first, revoked ones too; of one owner, or of all. At most 1000. */
export async function listKeys(database: Queryable, owner?: KeyOwner): Promise<ListedKey[]> {
  const { rows } = await database.query<ListedKey>(
    `select key.id, key.ending, key.user_id as created_by, key.created_at, key.last_used_at, key.revoked_at,
       users.email, organizations.slug as org
     from api_keys key join users on users.id = key.user_id
       left join organizations on organizations.id = key.organization_id
     where ($1::uuid is null and $2::uuid is null) or key.organization_id = $2
       or ($2 is null and key.organization_id is null and key.user_id = $1)
     order by key.created_at desc limit 1000`,
    [owner?.user_id ?? null, owner?.org_id ?? null],
  );
  return rows;
}

const USE_SECONDS = 300;

/** Keeps when keys were last used, to within five minutes: a write now and then, never one a request. */
export function createKeyUses(database: Queryable): { note(key_id: string): void } {
  /** When this server last wrote it down, ms. */
  const noted = new Map<string, number>();
  return {
    note(key_id) {
      const now = Date.now();
      if (now - (noted.get(key_id) ?? 0) < USE_SECONDS * 1000) return;
      if (noted.size >= 10_000) noted.clear();
      noted.set(key_id, now);
      database
        .query(
          `update api_keys set last_used_at = now()
           where id = $1 and (last_used_at is null or last_used_at < now() - make_interval(secs => $2))`,
          [key_id, USE_SECONDS],
        )
        // Knowing when a key was used is not worth failing the call that used it.
        .catch(() => noted.delete(key_id));
    },
  };
}
