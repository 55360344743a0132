/**
 * Whether a note is about a topic. Strict on purpose: a film about something else is worse than none.
 */
import { contentWords, isLight, isSlipOf, sameWord, wordsOf } from './content-words.ts';
import type { Topic } from './topic.ts';

/** What a note can be found by. */
export interface Subject {
  /** Its title and other names, each as content words. */
  names: string[][];
  /** Words of names and headlines. */
  strong: Set<string>;
  /** Words of its narration. */
  spoken: Set<string>;
}

/** Aspects that need a film of their own: a note that merely uses the word does not treat them. */
const ASPECTS = new Set(
  `history origin origins inventor invention future economics politics culture philosophy biography price prices cost costs
   danger dangers risk risks benefit benefits advantage advantages disadvantage disadvantages side effects types kinds list
   best worst recipe business career careers market stock stocks company companies law laws ethics war game games movie film
   book song jobs job lyrics definition`.split(/\s+/),
);

/** @param narration texts that are spoken */
export function subject(
  names: readonly string[],
  headlines: readonly string[],
  narration: readonly string[],
): Subject {
  return {
    names: names.map(contentWords).filter((words) => words.length > 0),
    strong: new Set([...names, ...headlines].flatMap((text) => withJoins(wordsOf(text)))),
    spoken: new Set(narration.flatMap(wordsOf)),
  };
}

/** A topic's content words, typing slips mended where `vocabulary` (all words of all notes) does not know a word. */
export function wordsOfTopic(
  topic: Topic,
  names: Iterable<string>,
  vocabulary: (word: string) => boolean,
): string[] {
  const words = contentWords(topic.phrase);
  const candidates = [...new Set(names)];
  return words.map((word) => {
    if (vocabulary(word)) return word;
    const meant = candidates.filter((name) => isSlipOf(word, name));
    return meant.length > 0 ? meant[0]! : word;
  });
}

/**
 * How well the note fits, from 0 (not about it) to 1 (one of its names is the topic).
 * All of a name's words must be in the topic, and all of the topic's words in the note's names and headlines;
 * of a clause ("how do planes stay up in thin air") its further words may come from the narration.
 */
export function fitOf(words: readonly string[], isClause: boolean, note: Subject): number {
  const heavy = words.filter((word) => !isLight(word));
  const needed = heavy.length > 0 ? heavy : [...words];
  if (needed.length === 0) return 0;
  const joined = withJoins(words);
  let best = 0;
  for (const name of note.names) {
    const parts = withJoins(name);
    const isNamed = name.every(
      (word) => joined.some((one) => sameWord(one, word)) || isPartOfJoin(word, name, joined),
    );
    if (!isNamed) continue;
    const covered = needed.filter(
      (word) => parts.some((one) => sameWord(one, word)) || isPartOfJoin(word, words, parts),
    );
    const rest = needed.filter((word) => !covered.includes(word));
    if (covered.length === 0) continue;
    if (
      rest.length > 0 &&
      !rest.every((word) => isCovered(word, words, note, isClause && covered.includes(needed[0]!)))
    )
      continue;
    best = Math.max(best, covered.length / needed.length);
  }
  return best;
}

function isCovered(word: string, words: readonly string[], note: Subject, fromNarration: boolean): boolean {
  const within = (set: Set<string>) => [...set].some((one) => sameWord(one, word));
  if (within(note.strong) || isPartOfJoin(word, words, [...note.strong])) return true;
  return fromNarration && !ASPECTS.has(word) && within(note.spoken);
}

/** "wi" of "wi fi" where the others write "wifi". */
function isPartOfJoin(word: string, own: readonly string[], others: readonly string[]): boolean {
  return own.some(
    (first, index) =>
      index + 1 < own.length &&
      (first === word || own[index + 1] === word) &&
      others.some((one) => one.length >= 4 && sameWord(one, first + own[index + 1])),
  );
}

/** The words, and each pair of neighbours written as one. */
function withJoins(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, index) => `${words[index]}${word}`)];
}
