/**
 * Text is measured with the font it will be drawn in, and fitted before it is placed: first on fewer lines,
 * then on more, then smaller, never below the smallest readable size. All lengths are px of the frame.
 */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, registerFonts } from '../../assets/fonts.ts';
import { ChalktalkError } from '../../errors.ts';
import type { Box, FontSpec, TextElement, TextLine } from '../scene.ts';

export interface TextStyle {
  family: string;
  weight: number;
  /** Line height as a multiple of the size. */
  leading: number;
  /** Letter spacing as a fraction of the size. */
  tracking?: number;
  italic?: boolean;
}

/** A text with the lines and size it needs; not yet anywhere. */
export interface TextBlock {
  font: FontSpec;
  lines: { runs: { text: string; marked: boolean; dx: number; width: number }[]; width: number }[];
  width: number;
  height: number;
  ascent: number;
  line_height: number;
}

export interface FitOptions {
  style: TextStyle;
  /** Preferred and smallest size, px. */
  size: number;
  min: number;
  max_width: number;
  max_lines?: number;
  max_height?: number;
}

let canvas: Canvas | undefined;
let pen: SKRSContext2D | undefined;
const widths = new Map<string, number>();

function fontOf(style: TextStyle, size: number): FontSpec {
  return {
    family: style.family,
    weight: style.weight,
    size,
    ...(style.italic ? { italic: true } : {}),
    ...(style.tracking ? { tracking: Math.round(style.tracking * size * 100) / 100 } : {}),
  };
}

/** Width in px of one line of text. */
export function measure(text: string, font: FontSpec): number {
  if (!pen) {
    registerFonts();
    canvas = createCanvas(8, 8);
    pen = canvas.getContext('2d');
  }
  const css = cssFont(font);
  const id = `${css}|${font.tracking ?? 0}|${text}`;
  let width = widths.get(id);
  if (width === undefined) {
    pen.font = css;
    pen.letterSpacing = `${font.tracking ?? 0}px`;
    width = pen.measureText(text).width;
    if (widths.size > 20_000) widths.clear();
    widths.set(id, width);
  }
  return width;
}

/**
 * Fits a text into a width and a number of lines. Words between `*asterisks*` are marked.
 * @throws ChalktalkError `does_not_fit` when even the smallest size overflows.
 */
export function fitText(text: string, options: FitOptions): TextBlock {
  const { style, size, min, max_width, max_lines = 2, max_height = Number.POSITIVE_INFINITY } = options;
  const words = marks(text);
  for (let px = size; px >= min - 0.01; px = px > min && px - 2 < min ? min : px - 2) {
    const block = wrap(words, fontOf(style, px), style.leading, max_width, max_lines);
    if (block && block.height <= max_height) return block;
    if (px <= min) break;
  }
  throw new ChalktalkError(
    'does_not_fit',
    `"${text.slice(0, 60)}${text.length > 60 ? '…' : ''}" does not fit on screen at a readable size; shorten it.`,
  );
}

/** A fitted text at a place: `x` is the left edge, centre or right edge of the block by `align`; `y` its top. */
export function placeText(
  id: string,
  block: TextBlock,
  at: {
    x: number;
    y: number;
    align?: 'left' | 'centre' | 'right';
    color: string;
    marked?: string;
  },
): TextElement {
  const share = at.align === 'centre' ? 0.5 : at.align === 'right' ? 1 : 0;
  const left = at.x - block.width * share;
  const lines: TextLine[] = block.lines.map((line, index) => ({
    x: round(at.x - line.width * share),
    baseline: round(at.y + block.ascent + index * block.line_height),
    width: line.width,
    runs: line.runs.map((run) => ({
      text: run.text,
      dx: run.dx,
      width: run.width,
      ...(run.marked && at.marked ? { color: at.marked } : {}),
    })),
  }));
  const box: Box = {
    x: round(left),
    y: round(at.y),
    width: Math.ceil(block.width),
    height: Math.ceil(block.height),
  };
  return { kind: 'text', id, box, font: block.font, color: at.color, lines };
}

interface MarkedWord {
  text: string;
  marked: boolean;
}

function marks(text: string): MarkedWord[] {
  const words: MarkedWord[] = [];
  text.split('*').forEach((piece, index) => {
    const marked = index % 2 === 1;
    const glued =
      index > 0 && !/^\s/.test(piece) && words.length > 0 && !/\s$/.test(text.split('*')[index - 1] ?? '');
    piece
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .forEach((word, at) => {
        // Punctuation right after a marked word stays on its line.
        if (at === 0 && glued) words.push({ text: `\u2060${word}`, marked });
        else words.push({ text: word, marked });
      });
  });
  return words;
}

/** Balanced wrapping: the fewest lines that hold the words, then the narrowest width that keeps that number. */
function wrap(
  words: MarkedWord[],
  font: FontSpec,
  leading: number,
  maxWidth: number,
  maxLines: number,
): TextBlock | undefined {
  const greedy = greedyLines(words, font, maxWidth);
  if (!greedy || greedy.length > maxLines) return undefined;
  let lines = greedy;
  if (greedy.length > 1) {
    let low = maxWidth / greedy.length;
    let high = maxWidth;
    for (let round = 0; round < 7; round += 1) {
      const middle = (low + high) / 2;
      const tried = greedyLines(words, font, middle);
      if (tried && tried.length <= greedy.length) {
        lines = tried;
        high = middle;
      } else {
        low = middle;
      }
    }
  }
  const height = font.size * (leading * (lines.length - 1) + 1.2);
  return {
    font,
    lines,
    width: Math.max(0, ...lines.map((line) => line.width)),
    height,
    ascent: font.size * 0.95,
    line_height: font.size * leading,
  };
}

function greedyLines(words: MarkedWord[], font: FontSpec, maxWidth: number): TextBlock['lines'] | undefined {
  const lines: TextBlock['lines'] = [];
  let current: MarkedWord[] = [];
  for (const word of words) {
    const next = [...current, word];
    if (current.length > 0 && lineOf(next, font).width > maxWidth && !word.text.startsWith('\u2060')) {
      lines.push(lineOf(current, font));
      current = [word];
    } else {
      current = next;
    }
    if (lineOf(current, font).width > maxWidth) return undefined;
  }
  if (current.length > 0) lines.push(lineOf(current, font));
  return lines;
}

/** One line as runs of equal marking, each placed by measuring all that stands before it. */
function lineOf(words: MarkedWord[], font: FontSpec): TextBlock['lines'][number] {
  const runs: { text: string; marked: boolean; dx: number; width: number }[] = [];
  let before = '';
  for (const word of words) {
    const glued = word.text.startsWith('\u2060');
    const text = glued ? word.text.slice(1) : word.text;
    const gap = before === '' || glued ? '' : ' ';
    const last = runs.at(-1);
    if (last && last.marked === word.marked) {
      last.text += gap + text;
    } else {
      if (last) last.text += gap;
      runs.push({ text, marked: word.marked, dx: measure(before + gap, font), width: 0 });
    }
    before += gap + text;
  }
  for (const run of runs) run.width = measure(run.text.trimEnd(), font);
  const drawn = runs.map((run) => run.dx + run.width);
  return { runs, width: Math.max(measure(before, font), ...drawn) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
