/**
 * How long the voice will take, without asking it: for sizing scripts and for choosing a pace beforehand.
 */
import { CLEAR_TEMPO } from './choose.ts';
import { normalise } from './normalise/normalise.ts';
import { filmSeconds, PAUSES } from './schedule.ts';

/** Seconds at the voice's own pace, fitted by least squares to `rms` speaking 279 sentences of the shipped notes. */
const PER_VOWEL = 0.0763;
const PER_CONSONANT = 0.0736;
const PER_WORD = 0.0481;
const PER_PAUSE = 0.2077;
const PER_SENTENCE = 0.1306;

/** The last e of "made", "makes" and "turned" is not heard; that of "wanted", "boxes", "apple" and "the" is. */
const SILENT_E =
  /(?<=[aeiouy].*[^aeiouytd])e(?=d$)|(?<=[aeiouy].*[^aeiouyl])e$|(?<=[aeiouy].*[^aeiouyscxzgh])e(?=s$)/;

/**
 * Seconds one sentence takes, from its first sound to its last.
 * @param tempo 1 is the own pace of `rms`; larger is faster (`chooseVoice` gives it for a brief)
 * @throws ChalktalkError `unspeakable`
 */
export function estimateSeconds(text: string, tempo = CLEAR_TEMPO): number {
  return estimateSpoken(normalise(text).text, tempo);
}

/** Seconds a film lasts whose sections say these sentences, with its pauses. */
export function estimateFilmSeconds(sections: readonly (readonly string[])[], tempo = CLEAR_TEMPO): number {
  const sentences = sections.flat();
  const speech = sentences.reduce((sum, sentence) => sum + estimateSeconds(sentence, tempo), 0);
  return filmSeconds(speech, sentences.length, sections.length, PAUSES);
}

/** As `estimateSeconds`, for a text that is already normalised. */
export function estimateSpoken(spoken: string, tempo: number): number {
  const { vowels, consonants, words, pauses } = countSounds(spoken);
  const sounds = vowels * PER_VOWEL + consonants * PER_CONSONANT + words * PER_WORD;
  return (sounds + pauses * PER_PAUSE + PER_SENTENCE) / tempo;
}

/** Counts of what `estimateSpoken` weighs, judged by the letters. */
export function countSounds(spoken: string): Record<'vowels' | 'consonants' | 'words' | 'pauses', number> {
  const list = spoken.match(/[a-z']+/g) ?? [];
  let vowels = 0;
  let consonants = 0;
  for (const word of list) {
    const sounded = word.replace(SILENT_E, '');
    vowels += Math.max(1, sounded.match(/[aeiouy]+/g)?.length ?? 0);
    const hard = sounded.replace(/[aeiouy']+/g, ' ').replace(/([^ ])\1+/g, '$1');
    consonants += hard.replace(/ck|ch|sh|th|ph|ng|gh|wh/g, 'c').replaceAll(' ', '').length;
  }
  return { vowels, consonants, words: list.length, pauses: spoken.match(/,/g)?.length ?? 0 };
}
