/** What `chalktalk credits` does. */
import { accountOf, balanceOf, Fault, grant } from '@chalktalk/server';
import { asOperator, type Operator, ownerOf } from '../operator/operator.ts';
import type { OwnerFlags } from '../operator/options.ts';
import { show } from '../operator/show.ts';

const MOST = 1_000_000_000;

export async function give(
  amount: string,
  flags: OwnerFlags & { take?: boolean; note?: string },
): Promise<void> {
  const count = Number(amount);
  if (!/^\d+$/.test(amount) || count < 1 || count > MOST)
    throw new Fault('bad_request', `The amount must be a whole number from 1 to ${MOST}, such as 500.`);
  await asOperator(flags, async (operator) => {
    const account = await accountFor(operator, flags);
    await grant(operator.database, account, flags.take ? -count : count, flags.note?.slice(0, 500));
    await tell(operator, account, flags);
  });
}

export async function balance(flags: OwnerFlags): Promise<void> {
  await asOperator(flags, async (operator) => tell(operator, await accountFor(operator, flags), flags));
}

async function accountFor(operator: Operator, flags: OwnerFlags): Promise<string> {
  const { user_id, org_id } = await ownerOf(operator, flags);
  return org_id === null ? accountOf(user_id, null) : `org:${org_id}`;
}

async function tell({ config, database }: Operator, account: string, flags: OwnerFlags): Promise<void> {
  const left = await balanceOf(database, account);
  const { enabled } = config.credits;
  const note = enabled ? '' : ' (credits are off on this server; films cost nothing)';
  show(flags, { balance: left, enabled }, () => `${left} credits${note}`);
}
