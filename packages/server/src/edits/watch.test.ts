/** Edits that nobody moves any more end with a sentence, and their line goes on. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQueue } from '../jobs/queue.ts';
import { filmIn } from '../testing/edited.ts';
import { openSite, type Site } from '../testing/site.ts';
import { watchEdits } from './watch.ts';

let site: Site;
let queue: Awaited<ReturnType<typeof openQueue>>;
beforeAll(async () => {
  site = await openSite();
  queue = await openQueue(site.database);
});
afterAll(async () => {
  await queue.destroy();
  await site.close();
});

const look = () => {
  const { database, editing, config } = site.services;
  return watchEdits(database, queue, editing, config, pino({ level: 'silent' }));
};

test('an edit whose workflow is lost, failed or gave up ends as error, and the next one begins', async () => {
  const { key } = await site.user();
  const body = { video_uuid: await filmIn(site, key), edit_request: 'Make it blue' };
  const [lost, waiting] = [
    (await site.call('POST', '/v1/edits', { key, body })).json.edit_id,
    (await site.call('POST', '/v1/edits', { key, body })).json.edit_id,
  ];
  const age = (id: string, seconds: number) =>
    site.database.query(
      `update edits set updated_at = clock_timestamp() - make_interval(secs => $2) where id = $1`,
      [id, seconds],
    );
  const workflowIs = (id: string, status: string) =>
    site.database.query('update dbos.workflow_status set status = $2 where workflow_uuid = $1', [id, status]);
  const read = async (id: string) => (await site.call('GET', `/v1/edits/${id}`, { key })).json;

  // What waits for a worker has not stopped moving.
  await age(lost, 10_000);
  expect(await look()).toEqual([]);
  await workflowIs(lost, 'MAX_RECOVERY_ATTEMPTS_EXCEEDED');
  expect(await look()).toEqual([lost]);
  expect(await read(lost)).toMatchObject({
    status: 'error',
    error_message: expect.stringMatching(/ended its worker again and again/),
  });
  expect((await read(waiting)).status).toBe('processing');

  await workflowIs(waiting, 'PENDING');
  await age(waiting, 60);
  expect(await look()).toEqual([]);
  await age(waiting, 601);
  expect(await look()).toEqual([waiting]);
  expect((await read(waiting)).error_message).toMatch(/has not moved for 10 minutes/);
});
