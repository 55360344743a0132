/** Lines aligned at their relation signs; reasons in a column beside them, or above each line in a tall frame. */
import { ChalktalkError } from '../../../errors.ts';
import { around, union } from '../../layout/box.ts';
import { placeOutlines } from '../../layout/outline.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { DerivationData } from './schema.ts';
import { anchorAt, gapFor, heightOf, PAST, type Row, stackAt } from './stack.ts';
import { type Line, typesetLines } from './typeset.ts';

/** px of one em, at most and at least. */
const LARGEST = { wide: 150, tall: 124 };
const LEAST = 64;
/** px between lines. */
const GAP = { wide: { least: 36, most: 72 }, tall: { least: 36, most: 110 } };
const RULE = 8;
const TO_WORDS = 14;

export async function layoutDerivation(data: DerivationData, setting: Setting): Promise<Element[]> {
  const { area } = setting;
  const lines = await typesetLines(data);
  const columns = columnsOf(data, setting);
  const blocks = data.lines.map((line) => reasonOf(line.reason, columns.words, setting));
  const size = sizeOf(lines, blocks, columns.formulas.width, setting);
  const rows = rowsOf(lines, blocks, size, setting);
  const middles = stackAt(rows, rows.length - 1, area.height, gapOf(rows, setting));
  const reaches = lines.map(({ anchor, formula }) => ({
    left: anchor * size,
    right: (formula.width - anchor) * size,
  }));
  const anchor = columns.formulas.x + anchorAt(reaches, lines.length - 1, columns.formulas.width);
  const at = (index: number) => ({ x: anchor, y: area.y + middles[index]! });
  const wordsAt = (index: number): Point => {
    if (setting.shape === 'wide') return { x: columns.words.x, y: at(index).y };
    const { left, right } = reaches[index]!;
    const shown = index === lines.length - 1 ? 1 : PAST;
    return {
      x: anchor + ((right - left) / 2) * shown,
      y: at(index).y - (rows[index]!.formula / 2) * shown - TO_WORDS,
    };
  };
  return lines.flatMap((line, index) => [
    ...originElements(line, index, lines[index - 1], at(index - 1), size),
    ...lineElements(line, index, at(index), size, setting),
    ...reasonElements(blocks[index], index, wordsAt(index), columns.words, setting),
  ]);
}

export function gapOf(rows: readonly Row[], { area, shape }: Setting): number {
  return gapFor(rows, area.height, GAP[shape].least, GAP[shape].most);
}

export function columnsOf(data: DerivationData, { area, shape }: Setting): { formulas: Box; words: Box } {
  if (shape === 'tall' || data.lines.every((line) => line.reason === undefined))
    return { formulas: area, words: area };
  const width = area.width * 0.3;
  return {
    formulas: { ...area, width: area.width - width - 72 },
    words: { ...area, x: area.x + area.width - width, width },
  };
}

function reasonOf(reason: string | undefined, column: Box, setting: Setting): TextBlock | undefined {
  if (reason === undefined) return undefined;
  const wide = setting.shape === 'wide';
  return setting.fit(reason, {
    size: setting.type.label + (wide ? 4 : 0),
    max_width: column.width - RULE - 28,
    max_lines: wide ? 3 : 2,
  });
}

/** The largest size at which every line is narrow enough and all of them together are low enough. */
function sizeOf(lines: Line[], blocks: (TextBlock | undefined)[], width: number, setting: Setting): number {
  const left = Math.max(...lines.map((line) => line.anchor));
  const right = Math.max(...lines.map((line) => line.formula.width - line.anchor));
  let size = Math.min(LARGEST[setting.shape], width / (left + right));
  const fits = () =>
    heightOf(rowsOf(lines, blocks, size, setting), GAP[setting.shape].least) <= setting.area.height;
  while (size >= LEAST && !fits()) size -= 2;
  if (size >= LEAST) return size;
  throw new ChalktalkError(
    'does_not_fit',
    'The derivation does not fit on screen at a readable size; show fewer or shorter lines.',
  );
}

function rowsOf(lines: Line[], blocks: (TextBlock | undefined)[], size: number, setting: Setting): Row[] {
  return lines.map(({ formula }, index) => {
    const height = (formula.ascent + formula.descent) * size;
    return { formula: height, ...aroundOf(blocks[index]?.height ?? 0, height, setting) };
  });
}

/** What the words add to a row: beside a line only what they are taller than it, shrunk as it will be. */
export function aroundOf(words: number, formula: number, { shape }: Setting): Omit<Row, 'formula'> {
  if (shape === 'tall') return { above: words > 0 ? words + TO_WORDS : 0, below: 0 };
  const over = Math.max(0, words - formula * PAST) / 2;
  return { above: over, below: over };
}

/** A line's outlines in a group that is centred on its relation sign, so that all shrink towards one axis. */
function lineElements(
  { formula, anchor, runs }: Line,
  index: number,
  at: { x: number; y: number },
  size: number,
  setting: Setting,
): Element[] {
  const { colors } = setting.theme;
  const part = `lines.${index}`;
  const height = (formula.ascent + formula.descent) * size;
  const origin = originOf({ formula, anchor }, at, size);
  const reach = Math.max(anchor, formula.width - anchor) * size;
  const group = `line.${index}`;
  return [
    { kind: 'group', id: group, part, box: around(at, reach * 2, height) },
    ...runs.map((run, position): Element => {
      const glyphs = run.glyphs.map((glyph) => formula.glyphs[glyph]!);
      const em = union(glyphs.map(({ box }) => box));
      return {
        kind: 'path',
        id: `${run.stays ? 'run' : 'gone'}.${index}.${position}`,
        part,
        group,
        box: scaled(em, size, origin),
        d: placeOutlines(
          glyphs.map(({ d }) => d),
          size,
          origin,
        ),
        fill: run.marked ? colors.accent : colors.ink,
        // Terms glide over the words that come with them.
        on: [`words.${index}`],
      };
    }),
  ];
}

/** Where the runs of a line come from: groups that draw nothing, placed on the terms of the line before. */
function originElements(
  { runs }: Line,
  index: number,
  before: Line | undefined,
  at: Point,
  size: number,
): Element[] {
  if (!before) return [];
  const origin = originOf(before, at, size);
  return runs.flatMap((run, position): Element[] => {
    if (run.from === -1) return [];
    const glyphs = before.formula.glyphs.slice(run.from, run.from + run.glyphs.length);
    return [
      {
        kind: 'group',
        id: `origin.${index}.${position}`,
        group: `line.${index - 1}`,
        box: scaled(union(glyphs.map(({ box }) => box)), size, origin),
      },
    ];
  });
}

/** The left end of a line's baseline, px. */
function originOf({ formula, anchor }: Pick<Line, 'formula' | 'anchor'>, at: Point, size: number): Point {
  const height = (formula.ascent + formula.descent) * size;
  return { x: at.x - anchor * size, y: at.y - height / 2 + formula.ascent * size };
}

function scaled(em: Box, size: number, origin: Point): Box {
  return {
    x: origin.x + em.x * size,
    y: origin.y + em.y * size,
    width: em.width * size,
    height: em.height * size,
  };
}

/** Words beside a line, `at` the left end of their middle; in a tall frame above it, `at` the middle of their foot. */
function reasonElements(
  block: TextBlock | undefined,
  index: number,
  at: Point,
  column: Box,
  setting: Setting,
): Element[] {
  if (!block) return [];
  const part = `lines.${index}`;
  const { colors } = setting.theme;
  const wide = setting.shape === 'wide';
  const group = `reason.${index}`;
  const width = wide ? RULE + 28 + block.width : block.width;
  const box: Box = wide
    ? { x: at.x, y: at.y - block.height / 2, width, height: block.height }
    : { x: within(at.x - width / 2, width, column), y: at.y - block.height, width, height: block.height };
  return [
    { kind: 'group', id: group, part, box },
    ...(wide
      ? [
          {
            kind: 'rect' as const,
            id: `rule.${index}`,
            part,
            group,
            box: { ...box, width: RULE },
            radius: RULE / 2,
            fill: colors.accent,
          },
        ]
      : []),
    setting.text(
      `words.${index}`,
      block,
      { x: box.x + (wide ? RULE + 28 : 0), y: box.y, color: wide ? colors.ink : colors.accent },
      { part, group },
    ),
  ];
}

/** The left edge nearest to the wished one that keeps a width inside a box. */
export function within(x: number, width: number, box: Box): number {
  return Math.max(box.x, Math.min(box.x + box.width - width, x));
}
