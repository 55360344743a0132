/** Captions from the narration's words: WebVTT and SubRip, in lines that break where the sense does. */
import type { Narration, Word } from '../voice/narration.ts';

const LINE = 42;
const LINES = 2;
/** A caption stays a little after its last word, s, but never into the next one. */
const LINGER = 0.08;
/** Silence after which a new caption begins, s. */
const PAUSE = 0.7;
/** Shorter captions are gone before they are read, s. */
const BRIEF = 1.2;

export interface Caption {
  /** Seconds. */
  start: number;
  end: number;
  lines: string[];
}

/** Every word once, in order: at most two lines of 42 characters, broken at sentence and clause ends where possible. */
export function captionsOf(narration: Narration): Caption[] {
  const groups = grouped(narration.words);
  return groups.map((words, index) => {
    const next = groups[index + 1]?.[0];
    const end = words.at(-1)!.end;
    return {
      start: words[0]!.start,
      end: next ? Math.min(end + LINGER, Math.max(end, next.start)) : end + LINGER,
      lines: linesOf(words.map((word) => word.text)),
    };
  });
}

export function toVtt(captions: Caption[]): string {
  const blocks = captions.map(
    ({ start, end, lines }) =>
      `${stamp(start, '.')} --> ${stamp(end, '.')}\n${lines.map(escaped).join('\n')}`,
  );
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}

export function toSrt(captions: Caption[]): string {
  return captions
    .map(
      ({ start, end, lines }, index) =>
        `${index + 1}\n${stamp(start, ',')} --> ${stamp(end, ',')}\n${lines.join('\n')}\n`,
    )
    .join('\n');
}

/** The words as captions, by the division that costs least over the whole film. */
function grouped(words: Word[]): Word[][] {
  // cost[i] and cut[i]: the best division of the first i words, and where its last caption begins.
  const cost = [0];
  const cut = [0];
  for (let end = 1; end <= words.length; end += 1) {
    cost[end] = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start -= 1) {
      const caption = words.slice(start, end);
      if (
        end - start > 1 &&
        (isPaused(words[start]!, words[start + 1]!) || !fits(caption.map(({ text }) => text)))
      )
        break;
      const sum = cost[start]! + costOf(caption, words[start - 1], words[end]);
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

/** Few captions, long enough to read, each ending where a reader would pause; only brief whole sentences share one. */
function costOf(caption: Word[], before: Word | undefined, next: Word | undefined): number {
  const first = caption[0]!;
  const last = caption.at(-1)!;
  const more = last.sentence - first.sentence;
  const joining = more * (before?.sentence === first.sentence || next?.sentence === last.sentence ? 3 : 1.2);
  const brief = Math.max(0, BRIEF - (last.end - first.start));
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

const LITTLE = /^(a|an|the|of|to|in|on|and|or|its|your|their)$/i;

const CONNECTING =
  /^(and|but|or|so|because|which|that|who|when|while|where|to|of|in|on|for|with|from|by|as|than|into)$/i;

function fits(texts: string[]): boolean {
  const lines = linesOf(texts);
  return lines.length <= LINES && lines.every((line) => [...line].length <= LINE);
}

/** One line if it fits, else two of nearly equal length with the shorter on top; a word longer than a line stands alone. */
function linesOf(texts: string[]): string[] {
  const whole = texts.join(' ');
  if ([...whole].length <= LINE || texts.length === 1) return [whole];
  let best: string[] | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < texts.length; cut += 1) {
    const upper = texts.slice(0, cut).join(' ');
    const lower = texts.slice(cut).join(' ');
    const longest = Math.max([...upper].length, [...lower].length);
    const score =
      longest +
      (longest > LINE ? 1000 : 0) +
      (LITTLE.test(texts[cut - 1]!) ? 8 : 0) -
      (/[,;:—–]$/.test(upper) ? 12 : 0);
    if (score < bestScore) {
      best = [upper, lower];
      bestScore = score;
    }
  }
  return best!;
}

function stamp(seconds: number, mark: '.' | ','): string {
  const ms = Math.round(seconds * 1000);
  const part = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}${mark}${part(ms % 1000, 3)}`;
}

function escaped(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
