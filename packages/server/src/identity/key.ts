/** What an API key looks like: `kn_` and 64 hex digits. It is shown once; a SHA-256 of it is all that is kept. */
import { createHash, randomBytes } from 'node:crypto';

const KEY = /^kn_[0-9a-f]{64}$/;

export function newKey(): string {
  return `kn_${randomBytes(32).toString('hex')}`;
}

/**
 * The hash under which a key is stored, or undefined for what cannot be a key. Keys are found by this hash: whoever
 * measures how long that takes learns about the hash of a guess, which says nothing about the key.
 */
export function keyHash(header: string | null | undefined): string | undefined {
  if (header?.length !== 67 || !KEY.test(header)) return undefined;
  return createHash('sha256').update(header).digest('hex');
}
