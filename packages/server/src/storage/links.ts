/**
 * Links to files: signed, so that nobody makes one up, and with an end, so that none works for good. Whoever has the link
 * needs no key to follow it, as players and caption tracks have none.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { Fault } from '../errors.ts';
import { checkedKey } from './keys.ts';

type LinkSettings = Pick<Config, 'secret' | 'public_url' | 'link_seconds'>;

const AGAIN = 'fetch the video again for a fresh one.';
const EXPIRES = /^[1-9]\d{0,11}$/;
const SIGNATURE = /^[0-9a-f]{64}$/;

/** Links are signed with a key of their own: the secret itself signs other things as well. */
const keys = new Map<string, Buffer>();
function linkKey(secret: string): Buffer {
  let key = keys.get(secret);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, '', 'chalktalk: links to files', 32));
    keys.set(secret, key);
  }
  return key;
}

function signatureOf(secret: string, key: string, expires: string): Buffer {
  return createHmac('sha256', linkKey(secret)).update(`${expires}\n${key}`).digest();
}

/** @param now ms. @returns a link that holds for `link_seconds` */
export function signedLink(config: LinkSettings, key: string, now = Date.now()): string {
  const expires = String(Math.floor(now / 1000) + config.link_seconds);
  const signature = signatureOf(config.secret, checkedKey(key), expires).toString('hex');
  return `${config.public_url.replace(/\/+$/, '')}/files/${key}?expires=${expires}&signature=${signature}`;
}

/**
 * @param given the query of the link, every value of each name
 * @param now ms
 * @returns for how long the link still holds, s
 * @throws Fault `forbidden` when it was not made here, was changed, or has expired
 */
export function checkLink(
  config: Pick<LinkSettings, 'secret'>,
  key: string,
  given: { expires: string[]; signature: string[] },
  now = Date.now(),
): number {
  const [expires = '', ...moreExpires] = given.expires;
  const [signature = '', ...moreSignatures] = given.signature;
  const formed =
    moreExpires.length + moreSignatures.length === 0 && EXPIRES.test(expires) && SIGNATURE.test(signature);
  if (!formed || !timingSafeEqual(signatureOf(config.secret, key, expires), Buffer.from(signature, 'hex')))
    throw new Fault('forbidden', `This link is not valid; ${AGAIN}`);
  const left = Number(expires) - now / 1000;
  if (left <= 0) throw new Fault('forbidden', `This link has expired; ${AGAIN}`);
  return left;
}
