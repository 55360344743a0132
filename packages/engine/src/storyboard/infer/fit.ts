/**
 * Fits words to a field of a component: whole, else truly shortened, else cut where a word ends.
 */
import { cutToFit, names, shorten } from '../../script/facts/index.ts';

/** `text` in at most `most` characters: truly shortened, else its most telling name, else cut; without an ellipsis. */
export function fit(text: string, most: number): string {
  const plain = text
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,]+$/, '');
  if (plain.length <= most) return plain;
  const head = plain.split(/ (?:of|for|with|in|on|from|to|at|by) /)[0] as string;
  const name = names(plain, 6).find((phrase) => phrase.text.length <= most)?.text;
  return (
    truly(plain, most) ??
    (head !== plain && head.length <= most ? head : undefined) ??
    name ??
    cutToFit(plain, most)
  );
}

/** `text` in at most `most` characters with nothing lost that it needs, or null. */
export function truly(text: string, most: number): string | null {
  if (text.length <= most) return text;
  for (let words = 9; words >= 3; words -= 1) {
    const short = shorten(text, words, most);
    if (short) return short;
  }
  return null;
}

/** `icon`, or nothing at all, so that the data holds no empty fields. */
export const withIcon = (icon: string | undefined): { icon?: string } => (icon ? { icon } : {});

/** The last words of a sentence, as they are spoken. */
export function lastWords(sentence: string, count = 4): string {
  return sentence
    .trim()
    .split(/\s+/)
    .slice(-count)
    .join(' ')
    .replace(/[.,;:!?"”’)]+$/u, '')
    .slice(0, 120);
}
