/** What a failure tells the person: one sentence that names the fix, and an exit code. Never a stack trace. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ChalktalkError, type ErrorKind } from '@chalktalk/engine';
import { cacheFolder } from './cache.ts';

export interface Failure {
  message: string;
  /** 2: the request should change; 130: stopped by the user; 1: our fault. */
  exitCode: 1 | 2 | 130;
}

/** How the command, of all callers, does what the engine advises. */
const HINTS: Partial<Record<ErrorKind, string>> = {
  no_material: 'A folder of notes is named with --knowledge DIR.',
};

export function explain(error: unknown): Failure {
  if (error instanceof ChalktalkError) {
    if (error.isTheirs) {
      const hint = HINTS[error.kind];
      return { message: hint ? `${error.message} ${hint}` : error.message, exitCode: 2 };
    }
    if (error.kind === 'cancelled') return { message: error.message, exitCode: 130 };
  }
  // The server's own family, known by its name: its package is not loaded for a film. Its sentences name the fix.
  if (error instanceof Error && error.name === 'Fault') return { message: error.message, exitCode: 2 };
  const sentence = error instanceof ChalktalkError ? error.message : 'Something went wrong inside Chalktalk.';
  const file = writeDetails(error);
  return { message: file ? `${sentence} The details are in ${file}.` : sentence, exitCode: 1 };
}

/** The full error in a file of its own; undefined when even that cannot be written. */
function writeDetails(error: unknown): string | undefined {
  const folder = path.join(cacheFolder(), 'errors');
  const file = path.join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.log`);
  const parts: string[] = [];
  for (let one: unknown = error; one !== undefined && parts.length < 8; one = (one as Error).cause) {
    parts.push(one instanceof Error ? (one.stack ?? String(one)) : String(one));
    if (!(one instanceof Error)) break;
  }
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${parts.join('\ncaused by ')}\n`);
    return file;
  } catch {
    return undefined;
  }
}
