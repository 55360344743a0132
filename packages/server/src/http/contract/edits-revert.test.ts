/** POST /v1/edits/{id}/revert: what it restores, and every guard, tripped. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applyEdit, CHANGES, filmIn } from '../../testing/edited.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';

let site: Site;
let user: SiteUser;
let uuid: string;
beforeAll(async () => {
  site = await openSite({ config: { limits: { videos: 1000, edits: 1000, window_seconds: 60, active: 3 } } });
});
beforeEach(async () => {
  user = await site.user();
  uuid = await filmIn(site, user.key);
});
afterAll(() => site.close());

async function edit(done = true): Promise<string> {
  const { json } = await site.call('POST', '/v1/edits', {
    key: user.key,
    body: { video_uuid: uuid, edit_request: 'Make scene 2 blue' },
  });
  if (done) await applyEdit(site, uuid, json.edit_id);
  return json.edit_id;
}
const revert = (id: string, key = user.key) => site.call('POST', `/v1/edits/${id}/revert`, { key });
const video = async () => (await site.call('GET', `/v1/videos/${uuid}`, { key: user.key })).json;
const bytes = async () => (await fetch((await video()).result.link)).text();

test('a revert restores the bytes from before the edit, and tells what the restore changed', async () => {
  const before = await bytes();
  const id = await edit();
  const edited = await bytes();
  expect(edited).not.toBe(before);
  const { status, json } = await revert(id);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    edit_id: id,
    video_uuid: uuid,
    status: 'reverted',
    is_complete: true,
    is_failed: false,
    result: {
      ...CHANGES,
      revert_diff: { modified_scenes: [2], added_scenes: [3], removed_scenes: [4] },
    },
  });
  expect(await bytes()).toBe(before);
  // Its own links still lead to what it made.
  expect(await (await fetch(json.result.link)).text()).toBe(edited);
  const { rows } = await site.database.query(
    `select planner ->> 'title' as title, planner_history from corporate_engine_v2 where uuid = $1`,
    [uuid],
  );
  expect(rows).toEqual([{ title: 'original', planner_history: [] }]);
});

test('edits are reverted one after another, the last first, back to the film as it was made', async () => {
  const versions = [await bytes()];
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    ids.push(await edit());
    versions.push(await bytes());
  }
  for (const id of ids.reverse()) {
    expect(await bytes()).toBe(versions.pop());
    expect((await revert(id)).status).toBe(200);
  }
  expect(await bytes()).toBe(versions.pop());
});

test('after a revert the video can be edited again', async () => {
  await revert(await edit());
  const id = await edit();
  expect((await revert(id)).status).toBe(200);
});

test.each(['queued', 'processing', 'applying', 'error', 'reverted'])(
  'guard: an edit that is %s is not in a revertable state',
  async (status) => {
    const id = await edit();
    await site.database.query('update edits set status = $2 where id = $1', [id, status]);
    const refused = await revert(id);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      `edit is not in a revertable state (status=${status})`,
    ]);
  },
);

test('guard: a revert is refused while another edit is processing, and while one is queued', async () => {
  const id = await edit();
  const next = await edit(false);
  expect((await revert(id)).json.detail).toMatch(/Another edit of this video is queued or processing/);
  // Nothing runs, but something waits.
  await site.database.query(`update edits set status = 'queued' where id = $1`, [next]);
  const refused = await revert(id);
  expect([refused.status, refused.json.detail]).toEqual([
    409,
    'Another edit of this video is queued or processing; revert once it has ended.',
  ]);
  await site.services.editing.fail(next, 'No.');
  // One that ended as error is passed over.
  expect((await revert(id)).status).toBe(200);
});

test('guard: only the last edit is reverted; those that were reverted are passed over', async () => {
  const first = await edit();
  const second = await edit();
  const refused = await revert(first);
  expect([refused.status, refused.json.detail]).toEqual([
    409,
    `A later edit stands on this one; revert the last one first, ${second}.`,
  ]);
  expect((await revert(second)).status).toBe(200);
  expect((await revert(first)).status).toBe(200);
});

test('guard: the top of the planner_history must have been saved by this edit', async () => {
  for (const history of [`'[]'`, `jsonb_build_array(planner_history -> -1 || '{"edit_id":"another"}')`]) {
    const id = await edit();
    const before = await bytes();
    await site.database.query(`update corporate_engine_v2 set planner_history = ${history} where uuid = $1`, [
      uuid,
    ]);
    const refused = await revert(id);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      expect.stringMatching(/was not saved by this edit/),
    ]);
    expect(await bytes()).toBe(before);
  }
});

test('somebody else’s edit is a 403 in the documented words', async () => {
  const id = await edit();
  const refused = await revert(id, (await site.user()).key);
  expect([refused.status, refused.text]).toEqual([403, '{"detail":"API key does not own this edit"}']);
});

test('of many reverts at once one is done', async () => {
  const id = await edit();
  const answers = await Promise.all(Array.from({ length: 5 }, () => revert(id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});
