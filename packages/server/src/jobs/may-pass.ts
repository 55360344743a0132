/** What passes by itself: a full disk that is cleared, a network that stumbles; and what does not. */
import { ChalktalkError } from '@chalktalk/engine';
import { Fault } from '../errors.ts';

/** True when the same step may well succeed a little later: nothing about the film itself is wrong. */
export function mayPass(error: unknown): boolean {
  if (error instanceof ChalktalkError) return error.kind === 'output' || error.kind === 'internal';
  if (error instanceof Fault) return error.kind === 'unavailable' || error.kind === 'internal';
  return true;
}
