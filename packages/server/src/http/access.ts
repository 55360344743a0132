/** The allow-list of API keys, for calls that are not on it. */
import { Fault } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';

/** @throws Fault `forbidden` for an API key: what is not among the contract's five calls needs a person */
export function refuseKeys(caller: Caller): void {
  if (caller.by === 'key')
    throw new Fault('forbidden', 'An API key may not make this call; sign in and make it with the session.');
}
