/**
 * The order in which a note's sentences earn their place in a film: what is in every film first, then each
 * further level of `{from}`. A film of any length is a beginning of this order.
 */
import type { Note } from './note.ts';
import { countWords } from './pace.ts';

/** A run of sentences that enters a film at once: those of one paragraph from where the last grain ended. */
export interface Grain {
  part: number;
  paragraph: number;
  /** Sentences of the paragraph that are in the film once this grain is. */
  upTo: number;
  /** The `{from}` it belongs to, in seconds. */
  level: number;
}

/** A scene is worth making from about this many words on: five seconds. */
const LEAD_WORDS = 12;
/** Opening and close are whole in every film as long as they are no longer than this. */
const PROTECTED_WORDS = 45;

/** Every sentence of the note, once. */
export function orderOfPlaces(note: Note): Grain[] {
  const last = note.parts.length - 1;
  const order: Grain[] = [];
  const placed = new Map<string, number>();

  const place = (part: number, paragraph: number, upTo: number) => {
    const key = `${part}.${paragraph}`;
    if (upTo <= (placed.get(key) ?? 0)) return;
    placed.set(key, upTo);
    order.push({ part, paragraph, upTo, level: note.parts[part]!.paragraphs[paragraph]!.from });
  };
  const placeLead = (part: number, paragraph: number) => {
    place(part, paragraph, leadLength(note.parts[part]!.paragraphs[paragraph]!.sentences));
  };
  const placeSentences = (part: number, paragraph: number, words = Number.POSITIVE_INFINITY) => {
    let spent = 0;
    for (const [index, sentence] of note.parts[part]!.paragraphs[paragraph]!.sentences.entries()) {
      spent += countWords(sentence);
      if (spent > words && index > 0) break;
      place(part, paragraph, index + 1);
    }
  };

  const always = at(note, 0);
  const frame = always.filter(({ part }) => part === 0 || part === last);
  for (const part of new Set([0, last])) {
    const first = frame.find((one) => one.part === part);
    if (first) placeLead(first.part, first.paragraph);
  }
  for (const part of new Set([0, last])) {
    let words = PROTECTED_WORDS;
    for (const one of frame.filter((place) => place.part === part)) {
      const { sentences } = note.parts[part]!.paragraphs[one.paragraph]!;
      if (words > 0) placeSentences(part, one.paragraph, words);
      words -= countWords(sentences.join(' '));
    }
  }
  for (const level of new Set([
    0,
    ...note.parts.flatMap((part) => part.paragraphs.map((one) => one.from)).sort((a, b) => a - b),
  ])) {
    const here = at(note, level);
    // At the first level every scene gets its first words before any gets more; a scene of a later level comes whole.
    if (level === 0)
      for (const { part } of here) placeLead(part, here.find((one) => one.part === part)!.paragraph);
    for (const { part, paragraph } of here) {
      const isNew = !order.some((one) => one.part === part);
      if (isNew) placeLead(part, paragraph);
      placeSentences(part, paragraph);
    }
  }
  return order;
}

/** The paragraphs of one level in the order of the note. */
function at(note: Note, level: number): { part: number; paragraph: number }[] {
  return note.parts.flatMap((part, index) =>
    part.paragraphs.flatMap((one, paragraph) => (one.from === level ? [{ part: index, paragraph }] : [])),
  );
}

function leadLength(sentences: readonly string[]): number {
  let words = 0;
  for (const [index, sentence] of sentences.entries()) {
    words += countWords(sentence);
    if (words >= LEAD_WORDS) return index + 1;
  }
  return sentences.length;
}
