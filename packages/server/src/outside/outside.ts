/**
 * The one door for requests to addresses that strangers name. Only https; every address that the name leads to must be
 * public; the connection goes to an address that was looked at, so that a second answer of the DNS changes nothing; one
 * redirect at most, held to the same rules. Time and bytes are bounded, and nothing is sent that tells who asks.
 */
import dns from 'node:dns/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { Fault } from '../errors.ts';
import { isPublic } from './addresses.ts';

export interface OutsideOptions {
  /** All addresses of a name; default: the system's resolver. */
  resolve?: (host: string) => Promise<string[]>;
  /** Which addresses may be asked; default: those of the public internet. */
  isAllowed?: (address: string) => boolean;
  /** Authorities beside those that Node trusts, PEM. */
  ca?: string;
  /** Until the last byte, redirect and name included, ms. */
  patience?: { head: number; get: number };
}

/** Bytes are there for a GET alone. */
export interface OutsideAnswer {
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

export interface Outside {
  /** @throws Fault `unprocessable` when the address breaks a rule or does not answer well; `what` names it there */
  head(url: string, what: string): Promise<OutsideAnswer>;
  /** @param most bytes. @throws Fault `unprocessable`, and `bad_media` once more than `most` have come */
  get(url: string, what: string, most: number): Promise<OutsideAnswer>;
}

const PATIENCE = { head: 8_000, get: 30_000 };
const LONGEST_URL = 2048;
/** Requests under way at once, whoever asks. */
const MOST_AT_ONCE = 64;
const REDIRECTS = [301, 302, 303, 307, 308];

export function createOutside(options: OutsideOptions = {}): Outside {
  const { resolve = addressesOf, isAllowed = isPublic, ca, patience = PATIENCE } = options;
  let atOnce = 0;

  /** The addresses that a URL leads to, every one of them allowed. */
  async function checked(url: URL, what: string, signal: AbortSignal): Promise<string[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = net.isIP(host) ? [host] : await within(signal, resolve(host)).catch(() => []);
    signal.throwIfAborted();
    if (addresses.length === 0)
      throw new Fault('unprocessable', `${what}: its host has no address; check the name in the URL.`);
    if (!addresses.every(isAllowed))
      throw new Fault(
        'unprocessable',
        `${what}: its host leads to a private or reserved address; use a URL on the public internet.`,
      );
    return addresses;
  }

  async function ask(method: 'HEAD' | 'GET', given: string, what: string, most: number) {
    const signal = AbortSignal.timeout(method === 'HEAD' ? patience.head : patience.get);
    let url = checkedUrl(given, what);
    for (let redirects = 0; ; redirects += 1) {
      const addresses = await checked(url, what, signal);
      const response = await open(method, url, addresses, ca, signal);
      try {
        const { statusCode = 0, headers } = response;
        if (REDIRECTS.includes(statusCode)) {
          if (redirects === 1)
            throw new Fault(
              'unprocessable',
              `${what}: it redirects more than once; use the URL that it leads to.`,
            );
          url = checkedUrl(headers.location ?? '', what, url);
          continue;
        }
        if (statusCode !== 200)
          throw new Fault(
            'unprocessable',
            `${what}: its host answered ${statusCode}; use a URL that answers without signing in.`,
          );
        return { headers, bytes: method === 'GET' ? await read(response, what, most) : Buffer.alloc(0) };
      } finally {
        response.destroy();
      }
    }
  }

  async function guarded(method: 'HEAD' | 'GET', given: string, what: string, most = 0) {
    if (atOnce >= MOST_AT_ONCE)
      throw new Fault('unavailable', 'Too many images are being fetched; try again in a few seconds.', {
        headers: { 'Retry-After': '5' },
      });
    atOnce += 1;
    try {
      return await ask(method, given, what, most);
    } catch (error) {
      if (error instanceof Fault) throw error;
      const late = error instanceof Error && error.name === 'TimeoutError';
      throw new Fault(
        'unprocessable',
        late
          ? `${what}: its host took too long; use one that answers within seconds.`
          : `${what}: its host could not be reached over https; open the URL in a browser to see why.`,
        // What the network said names addresses; it is kept for nobody.
      );
    } finally {
      atOnce -= 1;
    }
  }

  return {
    head: (url, what) => guarded('HEAD', url, what),
    get: (url, what, most) => guarded('GET', url, what, most),
  };
}

/** @throws Fault `unprocessable` */
export function checkedUrl(given: string, what: string, base?: URL): URL {
  const url =
    given.length <= LONGEST_URL && URL.canParse(given, base?.href) ? new URL(given, base) : undefined;
  if (!url || url.hostname === '')
    throw new Fault(
      'unprocessable',
      `${what}: ${base ? 'it redirects to what is' : 'this is'} not a URL of at most ${LONGEST_URL} characters.`,
    );
  if (url.protocol !== 'https:')
    throw new Fault(
      'unprocessable',
      `${what}: ${base ? 'it redirects to' : 'this is'} no https URL; use https.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new Fault('unprocessable', `${what}: a URL may not carry a user name or password; leave them out.`);
  return url;
}

async function addressesOf(host: string): Promise<string[]> {
  return (await dns.lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** Resolves as `work` does, or rejects when the signal fires: a resolver cannot be interrupted. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Connects to one of `addresses` and to nothing else; the certificate must still be that of the URL's host. */
function open(
  method: string,
  url: URL,
  addresses: string[],
  ca: string | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const found = addresses.map((address) => ({ address, family: net.isIP(address) }));
  const lookup: net.LookupFunction = (_host, { all }, callback) =>
    all ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family);
  return new Promise((resolve, reject) => {
    const request = https.request(url, {
      method,
      lookup,
      signal,
      // A connection of its own: none that was opened for another name is used again.
      agent: false,
      headers: { 'User-Agent': 'Chalktalk', Accept: 'image/*', 'Accept-Encoding': 'identity' },
      ...(ca === undefined ? {} : { ca }),
    });
    request.once('response', resolve);
    request.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    request.end();
  });
}

/** Reads no more than `most` bytes, whatever the headers promise. */
async function read(response: IncomingMessage, what: string, most: number): Promise<Buffer> {
  const tooLarge = () =>
    new Fault('bad_media', `${what}: it is larger than ${most / 1024 / 1024} MB; use a smaller one.`);
  if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
