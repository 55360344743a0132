/** Forgets how films and edits were made once they have long been: checkpoints are of use only until the end. */
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import { EDIT_WORKFLOW, FILM_WORKFLOW } from './names.ts';

const DAY_MS = 86_400_000;
/** In one go. */
const MOST = 500;

/** @param before workflows that ended before this are forgotten, with those of their scenes @returns how many films and edits */
export async function forgetEnded(
  queue: DBOSClient,
  before = new Date(Date.now() - DAY_MS),
): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const ended = await queue.listWorkflows({
      workflowName: [FILM_WORKFLOW, EDIT_WORKFLOW],
      status: ['SUCCESS', 'ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'],
      completedBefore: before.toISOString(),
      limit: MOST,
      loadInput: false,
      loadOutput: false,
    });
    if (ended.length === 0) return forgotten;
    await queue.deleteWorkflows(
      ended.map(({ workflowID }) => workflowID),
      true,
    );
    forgotten += ended.length;
  }
}
