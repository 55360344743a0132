/**
 * Leaves out of a request to show what this cut of the film does not say.
 * Walks the data generically: whatever carries a `say` is a part.
 */
import type { z } from 'zod';
import type { Show } from './show.ts';
import { findSpoken } from './spoken.ts';

type Key = string | number;
type Holder = Record<Key, unknown>;

/**
 * A copy of `show` without the parts whose `say` does not occur in `words` (the narration split at white space).
 * Parts that the schema cannot do without stay, and lose only their `say`.
 */
export function pruneShow(show: Show, words: readonly string[], schema: z.ZodType): Show {
  const pruned = structuredClone(show);
  const box = { data: pruned.data };
  const isValid = () => schema.safeParse(box.data).success;
  const isUnspoken = (value: unknown) => {
    const say = (value as { say?: unknown } | null)?.say;
    return typeof say === 'string' && findSpoken(say, words) < 0;
  };

  // From the back, so that what comes first is kept where a component needs some of its parts, and so that
  // what refers to a part goes before the part.
  for (const path of partsOf(box.data).reverse()) {
    const part = at(box.data, path);
    if (!isUnspoken(part)) continue;
    const before = box.data;
    const isGone =
      path.length > 0 && !isReferredTo(box, path, isUnspoken) && remove(box, path, isUnspoken, schema);
    if (isGone) continue;
    box.data = structuredClone(before);
    delete (at(box.data, path) as Holder).say;
    if (!isValid()) box.data = before;
  }
  leaveWithEntrance(show.data, box, isValid);

  pruned.data = box.data;
  if (isUnspoken(pruned.remark)) delete pruned.remark;
  return pruned;
}

/** Paths of everything that carries a `say`, in the order of the data. */
function partsOf(data: unknown): Key[][] {
  const found: Key[][] = [];
  const visit = (value: unknown, path: Key[]) => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof (value as Holder).say === 'string') found.push(path);
    for (const [key, inner] of Object.entries(value))
      visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(data, []);
  return found;
}

/** Removes the part at `path`, and unspoken parts that make no sense without it; false when the schema objects. */
function remove(
  box: { data: unknown },
  path: Key[],
  isUnspoken: (value: unknown) => boolean,
  schema: z.ZodType,
): boolean {
  box.data = structuredClone(box.data);
  drop(box.data, path);
  for (let round = 0; round < 12; round++) {
    const result = schema.safeParse(box.data);
    if (result.success) return true;
    // An edge without its node, a ratio without its bar: the complaint points into what must go too.
    const orphan = result.error.issues
      .filter((issue) => issue.code === 'custom' && issue.path.length > 1)
      .map((issue) => issue.path.slice(0, -1) as Key[])
      .at(-1);
    const value = orphan && at(box.data, orphan);
    const isQuiet = value !== undefined && (!(value as Holder).say || isUnspoken(value));
    if (!orphan || !isQuiet) return false;
    drop(box.data, orphan);
  }
  return false;
}

/** A named part (an actor, a path) that others still in the picture speak of must stay. */
function isReferredTo(box: { data: unknown }, path: Key[], isUnspoken: (value: unknown) => boolean): boolean {
  const name = path.at(-1)!;
  if (typeof name === 'number' || path.length < 2) return false;
  const rest = structuredClone(box.data);
  drop(rest, path);
  return mentions(rest, name, isUnspoken);
}

function mentions(value: unknown, name: string, isUnspoken: (value: unknown) => boolean): boolean {
  if (typeof value === 'string') return value.split(/[\s.]+/).includes(name);
  if (typeof value !== 'object' || value === null || isUnspoken(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) => !['say', 'text', 'label', 'icon'].includes(key) && mentions(inner, name, isUnspoken),
  );
}

/**
 * An actor of the stage comes with the cue that has it enter, mixes it, or makes it of others; without that cue it
 * would stand there from the start. It goes too, unless something spoken still needs it.
 */
function leaveWithEntrance(original: unknown, box: { data: unknown }, isValid: () => boolean): void {
  const phrases = (data: unknown) => {
    const cues = (data as { cues?: unknown } | null)?.cues;
    return Array.isArray(cues) ? cues.map((cue) => String((cue as { do?: unknown } | null)?.do ?? '')) : [];
  };
  const kept = phrases(box.data);
  for (const phrase of phrases(original)) {
    if (kept.includes(phrase)) continue;
    for (const name of comersIn(phrase)) {
      const before = box.data;
      box.data = structuredClone(before);
      drop(box.data, ['actors', name]);
      if (mentions(box.data, name, () => false) || !isValid()) box.data = before;
    }
  }
}

/** Names of those who take the stage by a phrase. */
function comersIn(phrase: string): string[] {
  const comers = /^enter (.+?)(?: from \w+)?$|^(?:mix|merge|split) .* into (.+)$/.exec(phrase.trim());
  return (comers?.[1] ?? comers?.[2] ?? '').split(/, | and /).filter((name) => /^[a-z]\w*$/.test(name));
}

function drop(data: unknown, path: Key[]): void {
  const holder = at(data, path.slice(0, -1)) as Holder | unknown[] | undefined;
  const key = path.at(-1)!;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (holder) delete holder[key];
}

function at(data: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Holder | null | undefined)?.[key], data);
}
