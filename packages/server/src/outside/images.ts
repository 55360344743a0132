/** Reference images of an edit: looked at before the edit is taken in, fetched while it is made. */
import { Fault } from '../errors.ts';
import type { Outside } from './outside.ts';

/** Bytes. */
export const LARGEST_IMAGE = 5 * 1024 * 1024;
export const MOST_IMAGES = 5;

export interface FetchedImage {
  /** `image/png`. */
  type: string;
  bytes: Buffer;
}

const nameOf = (index: number) => `reference_image_urls[${index}]`;

/** Asks for every image's head, all at once. @throws Fault `unprocessable`, `bad_media`, of the first that breaks a rule */
export async function inspectImages(outside: Outside, urls: string[]): Promise<void> {
  const looks = await Promise.allSettled(
    urls.map(async (url, index) => {
      const { headers } = await outside.head(url, nameOf(index));
      typeOf(headers['content-type'], nameOf(index));
      const length = headers['content-length'];
      if (length === undefined || !/^\d{1,15}$/.test(length))
        throw new Fault(
          'bad_media',
          `${nameOf(index)}: its host does not tell its size; use one that answers HEAD with a Content-Length.`,
        );
      if (Number(length) > LARGEST_IMAGE)
        throw new Fault(
          'bad_media',
          `${nameOf(index)}: it is larger than ${LARGEST_IMAGE / 1024 / 1024} MB; use a smaller one.`,
        );
    }),
  );
  for (const look of looks) if (look.status === 'rejected') throw look.reason;
}

/** @throws Fault `unprocessable`, `bad_media` */
export async function fetchImage(outside: Outside, url: string, index: number): Promise<FetchedImage> {
  const { headers, bytes } = await outside.get(url, nameOf(index), LARGEST_IMAGE);
  return { type: typeOf(headers['content-type'], nameOf(index)), bytes };
}

function typeOf(header: string | undefined, what: string): string {
  const type = (header ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (/^image\/[a-z0-9][a-z0-9.+-]{0,63}$/.test(type)) return type;
  throw new Fault('bad_media', `${what}: it is no image; use a URL whose Content-Type is image/*.`);
}
