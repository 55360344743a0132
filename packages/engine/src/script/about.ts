/**
 * Whether a note is about a topic. Strict on purpose: a film about something else is worse than none.
 */
import { contentWords, formsOf, isLight, isSlipOf, sameWord, wordsOf } from './content-words.ts';
import type { Topic } from './topic.ts';

/** Aspects that need a film of their own: a note that merely uses the word does not treat them. */
const ASPECTS = new Set(
  `history origin origins inventor invention future economics politics culture philosophy biography price prices cost costs
   danger dangers risk risks benefit benefits advantage advantages disadvantage disadvantages side effects types kinds list
   best worst recipe business career careers market stock stocks company companies law laws ethics war game games movie film
   book song jobs job lyrics definition`.split(/\s+/),
);

/** Of two notes whose names say the same, the one that says it in the words asked with is meant. */
const NOT_AS_TYPED = 0.99;

/** True for an aspect of subjects ("history"), which names none. */
export function isAspect(word: string): boolean {
  return ASPECTS.has(word);
}

/** What a note can be found by. */
export interface Subject {
  /** Its title and other names, each as content words. */
  names: string[][];
  /** Words of names and headlines. */
  strong: Set<string>;
  /** Words of its narration. */
  spoken: Set<string>;
  /** Neighbours in its narration, as `pair` writes them. */
  pairs: Set<string>;
}

/** @param narration texts that are spoken */
export function subject(
  names: readonly string[],
  headlines: readonly string[],
  narration: readonly string[],
): Subject {
  const told = narration.map(wordsOf);
  return {
    names: names.map(contentWords).filter((words) => words.length > 0),
    strong: new Set([...names, ...headlines].flatMap((text) => withJoins(wordsOf(text)))),
    spoken: new Set(told.flat()),
    pairs: new Set(told.flatMap((words) => words.slice(1).map((word, index) => pair(words[index]!, word)))),
  };
}

/** A topic's words that carry meaning, in order. */
export interface TopicWord {
  word: string;
  /** Follows the one before it without another word between them. */
  runsOn: boolean;
}

/** A topic's content words, typing slips mended where `vocabulary` (all words of all notes) does not know a word. */
export function wordsOfTopic(
  topic: Topic,
  names: Iterable<string>,
  vocabulary: (word: string) => boolean,
): TopicWord[] {
  const all = wordsOf(topic.phrase);
  const content = new Set(contentWords(topic.phrase));
  return all.flatMap((word, index) => {
    if (!content.has(word)) return [];
    const meant = vocabulary(word) ? undefined : [...names].find((name) => isSlipOf(word, name));
    return [{ word: meant ?? word, runsOn: index > 0 && content.has(all[index - 1]!) }];
  });
}

/**
 * How well the note fits, from 0 (not about it) to 1 (one of its names is the topic, word for word).
 * All of a name's words must be in the topic, and all of the topic's words in the note's names and headlines;
 * of a clause ("how do planes stay up in thin air") its further words may come from the narration.
 */
export function fitOf(topic: readonly TopicWord[], isClause: boolean, note: Subject): number {
  const words = topic.map(({ word }) => word);
  const heavy = words.filter((word) => !isLight(word, isClause));
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
    const mayBeTold = isClause && covered.includes(needed[0]!);
    const before = (word: string) => {
      const index = words.indexOf(word);
      const neighbour = topic[index]!.runsOn ? words[index - 1]! : '';
      return covered.includes(neighbour) ? neighbour : undefined;
    };
    if (
      !rest.every((word) => isHeadlined(word, words, note) || (mayBeTold && isTold(word, before(word), note)))
    )
      continue;
    const asTyped = name.join(' ') === words.join(' ');
    best = Math.max(best, (covered.length / needed.length) * (asTyped ? 1 : NOT_AS_TYPED));
  }
  return best;
}

function isHeadlined(word: string, words: readonly string[], note: Subject): boolean {
  const strong = [...note.strong];
  return strong.some((one) => sameWord(one, word)) || isPartOfJoin(word, words, strong);
}

/**
 * Whether the narration speaks of it. A word right behind the name may make another thing of it ("heart attack"):
 * then the narration must have the two together.
 */
function isTold(word: string, named: string | undefined, note: Subject): boolean {
  if (isAspect(word)) return false;
  if (named !== undefined) return note.pairs.has(pair(named, word));
  return [...note.spoken].some((one) => sameWord(one, word));
}

function pair(first: string, second: string): string {
  return `${formsOf(first)[0]} ${formsOf(second)[0]}`;
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
