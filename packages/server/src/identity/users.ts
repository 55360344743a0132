/** Users, as the server's operator and its own code make and remove them. What users do themselves, better-auth does. */
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Database, Queryable } from '../database/database.ts';
import { Fault } from '../errors.ts';
import type { Auth } from './auth.ts';
import type { Caller } from './caller.ts';
import { assertGoodPassword } from './password.ts';

export interface User {
  id: string;
  email: string;
  name: string;
  created_at: Date;
}

const COLUMNS = 'id, email, name, created_at';

export const emailSchema = z
  .email('must be an e-mail address, such as ada@example.com')
  .max(320, 'must have at most 320 characters')
  .toLowerCase();

interface NewUser {
  email: string;
  name: string;
  email_verified: boolean;
  password_hash: string | null;
}

/** Checks what a user is made of and hashes the password. @throws Fault `bad_request` */
export async function prepareUser(given: {
  email: string;
  name: string;
  password?: string;
  email_verified: boolean;
}): Promise<NewUser> {
  const { email, name, password, email_verified } = given;
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) throw new Fault('bad_request', `The e-mail ${parsed.error.issues[0]!.message}.`);
  if (password !== undefined) assertGoodPassword(password, email);
  return {
    email: parsed.data,
    name,
    email_verified,
    password_hash: password === undefined ? null : await hashPassword(password),
  };
}

/** Undefined when the e-mail has an account. Runs in the caller's transaction. */
export async function addUser(client: Queryable, user: NewUser): Promise<User | undefined> {
  const { rows } = await client.query<User>(
    `insert into users (email, name, email_verified) values ($1, $2, $3)
     on conflict (email) do nothing returning ${COLUMNS}`,
    [user.email, user.name, user.email_verified],
  );
  if (rows[0] && user.password_hash !== null) await storePassword(client, rows[0].id, user.password_hash);
  return rows[0];
}

/** Makes a user whose e-mail the operator vouches for. @throws Fault `conflict` when it has an account */
export async function createUser(
  database: Database,
  given: { email: string; name: string; password?: string },
): Promise<User> {
  const prepared = await prepareUser({ ...given, email_verified: true });
  const user = await database.transaction((client) => addUser(client, prepared));
  if (!user)
    throw new Fault(
      'conflict',
      `${prepared.email} has an account already; see it with \`chalktalk users list\`.`,
    );
  return user;
}

/** The users, oldest first; at most 10,000. */
export async function listUsers(database: Queryable): Promise<(User & { has_password: boolean })[]> {
  const { rows } = await database.query<User & { has_password: boolean }>(
    `select ${COLUMNS}, ${HAS_PASSWORD} as has_password from users order by created_at limit 10000`,
  );
  return rows;
}

const HAS_PASSWORD = `exists (select from credentials where user_id = users.id and provider_id = 'credential'
  and password is not null)`;

/** @param reference an e-mail or an id  @throws Fault `not_found` */
export async function userBy(
  database: Queryable,
  reference: string,
): Promise<User & { has_password: boolean }> {
  const isId = z.guid().safeParse(reference).success;
  const { rows } = await database.query<User & { has_password: boolean }>(
    `select ${COLUMNS}, ${HAS_PASSWORD} as has_password from users where ${isId ? 'id = $1::uuid' : 'email = lower($1)'}`,
    [reference],
  );
  if (!rows[0]) throw new Fault('not_found', 'There is no such user; `chalktalk users list` shows them.');
  return rows[0];
}

/** Sets a password in place of whatever there was, and ends every session. */
export async function setPassword(
  database: Database,
  user: Pick<User, 'id' | 'email'>,
  password: string,
): Promise<void> {
  assertGoodPassword(password, user.email);
  const hash = await hashPassword(password);
  await database.transaction(async (client) => {
    await storePassword(client, user.id, hash);
    await client.query('delete from sessions where user_id = $1', [user.id]);
  });
}

/** Sets the first password of a user who signed in by a link. @throws Fault `conflict` when there is one */
export async function setFirstPassword(
  database: Database,
  user: Pick<User, 'id' | 'email'>,
  password: string,
): Promise<void> {
  assertGoodPassword(password, user.email);
  const hash = await hashPassword(password);
  await database.transaction(async (client) => {
    await client.query('select from users where id = $1 for no key update', [user.id]);
    const { rowCount } = await client.query(
      `select from credentials where user_id = $1 and provider_id = 'credential' and password is not null`,
      [user.id],
    );
    if (rowCount)
      throw new Fault(
        'conflict',
        'There is a password already; change it with POST /api/auth/change-password.',
      );
    await storePassword(client, user.id, hash);
  });
}

async function storePassword(client: Queryable, user_id: string, hash: string): Promise<void> {
  const { rowCount } = await client.query(
    `update credentials set password = $2, updated_at = now() where user_id = $1 and provider_id = 'credential'`,
    [user_id, hash],
  );
  if (!rowCount)
    await client.query(
      `insert into credentials (account_id, provider_id, user_id, password, updated_at)
       values ($1::text, 'credential', $1::uuid, $2, now())`,
      [user_id, hash],
    );
}

/**
 * Removes a user with keys, sessions and memberships, and the organizations nobody else belongs to. Films stay.
 * @throws Fault `conflict` while the user is the only owner of an organization that has other members
 */
export async function removeUser(database: Database, user_id: string): Promise<void> {
  await database.transaction(async (client) => {
    const { rows: joined } = await client.query<{ id: string }>(
      `select id from organizations where id in (select organization_id from members where user_id = $1)
       order by id for no key update`,
      [user_id],
    );
    const { rows: alone } = await client.query<{ id: string; slug: string; others: number }>(
      `select id, slug, (select count(*) from members where organization_id = id and user_id <> $1) as others
       from organizations where id = any($2::uuid[]) and exists
         (select from members where organization_id = id and user_id = $1 and role = 'owner')
         and not exists
         (select from members where organization_id = id and user_id <> $1 and role = 'owner')`,
      [user_id, joined.map(({ id }) => id)],
    );
    const needed = alone.filter(({ others }) => others > 0).map(({ slug }) => slug);
    if (needed.length > 0)
      throw new Fault(
        'conflict',
        `This user is the only owner of ${needed.join(', ')}; make another member owner first (chalktalk orgs set-role).`,
      );
    await client.query('delete from organizations where id = any($1::uuid[])', [alone.map(({ id }) => id)]);
    await client.query('delete from users where id = $1', [user_id]);
  });
}

/** A link that signs its user in once, within an hour. */
export async function signInLink(auth: Auth, email: string): Promise<string> {
  let link: string | undefined;
  await auth.api.signInMagicLink({
    body: {
      email,
      metadata: {
        hand: (url: string) => {
          link = url;
        },
      },
    },
    headers: new Headers(),
  });
  if (!link) throw new Fault('internal', 'The sign-in link could not be made; try again.');
  return link;
}

/**
 * Users of another issuer's tokens are known here from their first call to identity on: what they make, keys and
 * memberships, belongs to a row. The e-mail is the token's while no other user has it.
 */
export async function knowStranger(database: Queryable, caller: Caller): Promise<void> {
  if (!caller.stranger) return;
  const { email, name } = caller.stranger;
  const placeholder = `${caller.user_id}@token.invalid`;
  const known = email !== null && emailSchema.safeParse(email).success ? email : placeholder;
  for (const address of [known, placeholder]) {
    await database.query(
      `insert into users (id, email, name, email_verified) values ($1, $2, $3, false) on conflict do nothing`,
      [caller.user_id, address, name ?? ''],
    );
    const { rowCount } = await database.query('select from users where id = $1', [caller.user_id]);
    if (rowCount) return;
  }
}
