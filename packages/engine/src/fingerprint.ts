/**
 * What the engine is made of, as one hash: its sources and the versions of what it draws and speaks with.
 * Stored stages and cached clips carry it, so nothing made by an older engine is mistaken for today's.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = path.dirname(fileURLToPath(import.meta.url));

let known: string | undefined;

/** SHA-256, hex, over the engine's own files (not its tests) and its pinned dependencies. */
export function engineFingerprint(): string {
  if (known === undefined) {
    const hash = createHash('sha256');
    for (const file of sources(SOURCES)) {
      hash.update(path.relative(SOURCES, file)).update('\0').update(readFileSync(file)).update('\0');
    }
    hash.update(readFileSync(path.join(SOURCES, '..', 'package.json')));
    known = hash.digest('hex');
  }
  return known;
}

/** A short stable name for any plain JSON value. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return sources(file);
      return /\.(ts|wasm|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [file] : [];
    });
}
