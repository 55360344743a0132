/**
 * How long a film lasts, by an average voice: the measure for cutting a note to length before it is spoken.
 */

/** Seconds a film of these sections lasts; each section is its sentences in order. */
export type FilmEstimator = (sections: readonly (readonly string[])[]) => number;

/** While speaking; with its pauses the voice comes to about 145 words a minute. */
const WORDS_PER_MINUTE = 165;
const BETWEEN_SENTENCES = 0.4;
const BETWEEN_SECTIONS = 0.8;
const BEFORE_AND_AFTER = 0.5 + 1.2;

/** An estimate (s) from the number of words alone. */
export const estimateByWords: FilmEstimator = (sections) => {
  let words = 0;
  let pauses = Math.max(0, sections.length - 1) * BETWEEN_SECTIONS;
  for (const sentences of sections) {
    pauses += Math.max(0, sentences.length - 1) * BETWEEN_SENTENCES;
    for (const sentence of sentences) words += countWords(sentence);
  }
  return BEFORE_AND_AFTER + pauses + (words * 60) / WORDS_PER_MINUTE;
};

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
