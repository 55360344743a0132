/** Where the lines stand as one after another comes: the newest at full size, those before it smaller, all in the middle. */

/** Size of a line that has passed. */
export const PAST = 0.72;

export interface Row {
  /** px at full size. */
  formula: number;
  /** px its words take above it, and above and below where they stand beside it and are taller. */
  above: number;
  below: number;
}

/** How far a line reaches to both sides of what the lines are aligned at, px at full size. */
export interface Reach {
  left: number;
  right: number;
}

/** Where the lines are aligned, px from the left of a column, so that those shown stand in its middle together. */
export function anchorAt(reaches: readonly Reach[], now: number, width: number): number {
  const shown = reaches.slice(0, now + 1);
  const size = (index: number) => (index === now ? 1 : PAST);
  const left = Math.max(...shown.map((reach, index) => reach.left * size(index)));
  const right = Math.max(...shown.map((reach, index) => reach.right * size(index)));
  return (width - left - right) / 2 + left;
}

/** px between the lines: what the area leaves, within bounds. */
export function gapFor(rows: readonly Row[], height: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, (height - heightOf(rows, 0)) / (rows.length + 1)));
}

/** Distances from the top of the area to the middle of each shown line's formula, px, when line `now` is the newest. */
export function stackAt(rows: readonly Row[], now: number, height: number, gap: number): number[] {
  const shown = rows.slice(0, now + 1);
  const heights = shown.map((row, index) => row.above + row.formula * (index === now ? 1 : PAST) + row.below);
  const whole = heights.reduce((sum, one) => sum + one, 0) + gap * now;
  let top = (height - whole) / 2;
  return shown.map((row, index) => {
    const middle = top + row.above + (row.formula * (index === now ? 1 : PAST)) / 2;
    top += heights[index]! + gap;
    return middle;
  });
}

/** px the whole stack takes when its last line has come. */
export function heightOf(rows: readonly Row[], gap: number): number {
  return rows.reduce(
    (sum, row, index) => sum + row.formula * (index === rows.length - 1 ? 1 : PAST) + row.above + row.below,
    gap * (rows.length - 1),
  );
}
