/** What `chalktalk users` does. */
import { createUser, listUsers, removeUser, setPassword, signInLink, userBy } from '@chalktalk/server';
import { asOperator } from '../operator/operator.ts';
import type { OperatorFlags } from '../operator/options.ts';
import { readPassword } from '../operator/secret-input.ts';
import { columns, show } from '../operator/show.ts';

export async function add(
  email: string,
  flags: OperatorFlags & { name?: string; password?: boolean },
): Promise<void> {
  await asOperator(flags, async ({ database, identity }) => {
    const password = flags.password ? await readPassword(`Password of ${email}: `) : undefined;
    const name = flags.name ?? email.split('@')[0]!;
    const user = await createUser(database, { email, name, password });
    const sign_in = await signInLink(identity.auth, user.email);
    show(
      flags,
      { id: user.id, email: user.email, name: user.name, sign_in },
      () => `Added ${user.email}.\nSign in  ${sign_in}\n         (once, within an hour)`,
    );
  });
}

export async function list(flags: OperatorFlags): Promise<void> {
  const users = await asOperator(flags, ({ database }) => listUsers(database));
  show(flags, users, () =>
    columns(
      ['e-mail', 'name', 'password', 'since', 'id'],
      users.map(({ email, name, has_password, created_at, id }) => [
        email,
        name,
        has_password,
        created_at,
        id,
      ]),
    ),
  );
}

export async function password(email: string, flags: OperatorFlags): Promise<void> {
  await asOperator(flags, async ({ database }) => {
    const user = await userBy(database, email);
    await setPassword(database, user, await readPassword(`New password of ${user.email}: `));
    show(flags, { id: user.id, email: user.email }, () => `The password of ${user.email} is set.`);
  });
}

export async function link(email: string, flags: OperatorFlags): Promise<void> {
  await asOperator(flags, async ({ database, identity }) => {
    const user = await userBy(database, email);
    const sign_in = await signInLink(identity.auth, user.email);
    show(flags, { email: user.email, sign_in }, () => sign_in);
  });
}

export async function remove(email: string, flags: OperatorFlags): Promise<void> {
  await asOperator(flags, async ({ database }) => {
    const user = await userBy(database, email);
    await removeUser(database, user.id);
    show(flags, { id: user.id, email: user.email }, () => `Removed ${user.email}.`);
  });
}
