/**
 * One checkpointed step of a film or an edit: tried again while what went wrong may pass. It returns what went wrong for
 * good instead of throwing it, so that the workflow decides what becomes of it.
 */
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';
import { patiently } from '../database/patience.ts';
import { mayPass } from './may-pass.ts';

export type Outcome<T> = { done: T } | { failed: string } | { ended: true };

/** Tries of a step, with pauses of 1, 2 and 4 s between them. */
const TRIES = 4;
/** More than any honest step takes, ms: one that hangs is tried again, then failed. */
const LONGEST_STEP_MS = 20 * 60_000;

/** What steps need of the worker that takes them. */
export interface StepShop {
  log: Logger;
  /** Fires when the film or the edit has ended otherwise, or this worker stops. */
  signalOf(id: string): AbortSignal;
  /** True once this worker hands its work over: what fails from then on is nobody's fault. */
  isLeaving(): boolean;
}

export interface Step<T> {
  /** Of the film or the edit. */
  id: string;
  name: string;
  /** Says in its row that the step begins. @returns false when it has ended meanwhile */
  begin(): Promise<boolean>;
  work(): Promise<T>;
  /** What its owner is told of a fault that does not pass. */
  sentence(error: unknown): string;
}

export function runStep<T>(
  shop: StepShop,
  { id, name, begin, work, sentence }: Step<T>,
): Promise<Outcome<T>> {
  const log = shop.log.child({ job: id, step: name });
  let tries = 0;
  return DBOS.runStep(
    async (): Promise<Outcome<T>> => {
      tries += 1;
      try {
        if (!(await patiently(begin))) return { ended: true };
        const started = performance.now();
        const done = await work();
        log.info({ seconds: Math.round(performance.now() - started) / 1000 }, 'step done');
        return { done };
      } catch (error) {
        // A step that ends now would be written down as failed: whoever takes over begins it anew instead.
        if (shop.isLeaving()) return new Promise(() => undefined);
        if (shop.signalOf(id).aborted) return { ended: true };
        log.warn({ err: error, tries }, 'step failed');
        if (mayPass(error) && tries < TRIES) throw error;
        return { failed: sentence(error) };
      }
    },
    {
      name,
      retriesAllowed: true,
      maxAttempts: TRIES,
      intervalSeconds: 1,
      backoffRate: 2,
      timeoutMS: LONGEST_STEP_MS,
    },
  );
}
