/** What `chalktalk orgs` does. */
import {
  addMember,
  changeRole,
  createOrganization,
  Fault,
  listOrganizations,
  membersOf,
  nameSchema,
  type Role,
  removeMember,
  slugSchema,
  userBy,
} from '@chalktalk/server';
import { asOperator, orgId } from '../operator/operator.ts';
import type { OperatorFlags } from '../operator/options.ts';
import { columns, show } from '../operator/show.ts';

export async function create(
  slug: string,
  flags: OperatorFlags & { owner: string; name?: string },
): Promise<void> {
  const name = flags.name ?? slug;
  for (const [what, result] of [
    ['The slug', slugSchema.safeParse(slug)],
    ['The name', nameSchema.safeParse(name)],
  ] as const)
    if (!result.success) throw new Fault('bad_request', `${what} ${result.error.issues[0]!.message}.`);
  await asOperator(flags, async ({ database }) => {
    const owner = (await userBy(database, flags.owner)).id;
    const made = await createOrganization(database, { name: name.trim(), slug, owner });
    show(flags, made, () => `Made ${made.slug}, owned by ${flags.owner}.`);
  });
}

export async function list(flags: OperatorFlags): Promise<void> {
  const all = await asOperator(flags, ({ database }) => listOrganizations(database));
  show(flags, all, () =>
    columns(
      ['slug', 'name', 'members', 'since', 'id'],
      all.map((org) => [org.slug, org.name, org.members, org.created_at, org.id]),
    ),
  );
}

export async function members(slug: string, flags: OperatorFlags): Promise<void> {
  const all = await asOperator(flags, async ({ database }) =>
    membersOf(database, await orgId(database, slug)),
  );
  show(flags, all, () =>
    columns(
      ['e-mail', 'role', 'name', 'since'],
      all.map(({ email, role, name, created_at }) => [email, role, name, created_at]),
    ),
  );
}

export async function add(slug: string, email: string, flags: OperatorFlags & { role: Role }): Promise<void> {
  await change(slug, email, flags, `is a member of ${slug} now`, (database, ids) =>
    database.transaction((client) => addMember(client, { ...ids, role: flags.role })),
  );
}

export async function setRole(
  slug: string,
  email: string,
  flags: OperatorFlags & { role: Role },
): Promise<void> {
  await change(slug, email, flags, `has the role ${flags.role} in ${slug} now`, (database, ids) =>
    changeRole(database, { ...ids, role: flags.role, by: 'operator' }),
  );
}

export async function remove(slug: string, email: string, flags: OperatorFlags): Promise<void> {
  await change(slug, email, flags, `is no member of ${slug} any more`, (database, ids) =>
    removeMember(database, { ...ids, by: 'operator' }),
  );
}

type Database = Parameters<typeof userBy>[0] & Parameters<typeof changeRole>[0];

async function change(
  slug: string,
  email: string,
  flags: OperatorFlags & { role?: Role },
  told: string,
  work: (database: Database, ids: { org_id: string; user_id: string }) => Promise<void>,
): Promise<void> {
  await asOperator(flags, async ({ database }) => {
    const org_id = await orgId(database, slug);
    const user = await userBy(database, email);
    await work(database, { org_id, user_id: user.id });
    const changed = { org: slug, user: user.email, role: flags.role ?? null };
    show(flags, changed, () => `${user.email} ${told}.`);
  });
}
