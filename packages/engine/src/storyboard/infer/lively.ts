/**
 * Sees to it that something happens while the voice speaks: the first part comes in early, and a picture that does
 * not move of itself gets a remark where too long would pass between its parts.
 */
import { names, nounPhrases, shorten } from '../../script/facts/index.ts';
import type { Show } from '../../script/show.ts';
import { findPhrase } from '../bind.ts';
import type { Offer } from './offer.ts';

/** About four seconds of speech: longer than that nothing may stand still. */
const MOST_WORDS = 9;
/** The first part is there within so many words. */
const EARLY_WORDS = 7;
/** Further than this before its own words no part is shown. */
const TOO_EARLY_WORDS = 16;
const REMARK_CHARACTERS = 60;

interface Quoting {
  say: string;
}

/** The offer as a request to show it; `still` when it would stand still for too long whatever is done. */
export function lively(offer: Offer, sentences: readonly string[]): { show: Show; still: boolean } {
  const data = structuredClone(offer.data);
  const words = sentences.join(' ').split(/\s+/);
  let last = 0;
  const cues = quoting(data)
    .map((part) => {
      // As cues are bound: a phrase said twice is met in order.
      const after = findPhrase(part.say, words, last);
      const at = after >= 0 ? after : findPhrase(part.say, words);
      last = Math.max(last, at);
      return { part, at };
    })
    .filter((cue) => cue.at >= 0)
    .sort((a, b) => a.at - b.at);
  const first = cues[0];
  const show: Show = { component: offer.component, data };
  // A figure is not shown before it is said; its picture is there from the start.
  if (first && first.at > EARLY_WORDS && offer.component !== 'number') {
    if (first.at > TOO_EARLY_WORDS) return { show, still: true };
    first.part.say = openingWords(words);
    first.at = 0;
  }
  if (moves(offer.component, data)) return { show, still: false };
  const final = cues.at(-1);
  // The last message, and the note at the last line spoken of, hover to the end.
  const hovers =
    offer.component === 'sequence' || (offer.component === 'code' && final && 'note' in final.part);
  const end = hovers && final ? final.at : words.length;
  const places = [0, ...cues.map((cue) => cue.at), end];
  const gap = widest(places);
  if (gap.to - gap.from <= MOST_WORDS) return { show, still: false };
  const remark = remarkWithin(sentences, gap.from, gap.to);
  if (!remark) return { show, still: true };
  const left = widest([...places, remark.at].sort((a, b) => a - b));
  return {
    show: { ...show, remark: { text: remark.text, say: remark.say } },
    still: left.to - left.from > MOST_WORDS + 2,
  };
}

/** Every object in the data that quotes spoken words. */
function quoting(value: unknown): Quoting[] {
  if (Array.isArray(value)) return value.flatMap(quoting);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'say' in value && typeof value.say === 'string' ? [value as Quoting] : [];
  return [...own, ...Object.values(value).flatMap(quoting)];
}

const openingWords = (words: readonly string[]): string =>
  words
    .slice(0, 2)
    .join(' ')
    .replace(/[.,;:!?"”’)]+$/u, '')
    .replace(/^["“‘(]+/u, '');

/** Components whose pictures hover while they wait. Bars, code and messages do not; a figure or a title does only with its picture. */
function moves(component: string, data: unknown): boolean {
  if (component === 'bars' || component === 'code' || component === 'sequence') return false;
  if (component === 'number') return (data as { icon?: string }).icon !== undefined;
  if (component === 'title') return (data as { icons?: unknown[] }).icons !== undefined;
  return true;
}

function widest(places: readonly number[]): { from: number; to: number } {
  let found = { from: 0, to: 0 };
  for (const [index, to] of places.entries()) {
    const from = places[index - 1] ?? 0;
    if (to - from > found.to - found.from) found = { from, to };
  }
  return found;
}

/** A few words of what is said in the gap, as near to its middle as can be. */
function remarkWithin(
  sentences: readonly string[],
  from: number,
  to: number,
): { text: string; say: string; at: number } | null {
  const middle = (from + to) / 2;
  const found: { text: string; say: string; at: number }[] = [];
  let start = 0;
  for (const sentence of sentences) {
    const whole = shorten(sentence, 8, REMARK_CHARACTERS);
    const say = sentence
      .trim()
      .split(/\s+/)
      .slice(0, 3)
      .join(' ')
      .replace(/[.,;:!?]+$/, '');
    if (whole) found.push({ text: capital(whole), say, at: start });
    for (const phrase of [...nounPhrases(sentence).filter((one) => one.figure), ...names(sentence, 4)]) {
      if (phrase.text.length > REMARK_CHARACTERS || !phrase.text.includes(' ')) continue;
      found.push({
        text: capital(phrase.text),
        say: phrase.text,
        at: start + sentence.slice(0, phrase.start).split(/\s+/).length - 1,
      });
    }
    start += sentence.trim().split(/\s+/).length;
  }
  const inside = found.filter(({ at }) => at > from + 2 && at < to - 1);
  return inside.sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle))[0] ?? null;
}

const capital = (text: string): string =>
  text.replace(/^\p{Ll}(?=\p{Ll}|\s)/u, (letter) => letter.toUpperCase());
