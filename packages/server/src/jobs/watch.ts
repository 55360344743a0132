/** Looks after films that nobody moves any more: whatever the reason, each ends with a sentence, and is never left. */
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import type { Admission } from './admission.ts';

const UNDER_WAY = `status in ('queued', 'voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'generating_frames')`;

/** Looks once. @returns the uuids of films that were failed */
export async function watchOver(
  database: Database,
  queue: DBOSClient,
  admission: Admission,
  config: Config,
  log: Logger,
): Promise<string[]> {
  const { rows } = await database.query<{ uuid: string; status: string; silent: number }>(
    `select uuid, status, extract(epoch from clock_timestamp() - updated_at)::float8 as silent
     from corporate_engine_v2 where ${UNDER_WAY} and updated_at < clock_timestamp() - interval '5 seconds'
     order by seq limit 500`,
  );
  if (rows.length === 0) return [];
  const workflows = await queue.listWorkflows({
    workflowIDs: rows.map(({ uuid }) => uuid),
    loadInput: false,
    loadOutput: false,
  });
  const states = new Map(workflows.map(({ workflowID, status }) => [workflowID, status]));
  const failed: string[] = [];
  for (const { uuid, status, silent } of rows) {
    const reason = reasonToEnd(states.get(uuid), status, silent, config.work.stalled_after_seconds);
    if (!reason) continue;
    if (await admission.fail(uuid, reason)) {
      failed.push(uuid);
      log.error({ job: uuid, workflow: states.get(uuid), silent }, 'a film that nobody moved was ended');
    }
    if (states.get(uuid) === 'PENDING') await queue.cancelWorkflow(uuid, { cancelChildren: true });
  }
  return failed;
}

function reasonToEnd(
  workflow: string | undefined,
  status: string,
  silent: number,
  stalled_after: number,
): string | undefined {
  if (workflow === 'MAX_RECOVERY_ATTEMPTS_EXCEEDED')
    return 'This video ended its worker again and again, so it was given up; change its task, or report it with its id.';
  if (workflow === undefined || workflow === 'ERROR' || workflow === 'CANCELLED' || workflow === 'SUCCESS')
    return 'This video was lost by its worker; submit it again.';
  // What waits for a worker has not stopped moving: it has not begun.
  if (workflow === 'PENDING' && status !== 'queued' && silent > stalled_after)
    return `This video has not moved for ${Math.round(stalled_after / 60)} minutes, so it was given up; submit it again.`;
  return undefined;
}
