/** Reference images as the edit calls see them; every rule by itself is tripped in `outside/images.test.ts`. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOutside } from '../../outside/outside.ts';
import { filmIn } from '../../testing/edited.ts';
import { certificate, type PictureHost, pictureHost, pictures } from '../../testing/picture-host.ts';
import { openSite, type Site, type SiteUser } from '../../testing/site.ts';

let site: Site;
let host: PictureHost;
let user: SiteUser;
let uuid: string;
beforeAll(async () => {
  host = await pictureHost('127.0.0.2', pictures);
  site = await openSite({
    outside: createOutside({
      resolve: async (name) => [name === 'pictures.example' ? '127.0.0.2' : '10.0.0.1'],
      isAllowed: (address) => address === '127.0.0.2',
      ca: certificate().cert,
    }),
  });
});
beforeEach(async () => {
  user = await site.user();
  uuid = await filmIn(site, user.key);
});
afterAll(async () => {
  await site.close();
  await host.close();
});

const edit = (urls: string[], headers: Record<string, string> = {}) =>
  site.call('POST', '/v1/edits', {
    key: user.key,
    headers,
    body: { video_uuid: uuid, edit_request: 'Make scene 2 blue', reference_image_urls: urls },
  });

test('five images that keep the rules are taken with the edit', async () => {
  const urls = [...Array(4).fill(`${host.url}/good.png`), `${host.url}/once`];
  const { status, json } = await edit(urls);
  expect(status).toBe(200);
  const { rows } = await site.database.query('select images from edits where id = $1', [json.edit_id]);
  expect(rows[0]!.images).toEqual(urls.map((url) => ({ url })));
});

test.each([
  [415, '/page.html'],
  [415, '/large.png'],
  [415, '/unsized.png'],
  [422, '/twice'],
  [422, '/missing.png'],
])('an image that breaks a rule is a %i, and no edit is made: %s', async (code, path) => {
  const { status, json } = await edit([`${host.url}/good.png`, host.url + path]);
  expect(json.detail).toMatch(/^reference_image_urls\[1\]: /);
  expect(status).toBe(code);
  expect((await site.database.query('select 1 from edits where video = $1', [uuid])).rowCount).toBe(0);
});

test.each(['http://pictures.example/a.png', 'https://inside.example/a.png', 'https://127.0.0.1/a.png'])(
  '%s fails the host check: 422',
  async (url) => {
    expect((await edit([url])).status).toBe(422);
  },
);

test('an answer under an Idempotency-Key is given again when its image has gone', async () => {
  const headers = { 'Idempotency-Key': 'the same' };
  const first = await edit([`${host.url}/good.png`], headers);
  const before = host.asked.length;
  expect((await edit([`${host.url}/good.png`], headers)).text).toBe(first.text);
  expect(host.asked).toHaveLength(before);
});

test('addresses of images are in no log', async () => {
  await edit([`${host.url}/page.html?token=very-secret`]);
  await edit([`${host.url}/good.png?token=very-secret`]);
  expect(site.logs.join('')).not.toContain('very-secret');
});
