/** Films that nobody moves any more end with a reason; those that only wait do not. */
import { randomUUID } from 'node:crypto';
import { parseBrief } from '@chalktalk/engine';
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Config } from '../config/config.ts';
import { testConfig } from '../testing/config.ts';
import { freshDatabase, type TestDatabase } from '../testing/postgres.ts';
import { type Admission, createAdmission } from './admission.ts';
import { openQueue } from './queue.ts';
import { watchOver } from './watch.ts';

let base: TestDatabase;
let queue: DBOSClient;
let admission: Admission;
let config: Config;
const log = pino({ level: 'silent' });

beforeAll(async () => {
  base = await freshDatabase();
  queue = await openQueue(base.database);
  config = testConfig({ database_url: base.url, data_dir: '/nowhere' });
  admission = createAdmission(base.database, queue, config);
});
afterAll(async () => {
  await queue.destroy();
  await base.drop();
});

/** A film of somebody's, with its row and its workflow as the test has them, silent for so long, s. */
async function film(silent: number, status: string, workflow: string): Promise<string> {
  const brief = parseBrief({ task: 'How do tides work?', video_duration_seconds: 30 });
  const [uuid] = await admission.submit(
    { user_id: randomUUID(), org_id: null, email: null, briefs: [brief] },
    (taken) => taken.map((one) => one.uuid!),
  );
  await base.database.query(
    `update corporate_engine_v2 set status = $2, updated_at = clock_timestamp() - make_interval(secs => $3) where uuid = $1`,
    [uuid, status, silent],
  );
  await base.database.query('update dbos.workflow_status set status = $2 where workflow_uuid = $1', [
    uuid,
    workflow,
  ]);
  return uuid!;
}
async function messageOf(uuid: string): Promise<string | null> {
  const { rows } = await base.database.query<{ error_message: string | null }>(
    'select error_message from corporate_engine_v2 where uuid = $1',
    [uuid],
  );
  return rows[0]!.error_message;
}
const watch = () => watchOver(base.database, queue, admission, config, log);

test.each([
  ['whose workflow broke', 10, 'lowlevel', 'ERROR', /lost by its worker; submit it again/],
  ['whose workflow was cancelled behind our back', 10, 'voiceover', 'CANCELLED', /lost by its worker/],
  ['that ends its worker again and again', 10, 'voiceover', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED', /given up/],
  ['that has not moved for long', 700, 'generating_frames', 'PENDING', /has not moved for 10 minutes/],
])('a film %s ends with a reason', async (_, silent, status, workflow, reason) => {
  const uuid = await film(silent, status, workflow);
  expect(await watch()).toEqual([uuid]);
  expect(await messageOf(uuid)).toMatch(reason);
  expect(await watch()).toEqual([]);
});

test('a film without any workflow ends with a reason', async () => {
  const uuid = await film(10, 'queued', 'ENQUEUED');
  await queue.deleteWorkflow(uuid);
  expect(await watch()).toEqual([uuid]);
});

test('a film that waits for a worker, or that moved a moment ago, is left alone', async () => {
  await film(100_000, 'queued', 'ENQUEUED');
  await film(100_000, 'lowlevel', 'ENQUEUED');
  await film(100, 'generating_frames', 'PENDING');
  await film(0, 'voiceover', 'ERROR');
  expect(await watch()).toEqual([]);
});
