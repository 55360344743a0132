/** Spoken words grouped into phrases that are read at once, ending where the sense does: for captions of every kind. */
import type { Word } from './narration.ts';

/** Silence after which a new phrase begins, s. */
const PAUSE = 0.7;

export interface PhraseOptions {
  /** Whether these words have room together. */
  fits: (texts: string[]) => boolean;
  /** Shorter phrases are gone before they are read, s. */
  brief: number;
}

/** The words as phrases, by the division that costs least over all of them. */
export function phrasesOf(words: Word[], options: PhraseOptions): Word[][] {
  // cost[i] and cut[i]: the best division of the first i words, and where its last phrase begins.
  const cost = [0];
  const cut = [0];
  for (let end = 1; end <= words.length; end += 1) {
    cost[end] = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start -= 1) {
      const phrase = words.slice(start, end);
      if (
        end - start > 1 &&
        (isPaused(words[start]!, words[start + 1]!) || !options.fits(phrase.map(({ text }) => text)))
      )
        break;
      const sum = cost[start]! + costOf(phrase, options.brief, words[start - 1], words[end]);
      if (sum < cost[end]!) {
        cost[end] = sum;
        cut[end] = start;
      }
    }
  }
  const groups: Word[][] = [];
  for (let end = words.length; end > 0; end = cut[end]!) groups.unshift(words.slice(cut[end]!, end));
  return groups;
}

function isPaused(word: Word, next: Word): boolean {
  return next.start - word.end > PAUSE;
}

/** Few phrases, long enough to read, each ending where a reader would pause; only brief whole sentences share one. */
function costOf(phrase: Word[], shortest: number, before: Word | undefined, next: Word | undefined): number {
  const first = phrase[0]!;
  const last = phrase.at(-1)!;
  const more = last.sentence - first.sentence;
  const joining = more * (before?.sentence === first.sentence || next?.sentence === last.sentence ? 3 : 1.2);
  const brief = Math.max(0, shortest - (last.end - first.start));
  return 1 + joining + 1.5 * brief + breakCost(last, next);
}

function breakCost(last: Word, next: Word | undefined): number {
  if (!next || next.sentence !== last.sentence) return 0;
  if (/[;:—–]$/.test(last.text)) return 0.4;
  if (/,$/.test(last.text)) return 0.5;
  // A little word at the end leaves the reader hanging.
  if (LITTLE.test(last.text)) return 1.3;
  return CONNECTING.test(next.text) ? 0.8 : 1;
}

export const LITTLE = /^(a|an|the|of|to|in|on|and|or|its|your|their)$/i;

const CONNECTING =
  /^(and|but|or|so|because|which|that|who|when|while|where|to|of|in|on|for|with|from|by|as|than|into)$/i;
