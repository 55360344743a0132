/** What `chalktalk keys` does. */
import {
  Fault,
  issueKey,
  type KeyMaker,
  keyOf,
  listKeys,
  membersOf,
  revokeKey,
  userBy,
} from '@chalktalk/server';
import { asOperator, type Operator, ownerOf } from '../operator/operator.ts';
import type { OwnerFlags } from '../operator/options.ts';
import { columns, show } from '../operator/show.ts';

type Flags = OwnerFlags & { by?: string };

export async function create(flags: Flags): Promise<void> {
  await make(flags, async (operator, maker) => {
    if (await keyOf(operator.database, maker))
      throw new Fault(
        'conflict',
        'This owner has an active key; `chalktalk keys rotate` replaces it, which ends the old one at once.',
      );
  });
}

export async function rotate(flags: Flags): Promise<void> {
  await make(flags, async () => undefined);
}

export async function revoke(flags: OwnerFlags): Promise<void> {
  await asOperator(flags, async (operator) => {
    const owner = await ownerOf(operator, flags);
    const revoked = await revokeKey(operator.database, owner);
    show(flags, { revoked }, () => (revoked ? 'The key has ended.' : 'There was no active key.'));
  });
}

export async function list(flags: OwnerFlags): Promise<void> {
  const keys = await asOperator(flags, async (operator) => {
    const all = flags.user === undefined && flags.org === undefined;
    return listKeys(operator.database, all ? undefined : await ownerOf(operator, flags));
  });
  show(flags, keys, () =>
    columns(
      ['owner', 'key', 'made by', 'made', 'last used', 'revoked'],
      keys.map((key) => [
        key.org ?? key.email,
        `kn_…${key.ending}`,
        key.email,
        key.created_at,
        key.last_used_at,
        key.revoked_at,
      ]),
    ),
  );
}

async function make(
  flags: Flags,
  check: (operator: Operator, maker: KeyMaker) => Promise<void>,
): Promise<void> {
  await asOperator(flags, async (operator) => {
    const maker = await makerOf(operator, flags);
    await check(operator, maker);
    const { key, replaced } = await issueKey(operator.database, maker);
    show(
      flags,
      { api_key: key, replaced },
      () => `${key}\n(told this once; only a hash is kept.${replaced ? ' The old key has ended.' : ''})`,
    );
  });
}

/** An organization's key has a maker, with whose membership it ends. */
async function makerOf(operator: Operator, flags: Flags): Promise<KeyMaker> {
  const { user_id, org_id } = await ownerOf(operator, flags);
  if (org_id === null) return { user_id, org_id };
  if (flags.by !== undefined) return { user_id: (await userBy(operator.database, flags.by)).id, org_id };
  const owner = (await membersOf(operator.database, org_id)).find(({ role }) => role === 'owner');
  return { user_id: owner!.user_id, org_id };
}
