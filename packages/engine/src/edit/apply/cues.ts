/** Cues after the words they quote have changed: each goes to the words that stand where its own stood. */
import type { Section } from '../../script/script.ts';
import { findSpoken, spokenWords } from '../../script/spoken.ts';
import { mapTexts } from './path.ts';

/** Words a cue quotes at most; fewer are taken once they name one place. */
const MOST_WORDS = 4;
/** So many words before the end something may still enter. */
const SETTLES = 5;

/** Mends the section's quotations, whose narration said `before`. */
export function mendCues(section: Section, before: readonly string[]): void {
  const old = spokenWords(before);
  const now = spokenWords(section.sentences.map(({ text }) => text));
  const mended = (say: string): string => {
    if (findSpoken(say, now) >= 0) return say;
    const at = Math.max(0, findSpoken(say, old));
    return wordsAt(now, placeAfter(at, old, now));
  };
  const { show } = section;
  if (!show) return;
  const inData = (data: unknown) =>
    mapTexts(data, (text, keys) => (keys.at(-1) === 'say' ? mended(text) : text));
  show.data = inData(show.data);
  if (show.pieces) show.pieces = show.pieces.map(inData);
  if (show.remark?.say !== undefined) show.remark = { ...show.remark, say: mended(show.remark.say) };
}

/** Where a word of the old text would be in the new one, which begin and end alike. */
function placeAfter(at: number, old: readonly string[], now: readonly string[]): number {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail += 1;
  if (at < head) return at;
  if (at >= old.length - tail) return at - old.length + now.length;
  const [was, is] = [old.length - head - tail, now.length - head - tail];
  const place = head + (was > 0 ? Math.round(((at - head) / was) * Math.max(0, is - 1)) : 0);
  return Math.max(0, Math.min(place, now.length - 1 - SETTLES));
}

/** A quotation that is found first at that very word. */
function wordsAt(words: readonly string[], at: number): string {
  for (let start = at; start >= 0; start -= 1) {
    for (let count = 1; count <= MOST_WORDS && start + count <= words.length; count += 1) {
      const quoted = words
        .slice(start, start + count)
        .join(' ')
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      if (quoted !== '' && quoted.length <= 120 && findSpoken(quoted, words) === start) return quoted;
    }
  }
  return words[0] ?? '';
}
