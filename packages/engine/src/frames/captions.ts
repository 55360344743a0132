/** Captions from the narration's words: WebVTT and SubRip, in lines that break where the sense does. */
import type { Narration } from '../voice/narration.ts';
import { LITTLE, phrasesOf } from '../voice/phrases.ts';

const LINE = 42;
const LINES = 2;
/** A caption stays a little after its last word, s, but never into the next one. */
const LINGER = 0.08;
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
  const groups = phrasesOf(narration.words, { fits, brief: BRIEF });
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
