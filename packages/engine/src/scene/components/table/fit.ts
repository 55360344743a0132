/** Finds the largest size at which a table's words fit: on one line where there is room, else wrapped. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock, TextStyle } from '../../layout/text.ts';
import type { Setting } from '../setting.ts';
import type { TableData } from './schema.ts';

/** Room beside and above the words of a cell, px. */
export const PAD = { x: 30, y: 14 };

/** Between a row's picture and its name, px. */
export const ICON_GAP = 20;

export interface FittedTable {
  header: TextBlock[];
  cells: TextBlock[][];
  /** px. */
  widths: number[];
  headerHeight: number;
  rowHeight: number;
  icon: number;
}

/** px. */
const LARGEST = 60;
const MOST_LINES = 3;
/** A row is not stretched beyond this many times the height its words need. */
const AIRY = 2.4;

export function fitTable(data: TableData, setting: Setting): FittedTable {
  const { least } = setting.type;
  const sizes = Array.from({ length: Math.floor((LARGEST - least) / 2) + 1 }, (_, step) => least + step * 2);
  let best = tryAt(least, data, setting);
  let [low, high] = [0, best ? sizes.length : 0];
  // What fits at one size fits at every smaller one.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const fitted = tryAt(sizes[middle]!, data, setting);
    if (fitted) best = fitted;
    if (fitted) low = middle;
    else high = middle;
  }
  if (best) return best;
  throw new ChalktalkError(
    'does_not_fit',
    `A table of ${data.columns.length} columns does not fit on screen at a readable size; shorten its cells or drop a column.`,
  );
}

/** Figures and what stands for a missing one: aligned right, so that their digits compare. */
export function isNumeric(data: TableData, column: number): boolean {
  const cells = data.rows.map((row) => row.cells[column]!).filter((cell) => !/^[–—-]?$/.test(cell));
  return (
    column > 0 &&
    cells.length > 0 &&
    cells.every((cell) => /^[^\p{L}\d]{0,3}\d[\d.,\s]*\P{L}{0,2}\p{L}{0,3}$/u.test(cell))
  );
}

function tryAt(size: number, data: TableData, setting: Setting): FittedTable | undefined {
  const { area, theme, type } = setting;
  const { fonts } = theme;
  const headerSize = Math.max(type.least, size * 0.72);
  const icon = data.rows.some((row) => row.icon) ? size * 1.5 : 0;
  const styleOf = (column: number) => (column === 0 ? fonts.strong : fonts.text);
  const columns = data.columns.map((name, column) => [
    { text: name, style: fonts.text, size: headerSize },
    ...data.rows.map((row) => ({ text: row.cells[column]!, style: styleOf(column), size })),
  ]);
  const room = area.width - data.columns.length * 2 * PAD.x - (icon ? icon + ICON_GAP : 0);
  const widths = share(
    columns.map((words) => Math.max(...words.map((word) => widthOf(word, setting)))),
    columns.map((words) => Math.max(...words.flatMap(pieces).map((word) => widthOf(word, setting)))),
    room,
  );
  if (!widths) return undefined;
  const blocks = columns.map((words, column) =>
    words.map((word) => fitExactly(word, widths[column]! + 1, setting)),
  );
  if (blocks.flat().some((block) => block === undefined)) return undefined;
  const [header, cells] = [
    blocks.map((column) => column[0]!),
    data.rows.map((_, row) => blocks.map((column) => column[row + 1]!)),
  ];
  const headerHeight = Math.max(...header.map((block) => block.height)) + PAD.y + 8;
  const needed = Math.max(icon + 12, ...cells.flat().map((block) => block.height + 2 * PAD.y));
  const rowHeight = (area.height - headerHeight) / data.rows.length;
  if (rowHeight < needed) return undefined;
  return {
    header,
    cells,
    widths: widths.map((width, column) => width + 2 * PAD.x + (column === 0 && icon ? icon + ICON_GAP : 0)),
    headerHeight,
    rowHeight: Math.min(rowHeight, needed * AIRY),
    icon,
  };
}

interface Words {
  text: string;
  style: TextStyle;
  size: number;
}

function pieces(words: Words): Words[] {
  return words.text.split(/\s+/).map((text) => ({ ...words, text }));
}

function widthOf({ text, style, size }: Words, setting: Setting): number {
  return text ? setting.fit(text, { style, size, min: size, max_width: 1e6, max_lines: 1 }).width : 0;
}

function fitExactly({ text, style, size }: Words, width: number, setting: Setting): TextBlock | undefined {
  try {
    return setting.fit(text, { style, size, min: size, max_width: width, max_lines: MOST_LINES });
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}

/** Widths of columns: what they would like and an equal part of what is left, or between the least and that. */
function share(liked: number[], least: number[], room: number): number[] | undefined {
  const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);
  const spare = room - sum(liked);
  if (spare >= 0) return liked.map((width) => width + spare / liked.length);
  const must = sum(least);
  if (must > room) return undefined;
  const part = (room - must) / (sum(liked) - must);
  return least.map((width, column) => width + (liked[column]! - width) * part);
}
