/** Looks after edits that nobody moves any more: whatever the reason, each ends with a sentence, and its line goes on. */
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import type { Editing } from './editing.ts';

/** Looks once. @returns the ids of edits that were ended */
export async function watchEdits(
  database: Database,
  queue: DBOSClient,
  editing: Editing,
  config: Config,
  log: Logger,
): Promise<string[]> {
  const { rows } = await database.query<{ id: string; silent: number }>(
    `select id, extract(epoch from clock_timestamp() - updated_at)::float8 as silent from edits
     where status in ('processing', 'applying') and updated_at < clock_timestamp() - interval '5 seconds'
     order by seq limit 500`,
  );
  if (rows.length === 0) return [];
  const workflows = await queue.listWorkflows({
    workflowIDs: rows.map(({ id }) => id),
    loadInput: false,
    loadOutput: false,
  });
  const states = new Map(workflows.map(({ workflowID, status }) => [workflowID, status]));
  const ended: string[] = [];
  for (const { id, silent } of rows) {
    const reason = reasonToEnd(states.get(id), silent, config.work.stalled_after_seconds);
    if (!reason) continue;
    if (await editing.fail(id, reason)) {
      ended.push(id);
      log.error({ job: id, workflow: states.get(id), silent }, 'an edit that nobody moved was ended');
    }
    if (states.get(id) === 'PENDING') await queue.cancelWorkflow(id, { cancelChildren: true });
  }
  return ended;
}

function reasonToEnd(
  workflow: string | undefined,
  silent: number,
  stalled_after: number,
): string | undefined {
  if (workflow === 'MAX_RECOVERY_ATTEMPTS_EXCEEDED')
    return 'This edit ended its worker again and again, so it was given up and the video is as it was; ask for something else, or report it with its id.';
  if (workflow === undefined || workflow === 'ERROR' || workflow === 'CANCELLED' || workflow === 'SUCCESS')
    return 'This edit was lost by its worker and the video is as it was; ask for it again.';
  if (workflow === 'PENDING' && silent > stalled_after)
    return `This edit has not moved for ${Math.round(stalled_after / 60)} minutes, so it was given up and the video is as it was; ask for it again.`;
  return undefined;
}
