/** Every rule for reference images is tripped here, with a real https server and a resolver that lies. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fault } from '../errors.ts';
import { certificate, type PictureHost, PNG, pictureHost, pictures } from '../testing/picture-host.ts';
import { fetchImage, inspectImages, LARGEST_IMAGE } from './images.ts';
import { createOutside, type Outside } from './outside.ts';

let host: PictureHost;
/** Stands at the same port of an address that is not allowed. */
let inside: PictureHost;
const PUBLIC = '127.0.0.2';
const PRIVATE = '127.0.0.3';

beforeAll(async () => {
  host = await pictureHost(PUBLIC, pictures);
  inside = await pictureHost(PRIVATE, pictures, host.port);
});
afterAll(async () => {
  await host.close();
  await inside.close();
});

function door(resolve: (name: string) => string[], patience = { head: 5_000, get: 10_000 }): Outside {
  return createOutside({
    resolve: async (name) => resolve(name),
    isAllowed: (address) => address === PUBLIC,
    ca: certificate().cert,
    patience,
  });
}
const honest = () => door(() => [PUBLIC]);

async function faultOf(work: Promise<unknown>): Promise<{ status: number; detail: string }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`No fault but ${error}`);
  return { status: error.status, detail: error.message };
}

test('an image that keeps the rules passes, and is fetched whole', async () => {
  await inspectImages(honest(), [`${host.url}/good.png`, `${host.url}/5MB.png`, `${host.url}/once`]);
  expect(await fetchImage(honest(), `${host.url}/once`, 0)).toEqual({ type: 'image/png', bytes: PNG });
});

test.each([
  ['no image', '/page.html', 415, /is no image/],
  ['of no type', '/untyped', 415, /is no image/],
  ['over 5 MB', '/large.png', 415, /larger than 5 MB/],
  ['without a Content-Length', '/unsized.png', 415, /does not tell its size/],
  ['redirected twice', '/twice', 422, /redirects more than once/],
  ['redirected to nowhere', '/nowhere', 422, /redirect/],
  ['redirected to http', '/away?to=http://pictures.example/good.png', 422, /no https URL/],
  ['redirected to a file', '/away?to=file:///etc/passwd', 422, /redirects to .*not a URL|no https URL/],
  ['redirected to a private address', '/away?to=https://10.0.0.1/a.png', 422, /private or reserved/],
  ['redirected to a password', '/away?to=https://a:b@pictures.example/a.png', 422, /user name or password/],
  ['missing', '/missing.png', 422, /answered 404/],
])('an image that is %s is refused: %s', async (_what, path, status, detail) => {
  const fault = await faultOf(inspectImages(honest(), [`${host.url}/good.png`, host.url + path]));
  expect(fault).toEqual({ status, detail: expect.stringMatching(detail) });
  expect(fault.detail).toMatch(/^reference_image_urls\[1\]: /);
});

test.each([
  ['not https', 'http://pictures.example/a.png', /no https URL/],
  ['no URL', 'pictures', /not a URL/],
  ['a file', 'file:///etc/passwd', /not a URL|no https URL/],
  ['too long', `https://pictures.example/${'a'.repeat(2048)}`, /at most 2048 characters/],
  ['one with a password', 'https://ada:secret@pictures.example/a.png', /user name or password/],
  ['a loopback address', 'https://127.0.0.1/a.png', /private or reserved/],
  ['a loopback address in hexadecimal', 'https://0x7f000001/a.png', /private or reserved/],
  ['a loopback address in one number', 'https://2130706433/a.png', /private or reserved/],
  ['where clouds tell their secrets', 'https://169.254.169.254/latest', /private or reserved/],
  ['a mapped address', 'https://[::ffff:127.0.0.1]/a.png', /private or reserved/],
  ['IPv6 loopback', 'https://[::1]/a.png', /private or reserved/],
])('a URL that is %s is refused before anything is asked', async (_what, url, detail) => {
  const outside = createOutside({
    resolve: async () => {
      throw new Error('nobody asks');
    },
  });
  const fault = await faultOf(inspectImages(outside, [url]));
  expect(fault).toEqual({ status: 422, detail: expect.stringMatching(detail) });
  expect(fault.detail).not.toContain('secret');
});

test('a name with one private address among public ones is refused', async () => {
  const before = host.asked.length;
  const fault = await faultOf(
    inspectImages(
      door(() => [PUBLIC, PRIVATE]),
      [`${host.url}/good.png`],
    ),
  );
  expect(fault).toMatchObject({ status: 422, detail: expect.stringMatching(/private or reserved/) });
  expect(host.asked).toHaveLength(before);
});

test('a resolver that lies the second time changes nothing: the connection goes to what was checked', async () => {
  let asked = 0;
  const outside = door(() => {
    asked += 1;
    return [asked === 1 ? PUBLIC : PRIVATE];
  });
  const before = inside.asked.length;
  await inspectImages(outside, [`${host.url}/good.png`]);
  expect(asked).toBe(1);
  // The next request is checked anew, and meets the lie.
  expect(await faultOf(fetchImage(outside, `${host.url}/good.png`, 0))).toMatchObject({ status: 422 });
  expect(inside.asked).toHaveLength(before);
});

test('a redirect to a name that leads inside is refused', async () => {
  const outside = door((name) => [name === 'other.example' ? PRIVATE : PUBLIC]);
  const url = `${host.url}/away?to=https://other.example:${host.port}/good.png`;
  expect(await faultOf(inspectImages(outside, [url]))).toMatchObject({
    status: 422,
    detail: expect.stringMatching(/private or reserved/),
  });
  expect(inside.asked).toEqual([]);
});

test('a name without an address, and a host with another’s certificate, are refused', async () => {
  expect(
    await faultOf(
      inspectImages(
        door(() => []),
        [`${host.url}/good.png`],
      ),
    ),
  ).toMatchObject({
    status: 422,
    detail: expect.stringMatching(/has no address/),
  });
  const url = `https://unnamed.example:${host.port}/good.png`;
  expect(await faultOf(inspectImages(honest(), [url]))).toMatchObject({
    status: 422,
    detail: expect.stringMatching(/could not be reached over https/),
  });
});

test('a resolver or a host that never answers costs a bounded time', async () => {
  const patience = { head: 200, get: 200 };
  const url = `${host.url}/silent.png`;
  const late = { status: 422, detail: expect.stringMatching(/took too long/) };
  expect(
    await faultOf(
      inspectImages(
        door(() => [PUBLIC], patience),
        [url],
      ),
    ),
  ).toEqual(late);
  const deaf = createOutside({ resolve: () => new Promise(() => undefined), patience });
  expect(await faultOf(inspectImages(deaf, [url]))).toEqual(late);
});

test('what says it is small and does not end is cut off at 5 MB', async () => {
  const url = `${host.url}/endless.png`;
  await inspectImages(honest(), [url]);
  expect(await faultOf(fetchImage(honest(), url, 2))).toEqual({
    status: 415,
    detail: 'reference_image_urls[2]: it is larger than 5 MB; use a smaller one.',
  });
  expect(LARGEST_IMAGE).toBe(5_242_880);
});

test('what is an image to HEAD and a page to GET is refused', async () => {
  const url = `${host.url}/turned.png`;
  await inspectImages(honest(), [url]);
  expect(await faultOf(fetchImage(honest(), url, 0))).toMatchObject({ status: 415 });
});
