/** What a request that is not understood ends with: a sentence that says what can be asked for. */
import { ChalktalkError } from '../../errors.ts';

const ABLE =
  'I can change, add or remove words of a scene, rename a term, replace a picture, recolour, move, remove, split, merge or repeat a scene, add a summary, make a scene or the film shorter, longer, slower or faster, change the title, voice, style or aspect ratio, and undo';

/** A part of the request that says nothing known. */
export function notUnderstood(clause: string): ChalktalkError {
  return refusal(`"${shortened(clause)}" was not understood. ${ABLE}; say which, and in which scene.`);
}

/** Understood, but it cannot be done to this film, or not without guessing. */
export function refusal(sentence: string): ChalktalkError {
  return new ChalktalkError('bad_edit', sentence);
}

export function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 80 ? `${letters.slice(0, 80).join('')}…` : text;
}
