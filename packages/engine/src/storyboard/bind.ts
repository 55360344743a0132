/**
 * Binds the parts of a picture to the words that call them up: the author's quoted words, else the part's own
 * words where the voice says them, else the moments between its neighbours.
 */
import type { Part } from '../scene/components/component.ts';
import type { Narration, Word } from '../voice/narration.ts';
import type { Cue } from './storyboard.ts';

/** Little words that do not identify a part by themselves. */
const LITTLE = new Set(
  'a an the and or but of to in on at by for from with as is are was were be it its this that these those you your they their not no'.split(
    ' ',
  ),
);

/** A word as it is compared: letters and digits only, lower case. */
function bare(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}

/** Index of the first of `words` at which the quoted phrase begins, at or after `from`; −1 when it is not there. */
export function findPhrase(phrase: string, words: readonly string[], from = 0): number {
  const wanted = phrase
    .split(/[\s—–]+/)
    .map(bare)
    .filter(Boolean);
  if (wanted.length === 0) return -1;
  const spoken = words.map(bare);
  for (let start = from; start < spoken.length; start += 1) {
    if (matchesAt(spoken, start, wanted)) return start;
  }
  return -1;
}

/** Spoken tokens that are only punctuation are passed over; a token may hold two words joined by a dash. */
function matchesAt(spoken: string[], start: number, wanted: string[]): boolean {
  let at = start;
  let joined = '';
  for (const [index, word] of wanted.entries()) {
    while (index > 0 && spoken[at] === '') at += 1;
    const token = spoken[at];
    if (token === undefined || token === '') return false;
    joined += word;
    if (token === joined) {
      joined = '';
      at += 1;
    } else if (!token.startsWith(joined)) {
      return false;
    }
  }
  return joined === '' || spoken[at]?.startsWith(joined) === true;
}

/**
 * The moment of every part, in seconds from the scene's start, in the order of the parts. Parts that name their words
 * keep them even when these come out of order; the others fill the gaps.
 */
export function bindCues(parts: Part[], narration: Narration, section: number): Cue[] {
  const span = narration.sections[section]!;
  const first = narration.words.findIndex((word) => word.section === section);
  const words = narration.words.filter((word) => word.section === section);
  const texts = words.map((word) => word.text);

  let last = -1;
  const found = parts.map((part) => {
    const index = part.say !== undefined ? quoted(part.say, texts, last) : named(part.label, texts, last + 1);
    if (index >= 0) last = Math.max(last, index);
    return index;
  });

  const times = spread(
    found.map((index) => (index >= 0 ? words[index]!.start - span.start : undefined)),
    words,
    span,
  );
  return parts.map((part, index) => {
    const word = found[index]!;
    const at = times[index]!;
    return {
      part: part.path,
      say: word >= 0 ? texts.slice(word, word + phraseLength(part, word >= 0)).join(' ') : '',
      word: word >= 0 ? first + word : nearestWord(narration.words, span.start + at),
      at: Math.max(0, at),
      spoken: word >= 0,
    };
  });
}

/** After the previous cue where possible, so that a word said twice is met in order. */
function quoted(say: string, texts: string[], last: number): number {
  const after = findPhrase(say, texts, Math.max(0, last));
  return after >= 0 ? after : findPhrase(say, texts);
}

/** Where the voice says the label, or at least its most telling word. */
function named(label: string, texts: string[], from: number): number {
  const whole = findPhrase(label, texts, from);
  if (whole >= 0) return whole;
  const telling = label.split(/\s+/).filter((word) => bare(word).length > 3 && !LITTLE.has(bare(word)));
  const places = telling.map((word) => findPhrase(word, texts, from)).filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}

function phraseLength(part: Part, isFound: boolean): number {
  return isFound ? Math.max(1, (part.say ?? part.label).split(/\s+/).length) : 0;
}

/** Fills unknown moments evenly between the known ones around them. */
function spread(
  times: (number | undefined)[],
  words: Word[],
  span: { start: number; end: number },
): number[] {
  const opening = (words[0]?.start ?? span.start) - span.start;
  const closing = Math.max(opening, (words.at(-1)?.start ?? span.end) - span.start);
  const result = [...times];
  let index = 0;
  while (index < result.length) {
    if (result[index] !== undefined) {
      index += 1;
      continue;
    }
    let end = index;
    while (end < result.length && result[end] === undefined) end += 1;
    const before = index > 0 ? result[index - 1]! : undefined;
    const after = result[end];
    const count = end - index;
    for (let step = 0; step < count; step += 1) {
      if (before === undefined) {
        // From the first word on, up to the first known moment.
        const until = after ?? closing;
        result[index + step] = opening + ((until - opening) * step) / Math.max(1, count);
      } else {
        const until = Math.max(before, after ?? Math.max(closing, before + 0.4 * count));
        result[index + step] =
          before + ((until - before) * (step + 1)) / (count + (after === undefined ? 0 : 1));
      }
    }
    index = end;
  }
  return result as number[];
}

function nearestWord(words: Word[], at: number): number {
  const index = words.findIndex((word) => word.start >= at - 1e-6);
  return index >= 0 ? index : words.length - 1;
}
