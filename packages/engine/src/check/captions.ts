/** Captions: every spoken word once, in order, on time, in lines that can be read. */
import type { Narration } from '../voice/narration.ts';
import { atMost, type Gate } from './gate.ts';

const LINE_CHARACTERS = 42;
const LINES = 2;
const OFF_SECONDS = 0.1;

export interface Caption {
  start: number;
  end: number;
  lines: string[];
}

/** Reads a WebVTT file back; settings and notes are passed over. */
export function parseVtt(text: string): Caption[] {
  return text
    .split(/\r?\n\r?\n/)
    .map((block) => block.split(/\r?\n/))
    .flatMap((lines) => {
      const timing = lines.findIndex((line) => line.includes('-->'));
      if (timing < 0) return [];
      const [start, end] = lines[timing]!.split('-->').map((stamp) =>
        seconds(stamp.trim().split(/\s/)[0] ?? ''),
      );
      return [
        {
          start: start!,
          end: end!,
          lines: lines
            .slice(timing + 1)
            .filter(Boolean)
            .map(unescaped),
        },
      ];
    });
}

export function checkCaptions(vtt: string, narration: Narration): Gate[] {
  const captions = parseVtt(vtt);
  const spoken = narration.words;
  let index = 0;
  let late = 0;
  let lateDetail: string | undefined;
  let wrong = 0;
  let wrongDetail: string | undefined;
  for (const caption of captions) {
    const words = caption.lines.join(' ').split(/\s+/).filter(Boolean);
    const first = spoken[index];
    const last = spoken[index + words.length - 1];
    for (const [offset, word] of words.entries()) {
      if (spoken[index + offset]?.text !== word) {
        wrong += 1;
        wrongDetail ??= `caption has "${word}" where "${spoken[index + offset]?.text ?? 'nothing'}" is spoken`;
      }
    }
    if (first && last) {
      // A caption may stay up longer than its words, never go before they end or come after they begin.
      const off = Math.max(Math.abs(caption.start - first.start), last.end - caption.end);
      if (off > late) {
        late = off;
        lateDetail = `"${caption.lines[0]}"`;
      }
    }
    index += words.length;
  }
  if (index !== spoken.length) {
    wrong += Math.abs(spoken.length - index);
    wrongDetail ??= `${spoken.length} words are spoken, ${index} are in the captions`;
  }
  const longest = Math.max(
    0,
    ...captions.flatMap((caption) => caption.lines.map((line) => [...line].length)),
  );
  const most = Math.max(0, ...captions.map((caption) => caption.lines.length));
  return [
    atMost('caption_words', wrong, 0, wrongDetail),
    atMost('caption_timing', late, OFF_SECONDS, lateDetail),
    atMost('caption_line_length', longest, LINE_CHARACTERS),
    atMost('caption_lines', most, LINES),
  ];
}

function seconds(stamp: string): number {
  const parts = stamp.split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

function unescaped(line: string): string {
  return line
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&lrm;', '');
}
