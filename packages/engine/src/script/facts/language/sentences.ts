/**
 * Sentences as the keyless planner wants them: each closed by a mark of its own.
 */
import { splitSentences } from '../../sentences.ts';

/** Sentences of a paragraph, in order, without fragments of mere punctuation. */
export function sentencesOf(paragraph: string): string[] {
  return splitSentences(paragraph)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map(closed);
}

/** The sentence with a full stop, where it has no mark of its own. */
export function closed(sentence: string): string {
  const text = sentence
    .trim()
    .replace(/[,;:–—-]+$/, '')
    .trim();
  return /[.!?…。！？]["'”’)\]]*$/.test(text) ? text.replace(/\.{2,}|…$/, '.') : `${text}.`;
}
