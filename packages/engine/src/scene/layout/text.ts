/**
 * Text is measured with the font it will be drawn in, and fitted before it is placed: first on fewer lines,
 * then on more, then smaller, never below the smallest readable size. All lengths are px of the frame.
 */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, registerFonts } from '../../assets/fonts.ts';
import { ChalktalkError } from '../../errors.ts';
import type { Box, FontSpec, TextElement, TextLine } from '../scene.ts';
import { areLettersJoined, directionOf, type Unit, unitsOf } from './writing.ts';

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
  direction: 'ltr' | 'rtl';
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

function fontOf(style: TextStyle, size: number, text: string): FontSpec {
  return {
    family: style.family,
    weight: style.weight,
    size,
    ...(style.italic ? { italic: true } : {}),
    ...(style.tracking && !areLettersJoined(text)
      ? { tracking: Math.round(style.tracking * size * 100) / 100 }
      : {}),
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
    const block = wrap(words, fontOf(style, px, text), style.leading, max_width, max_lines);
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
  // Lines begin where reading begins.
  const lineShare = at.align === 'centre' ? 0.5 : at.align === 'right' || block.direction === 'rtl' ? 1 : 0;
  const lines: TextLine[] = block.lines.map((line, index) => ({
    x: round(left + (block.width - line.width) * lineShare),
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
  const direction = block.direction === 'rtl' ? { direction: block.direction } : {};
  return { kind: 'text', id, box, font: block.font, color: at.color, lines, ...direction };
}

interface MarkedUnit extends Unit {
  marked: boolean;
}

function marks(text: string): MarkedUnit[] {
  const pieces = text.split('*');
  return pieces.flatMap((piece, index) => {
    // Punctuation right after a marked word stays on its line.
    const clings = index > 0 && !/^\s/.test(piece) && !/\s$/.test(pieces[index - 1]!);
    return unitsOf(piece).map((unit, at) => ({
      ...unit,
      ...(at === 0 && clings ? { gap: '' as const, breakable: false } : {}),
      marked: index % 2 === 1,
    }));
  });
}

/** Balanced wrapping: the fewest lines that hold the words, then the narrowest width that keeps that number. */
function wrap(
  units: MarkedUnit[],
  font: FontSpec,
  leading: number,
  maxWidth: number,
  maxLines: number,
): TextBlock | undefined {
  const direction = directionOf(units.map((unit) => unit.text).join(' '));
  const greedy = greedyLines(units, font, direction, maxWidth);
  if (!greedy || greedy.length > maxLines) return undefined;
  let lines = greedy;
  if (greedy.length > 1) {
    let low = maxWidth / greedy.length;
    let high = maxWidth;
    for (let round = 0; round < 7; round += 1) {
      const middle = (low + high) / 2;
      const tried = greedyLines(units, font, direction, middle);
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
    direction,
  };
}

function greedyLines(
  units: MarkedUnit[],
  font: FontSpec,
  direction: TextBlock['direction'],
  maxWidth: number,
): TextBlock['lines'] | undefined {
  const lines: TextBlock['lines'] = [];
  let current: MarkedUnit[] = [];
  let line: TextBlock['lines'][number] | undefined;
  for (const unit of units) {
    let next = lineOf([...current, unit], font, direction);
    if (line && unit.breakable && next.width > maxWidth) {
      lines.push(line);
      current = [];
      next = lineOf([unit], font, direction);
    }
    if (next.width > maxWidth) return undefined;
    current.push(unit);
    line = next;
  }
  if (line) lines.push(line);
  return lines;
}

/** One line as runs of equal marking, each placed by measuring all that is read before it. */
function lineOf(
  units: MarkedUnit[],
  font: FontSpec,
  direction: TextBlock['direction'],
): TextBlock['lines'][number] {
  const runs: { text: string; marked: boolean; dx: number; width: number }[] = [];
  let before = '';
  for (const unit of units) {
    const gap = before === '' ? '' : unit.gap;
    const last = runs.at(-1);
    if (last && last.marked === unit.marked) {
      last.text += gap + unit.text;
    } else {
      // A space at the end of a run that is read leftwards would push it away from its place.
      if (last && direction === 'ltr') last.text += gap;
      runs.push({ text: unit.text, marked: unit.marked, dx: measure(before + gap, font), width: 0 });
    }
    before += gap + unit.text;
  }
  for (const run of runs) run.width = measure(run.text.trimEnd(), font);
  const width = Math.max(measure(before, font), ...runs.map((run) => run.dx + run.width));
  if (direction === 'rtl') for (const run of runs) run.dx = width - run.dx - run.width;
  return { runs, width };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
