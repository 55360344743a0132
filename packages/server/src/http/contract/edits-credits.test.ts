/** What edits cost: the worst case in advance, scenes that really changed at the end. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { balanceOf, grant } from '../../credits/ledger.ts';
import { applyEdit, filmIn } from '../../testing/edited.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';

let site: Site;
let user: SiteUser;
let uuid: string;
let caller: string;
beforeAll(async () => {
  site = await openSite({ config: { credits: { enabled: true, per_second: 2 } } });
});
beforeEach(async () => {
  user = await site.user();
  caller = `user:${user.user_id}`;
  await grant(site.database, caller, 120);
  uuid = await filmIn(site, user.key);
  // Whatever the film has cost, this is what is left.
  await grant(site.database, caller, 100 - (await balance()));
});
afterAll(() => site.close());

const balance = () => balanceOf(site.database, caller);
const edit = () =>
  site.call('POST', '/v1/edits', {
    key: user.key,
    body: { video_uuid: uuid, edit_request: 'Make scene 2 blue' },
  });

test('the worst case is reserved, and scenes that changed are paid for', async () => {
  const { edit_id } = (await edit()).json;
  // All of 30 s, at 2 credits a second; then the 10 s that changed.
  expect(await balance()).toBe(40);
  await applyEdit(site, uuid, edit_id);
  expect(await balance()).toBe(80);
});

test('an edit that ends as error costs nothing, and ends once', async () => {
  const { edit_id } = (await edit()).json;
  expect(await site.services.editing.fail(edit_id, 'No.')).toBe(true);
  expect(await site.services.editing.fail(edit_id, 'No.')).toBe(false);
  expect(await balance()).toBe(100);
});

test('who cannot pay the worst case gets a 402 in the documented words, and no edit', async () => {
  await edit();
  const { status, text } = await edit();
  expect([status, text]).toEqual([
    402,
    '{"detail":"INSUFFICIENT_CREDITS: edit could cost up to 60, have 40"}',
  ]);
  expect((await site.database.query('select 1 from edits where video = $1', [uuid])).rowCount).toBe(1);
});

test('an edit of an organization’s film is paid by the organization, also when a member asks', async () => {
  const { org_id, key, owner } = await site.organization();
  await grant(site.database, `org:${org_id}`, 200);
  const film = await filmIn(site, key);
  const before = await balanceOf(site.database, `org:${org_id}`);
  await site.call('POST', '/v1/edits', { key: owner.key, body: { video_uuid: film, edit_request: 'Blue' } });
  expect(await balanceOf(site.database, `org:${org_id}`)).toBe(before - 60);
});
