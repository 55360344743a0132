/** Captions from the narration's words: WebVTT and SubRip, in lines that break where the sense does. */
import type { Narration, Word } from '../voice/narration.ts';

const LINE = 42;
const LINES = 2;
/** A caption stays a little after its last word, s, but never into the next one. */
const LINGER = 0.08;
/** Silence after which a new caption begins, s. */
const PAUSE = 0.7;

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

function grouped(words: Word[]): Word[][] {
  const groups: Word[][] = [];
  let start = 0;
  while (start < words.length) {
    const length = bestLength(words, start);
    groups.push(words.slice(start, start + length));
    start += length;
  }
  return groups;
}

/** How many words from `start` make the best caption: full enough, ending where a reader would pause. */
function bestLength(words: Word[], start: number): number {
  let best = 1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let length = 1; start + length <= words.length; length += 1) {
    const texts = words.slice(start, start + length).map((word) => word.text);
    if (length > 1 && !fits(texts)) break;
    const last = words[start + length - 1]!;
    const next = words[start + length];
    const filled = texts.join(' ').length / (LINE * LINES);
    const score = filled + closing(last, next);
    if (score >= bestScore) {
      best = length;
      bestScore = score;
    }
    if (!next || next.sentence !== last.sentence || next.start - last.end > PAUSE) break;
  }
  return best;
}

function closing(last: Word, next: Word | undefined): number {
  if (!next || next.sentence !== last.sentence) return 2;
  if (/[;:—–]$/.test(last.text)) return 0.5;
  if (/,$/.test(last.text)) return 0.35;
  if (
    /^(and|but|or|so|because|which|that|who|when|while|where|to|of|in|on|for|with|from|by|as|than|into)$/i.test(
      next.text,
    )
  )
    return 0.1;
  // A little word at the end leaves the reader hanging.
  return /^(a|an|the|of|to|in|on|and|or|its|your|their)$/i.test(last.text) ? -0.4 : 0;
}

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
    const score = longest + (longest > LINE ? 1000 : 0) - (/[,;:—–]$/.test(upper) ? 12 : 0);
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
