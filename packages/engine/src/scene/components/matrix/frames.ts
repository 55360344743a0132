/**
 * Where the matrices stand: in a row with their signs, as one writes; in a tall frame a product of two matrices in
 * Falk's scheme, the right one above the result and the left one beside it, so that row and column meet in their entry.
 */
import type { Box, Point } from '../../scene.ts';

export interface Size {
  rows: number;
  columns: number;
}

export interface Frames {
  /** px of an entry's square. */
  cell: number;
  left: Box;
  right: Box;
  result: Box;
  /** Centres of the signs between; none in Falk's scheme. */
  signs: Point[];
}

/** px that a bracket takes on each side, as a share of a cell; and a sign between two matrices. */
const BRACKET = 0.2;
const SIGN = 0.62;
const LARGEST = 170;

export function framesFor(left: Size, right: Size, result: Size, area: Box, falk: boolean): Frames {
  return falk ? crossed(left, right, result, area) : inRow(left, right, result, area);
}

function inRow(left: Size, right: Size, result: Size, area: Box): Frames {
  const columns = left.columns + right.columns + result.columns;
  const rows = Math.max(left.rows, right.rows, result.rows);
  const cell = Math.min(LARGEST, area.width / (columns + 6 * BRACKET + 2 * SIGN), area.height / rows);
  const width = cell * (columns + 6 * BRACKET + 2 * SIGN);
  const middle = area.y + area.height / 2;
  let x = area.x + (area.width - width) / 2;
  const signs: Point[] = [];
  const [a, b, c] = [left, right, result].map((size, index): Box => {
    if (index > 0) {
      signs.push({ x: x + (SIGN * cell) / 2, y: middle });
      x += SIGN * cell;
    }
    x += BRACKET * cell;
    const box = {
      x,
      y: middle - (size.rows * cell) / 2,
      width: size.columns * cell,
      height: size.rows * cell,
    };
    x += box.width + BRACKET * cell;
    return box;
  });
  return { cell, left: a!, right: b!, result: c!, signs };
}

function crossed(left: Size, right: Size, result: Size, area: Box): Frames {
  const gap = 0.5;
  const columns = left.columns + right.columns + gap + 2 * BRACKET;
  const rows = right.rows + left.rows + gap;
  const cell = Math.min(LARGEST, area.width / columns, area.height / rows);
  const x = area.x + (area.width - columns * cell) / 2 + BRACKET * cell;
  const y = area.y + (area.height - rows * cell) / 2;
  const across = x + (left.columns + gap) * cell;
  const down = y + (right.rows + gap) * cell;
  return {
    cell,
    left: { x, y: down, width: left.columns * cell, height: left.rows * cell },
    right: { x: across, y, width: right.columns * cell, height: right.rows * cell },
    result: { x: across, y: down, width: result.columns * cell, height: result.rows * cell },
    signs: [],
  };
}

/** The square of an entry. */
export function cellOf(frame: Box, cell: number, row: number, column: number): Box {
  return { x: frame.x + column * cell, y: frame.y + row * cell, width: cell, height: cell };
}

/** SVG path data of the brackets around a matrix. */
export function bracketsOf({ x, y, width, height }: Box, cell: number): string[] {
  const out = cell * BRACKET * 0.55;
  const hook = cell * 0.14;
  const [left, right, top, bottom] = [x - out, x + width + out, y + 3, y + height - 3];
  return [
    `M${left + hook} ${top}L${left} ${top}L${left} ${bottom}L${left + hook} ${bottom}`,
    `M${right - hook} ${top}L${right} ${top}L${right} ${bottom}L${right - hook} ${bottom}`,
  ];
}
