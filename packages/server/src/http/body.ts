/** The bodies of requests: read within bounds, whatever their Content-Type says, and taken as one JSON document. */
import type { Context } from 'hono';
import { Fault } from '../errors.ts';

/** Bytes. */
export const LARGEST_BODY = 4 * 1024 * 1024;
const DEEPEST = 64;
/** Bytes of all bodies that are being read at once, so that no number of senders fills the memory. */
const MOST_AT_ONCE = 64 * LARGEST_BODY;
let atOnce = 0;

export function bodyTooLarge(): Fault {
  return new Fault(
    'bad_request',
    `The body is larger than ${LARGEST_BODY / 1024 / 1024} MB, the most this server reads; send fewer or shorter items.`,
    // What is left of it is not read, so the connection is of no more use.
    { headers: { Connection: 'close' } },
  );
}

/** Refuses by its length alone, before a byte is read. */
export function refuseByLength(c: Context): void {
  const declared = c.req.header('content-length');
  if (declared !== undefined && !(Number(declared) <= LARGEST_BODY)) throw bodyTooLarge();
}

async function readBody(c: Context): Promise<Uint8Array> {
  refuseByLength(c);
  const reader = c.req.raw.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new Fault('bad_request', 'The body broke off before its end; send it again.', { cause });
      });
      if (done) return Buffer.concat(chunks, size);
      size += value.length;
      atOnce += value.length;
      if (size > LARGEST_BODY) throw bodyTooLarge();
      if (atOnce > MOST_AT_ONCE)
        throw new Fault('unavailable', 'Too many large bodies arrive at once; try again in a few seconds.', {
          headers: { 'Retry-After': '2', Connection: 'close' },
        });
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    atOnce -= size;
  }
}

/** How deep brackets nest, as far as it matters; text inside quotes does not count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a body says, or the fault of one that says nothing. Thrown by whoever has counted the request. */
export type Said = { json: unknown } | { fault: Fault };

/** @throws Fault `bad_request` for a body too large, or broken off */
export async function readJson(c: Context): Promise<Said> {
  const bytes = await readBody(c);
  const unreadable = (detail: string) => ({ fault: new Fault('unprocessable', detail) });
  if (bytes.length === 0) return unreadable('The body is empty; send a JSON document.');
  const encoding = c.req.header('content-encoding');
  if (encoding && encoding.toLowerCase() !== 'identity')
    return unreadable('The body is compressed; send it plain, without Content-Encoding.');
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return unreadable('The body is not valid UTF-8; send JSON in UTF-8.');
  }
  if (isTooDeep(text))
    return unreadable(`The body nests more than ${DEEPEST} levels deep; send the documented fields only.`);
  try {
    return { json: JSON.parse(text) };
  } catch {
    return unreadable(
      'The body is not valid JSON; check its quotes, commas and brackets, and that it is one document.',
    );
  }
}
