/** What keys look like, decided here alone: whatever is not plainly a name below the root reaches no disk and no bucket. */
import { Fault } from '../errors.ts';

/** ASCII only, so that no two keys look alike; no dot in front, so that no part is hidden, `.` or `..`. */
const PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;
const START_OF_PART = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,127})?$/;
const MOST_PARTS = 8;

export const isPart = (name: string): boolean => PART.test(name);

export function isKey(key: string): boolean {
  const parts = key.split('/', MOST_PARTS + 1);
  return parts.length <= MOST_PARTS && parts.every(isPart);
}

/** Starts of keys: whole parts, then the start of one, which may be empty. */
export function isPrefix(prefix: string): boolean {
  const parts = prefix.split('/', MOST_PARTS + 1);
  const last = parts.pop()!;
  return parts.length < MOST_PARTS && parts.every(isPart) && START_OF_PART.test(last);
}

/** @throws Fault `internal`: keys are made by this program, so a bad one is its mistake */
export function checkedKey(key: string): string {
  if (!isKey(key))
    throw new Fault(
      'internal',
      `A storage key has up to ${MOST_PARTS} parts of letters, digits, ".", "_" and "-", none beginning with a dot.`,
    );
  return key;
}

/** @throws Fault `internal` */
export function checkedPrefix(prefix: string): string {
  if (!isPrefix(prefix))
    throw new Fault(
      'internal',
      'A storage prefix is the start of a key, such as "videos/" or nothing at all.',
    );
  return prefix;
}

export function missing(cause?: unknown): Fault {
  return new Fault(
    'not_found',
    'This file does not exist; fetch the video again for links to what there is.',
    {
      cause,
    },
  );
}

export function replaced(): Fault {
  return new Fault('conflict', 'This file was replaced while it was being read; read it again.');
}
