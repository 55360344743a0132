/**
 * How long the voice will take, without asking it: for sizing scripts and for choosing a pace beforehand.
 */
import { CLEAR_PACE } from './choose.ts';
import { normalise } from './normalise/normalise.ts';
import { filmSeconds, PAUSES } from './schedule.ts';

/** Seconds at the voice's own pace, fitted by least squares to `rms` speaking 113 sentences of the shipped notes. */
const PER_VOWEL = 0.0955;
const PER_CONSONANT = 0.0697;
const PER_WORD = 0.029;
const PER_PAUSE = 0.2163;
const PER_SENTENCE = 0.1482;

/**
 * Seconds one sentence takes, from its first sound to its last.
 * @param pace 1 is the voice's own pace; larger is faster
 * @throws ChalktalkError `unspeakable`
 */
export function estimateSeconds(text: string, pace = CLEAR_PACE): number {
  return estimateSpoken(normalise(text).text, pace);
}

/** Seconds a film lasts whose sections say these sentences, with its pauses, at the usual pace. */
export function estimateFilmSeconds(sections: readonly (readonly string[])[]): number {
  const sentences = sections.flat();
  const speech = sentences.reduce((sum, sentence) => sum + estimateSeconds(sentence), 0);
  return filmSeconds(speech, sentences.length, sections.length, PAUSES);
}

/** As `estimateSeconds`, for a text that is already normalised. */
export function estimateSpoken(spoken: string, pace: number): number {
  const { vowels, consonants, words, pauses } = countSounds(spoken);
  return (
    (vowels * PER_VOWEL + consonants * PER_CONSONANT + words * PER_WORD + pauses * PER_PAUSE + PER_SENTENCE) /
    pace
  );
}

export function countSounds(spoken: string): {
  vowels: number;
  consonants: number;
  words: number;
  pauses: number;
} {
  const list = spoken.match(/[a-z']+/g) ?? [];
  let vowels = 0;
  let consonants = 0;
  for (const word of list) {
    const sounded = word.replace(
      /(?<=[aeiouy].*[^aeiouytd])e(?=d$)|(?<=[aeiouy].*[^aeiouyl])e$|(?<=[aeiouy].*[^aeiouyscxzgh])e(?=s$)/,
      '',
    );
    const own = sounded.match(/[aeiouy]+/g)?.length ?? 0;
    vowels += Math.max(1, own);
    const hard = sounded
      .replace(/[aeiouy']+/g, ' ')
      .replace(/(.)\1+/g, '$1')
      .replace(/ck|ch|sh|th|ph|ng|gh|wh/g, 'c');
    consonants += hard.replace(/ /g, '').length;
  }
  return { vowels, consonants, words: list.length, pauses: spoken.match(/,/g)?.length ?? 0 };
}
