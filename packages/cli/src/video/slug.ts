/** A folder name from a task: lower-case words joined by hyphens, at most 60 characters. */
import { createHash } from 'node:crypto';

export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const next = slug ? `${slug}-${word}` : word;
    if (next.length > 60) break;
    slug = next;
  }
  // A task without a single usable word still gets a name of its own.
  return slug || `film-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
