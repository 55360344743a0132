/**
 * What every recogniser reads: the sentences of one scene, and how pieces of the screen are quoted from them.
 */
import type { Piece, Structure } from '../../structure.ts';
import { names, nounPhrases } from '../language/nouns.ts';
import { shorten } from '../language/shorten.ts';
import { DANGLING } from '../language/words.ts';

export type Passage = readonly string[];

/** Looks at a passage and says what it does, or null when it is not of the recogniser's kind. */
export type Recogniser = (passage: Passage) => Structure | null;

const QUOTED_WORDS = 5;

/** The first words of `text` from `from` on, as they are spoken: what a cue hangs on. */
export function quote(text: string, from = 0, words = QUOTED_WORDS): string {
  const spoken = text.slice(from).trim().split(/\s+/).slice(0, words);
  return spoken
    .join(' ')
    .replace(/[.,;:!?"”’)]+$/u, '')
    .replace(/^["“‘(]+/u, '')
    .slice(0, 120);
}

/**
 * A clause of a sentence as a piece: shortened to a few words for the screen; null when no true shortening is found.
 * @param clause as it stands in the sentence
 */
export function piece(clause: string, words?: number): Piece | null {
  const text = shorten(
    clause.replace(
      /^(?:It|They)\s(?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|takes?|all|both|each)\b)(?=\p{Ll}+\s)/iu,
      '',
    ),
    words,
  );
  return text
    ? { text: withCapital(text), say: quote(clause.trim().replace(/^(?:and|then|but|or)\s+/i, '')) }
    : null;
}

/** A piece that is at least the clause's most telling name when the clause itself cannot be shortened. */
export function pieceOrName(clause: string, words?: number): Piece | null {
  const whole = piece(clause, words);
  if (whole) return whole;
  const name = figureName(clause) ?? names(clause)[0];
  return name ? { text: withCapital(name.text), say: quote(clause, name.start) } : null;
}

function figureName(clause: string) {
  return nounPhrases(clause).find(
    (phrase) => phrase.figure && phrase.text.split(' ').length > 1 && phrase.text.split(' ').length <= 6,
  );
}

export const withCapital = (text: string): string =>
  text.replace(/^\p{Ll}(?=\p{Ll}|\s)/u, (letter) => letter.toUpperCase());

/** Members of "A, B and C" as they stand; a member ends where the next begins. */
export function members(series: string): string[] {
  return series
    .replace(/[.!?]+$/, '')
    .split(/\s*[,;]\s*(?:and|or|as well as)\s+|\s*[,;]\s+|\s+(?:and|or|as well as)\s+/)
    .map((member) => member.trim().replace(/^(?:and|or)\s+/, ''))
    .filter(Boolean);
}

/** A name without its article, e.g. a party or a side. */
export const bareName = (text: string): string =>
  text.trim().replace(/^(?:the|a|an|your|our|its|their|my|his|her|this|each)\s+/i, '');

export const endsWell = (text: string): boolean =>
  !DANGLING.has(text.toLowerCase().split(/\s+/).at(-1) ?? '');
