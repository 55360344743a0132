/** Reference images on their way into an edit: fetched by the worker, through the door, and kept. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { createOutside } from '../outside/outside.ts';
import { filmIn } from '../testing/edited.ts';
import { certificate, type PictureHost, PNG, pictureHost, pictures } from '../testing/picture-host.ts';
import { openSite, type Site } from '../testing/site.ts';
import { createStubMaker } from '../testing/stub-maker.ts';
import { until } from '../testing/until.ts';

let site: Site;
let host: PictureHost;
let worker: Worker;
let folder: string;
beforeAll(async () => {
  host = await pictureHost('127.0.0.2', pictures);
  const outside = createOutside({
    resolve: async () => ['127.0.0.2'],
    isAllowed: (address) => address === '127.0.0.2',
    ca: certificate().cert,
  });
  site = await openSite({ outside });
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-images-'));
  worker = await startWorker({
    config: { ...site.services.config, data_dir: folder },
    log: pino({ level: 'silent' }),
    maker: createStubMaker({ storage: site.services.storage, film_ms: 10 }),
    outside,
    onFenced: () => undefined,
  });
});
afterAll(async () => {
  await worker.stop();
  await site.close();
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function edit(paths: string[]) {
  const user = await site.user();
  const video_uuid = await filmIn(site, user.key);
  const { json } = await site.call('POST', '/v1/edits', {
    key: user.key,
    headers: { 'Idempotency-Key': randomUUID() },
    body: {
      video_uuid,
      edit_request: 'Make it blue',
      reference_image_urls: paths.map((one) => host.url + one),
    },
  });
  const id: string = json.edit_id;
  return until(async () => {
    const { rows } = await site.database.query<{
      status: string;
      error_message: string | null;
      images: { key: string }[];
    }>('select status, error_message, images from edits where id = $1', [id]);
    return ['complete', 'error'].includes(rows[0]!.status) && { ...rows[0]!, id, video_uuid };
  }, 60_000);
}

test('images are stored with the edit, byte for byte', async () => {
  const { status, images, id, video_uuid } = await edit(['/good.png', '/once']);
  expect(status).toBe('complete');
  expect(images).toEqual(
    ['/good.png', '/once'].map((one, index) => ({
      url: host.url + one,
      type: 'image/png',
      key: `jobs/${video_uuid}/edits/${id}/images/${index + 1}`,
      bytes: PNG.length,
    })),
  );
  for (const { key } of images) expect(await site.services.storage.bytes(key)).toEqual(PNG);
});

test('an image that turns out larger than it said, or no image, ends the edit with its rule', async () => {
  expect(await edit(['/endless.png'])).toMatchObject({
    status: 'error',
    error_message: 'reference_image_urls[0]: it is larger than 5 MB; use a smaller one.',
  });
  expect(await edit(['/good.png', '/turned.png'])).toMatchObject({
    status: 'error',
    error_message: expect.stringMatching(/^reference_image_urls\[1\]: it is no image/),
  });
});
