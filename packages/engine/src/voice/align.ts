/**
 * Finds when each spoken word was said: the sounds flite spoke, with their times, are matched to the sounds
 * of each word said alone. Sounds change in context ("the" before a vowel), so the match is approximate.
 */
import { type Phone, SILENCE } from './flite.ts';

/** Seconds. */
export interface Interval {
  start: number;
  end: number;
}

const VOWELS = new Set('aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw axr ix'.split(' '));
const SKIP = 1.2;
const SAME_KIND = { vowel: 0.4, consonant: 1 };
const OTHER_KIND = 2;

const MATCH = 1;
const SKIP_EXPECTED = 2;
const SKIP_HEARD = 3;

/**
 * One interval for each word, in order, none overlapping the next.
 * @param words the sounds of each word said alone; an empty list where they are unknown
 * @param heard what was spoken, silences included
 */
export function alignWords(words: readonly (readonly string[])[], heard: readonly Phone[]): Interval[] {
  const sounds = heard.filter(({ name }) => name !== SILENCE);
  const owner = ownersOf(words, sounds);
  const runs = words.map((): Phone[] => []);
  for (const [index, sound] of sounds.entries()) runs[owner[index]!]?.push(sound);
  return intervalsOf(words, runs);
}

/** The word each sound belongs to: the cheapest way of turning the expected sounds into the ones heard. */
function ownersOf(words: readonly (readonly string[])[], sounds: readonly Phone[]): number[] {
  const expected = words.flatMap((phones, word) => phones.map((phone) => ({ phone, word })));
  const rows = expected.length + 1;
  const columns = sounds.length + 1;
  const costs = new Float64Array(rows * columns);
  const moves = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (i === 0 && j === 0) continue;
      const matched =
        i && j
          ? costs[(i - 1) * columns + j - 1]! + distance(expected[i - 1]!.phone, sounds[j - 1]!.name)
          : Infinity;
      const fewer = i ? costs[(i - 1) * columns + j]! + SKIP : Infinity;
      const more = j ? costs[i * columns + j - 1]! + SKIP : Infinity;
      const best = Math.min(matched, fewer, more);
      costs[i * columns + j] = best;
      moves[i * columns + j] = best === matched ? MATCH : best === fewer ? SKIP_EXPECTED : SKIP_HEARD;
    }
  }
  const owner = new Array<number>(sounds.length).fill(-1);
  let i = rows - 1;
  let j = columns - 1;
  while (i > 0 || j > 0) {
    const move = moves[i * columns + j];
    if (move === MATCH) owner[j - 1] = expected[i - 1]!.word;
    if (move !== SKIP_HEARD) i -= 1;
    if (move !== SKIP_EXPECTED) j -= 1;
  }
  // A sound nobody expected belongs to the word being said.
  const firstOwned = owner.find((word) => word >= 0) ?? 0;
  for (let index = 0; index < owner.length; index++) {
    if (owner[index]! < 0) owner[index] = index > 0 ? owner[index - 1]! : firstOwned;
  }
  return owner;
}

function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (VOWELS.has(a) !== VOWELS.has(b)) return OTHER_KIND;
  return VOWELS.has(a) ? SAME_KIND.vowel : SAME_KIND.consonant;
}

/** Words left without a sound share the time of the word before them (the first: after them), by their sounds. */
function intervalsOf(words: readonly (readonly string[])[], runs: readonly (readonly Phone[])[]): Interval[] {
  const intervals: Interval[] = [];
  while (intervals.length < words.length) {
    const first = intervals.length;
    const speaker = runs.findIndex((run, word) => word >= first && run.length > 0);
    const following = runs.findIndex((run, word) => word > Math.max(first, speaker) && run.length > 0);
    const group = words.slice(first, following < 0 ? words.length : following);
    const run = runs[speaker] ?? [];
    const start = run[0]?.start ?? intervals.at(-1)?.end ?? 0;
    const end = run.at(-1)?.end ?? start;
    const weights = group.map((phones) => Math.max(1, phones.length));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let done = 0;
    let from = start;
    for (const weight of weights) {
      done += weight;
      const to = done === total ? end : start + ((end - start) * done) / total;
      intervals.push({ start: from, end: to });
      from = to;
    }
  }
  return intervals;
}
