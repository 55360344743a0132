/** How many columns let things stand largest in a space, and where each then stands; a short last row is centred. */
import type { Box } from '../../scene.ts';

export interface Grid {
  columns: number;
  rows: number;
  /** One per thing, in reading order, px. */
  cells: Box[];
}

/**
 * @param usable the side (px) of what stands in a cell of that size
 * @param gap between cells, px
 * @param unfinished what a short last row is worth beside a full one, 0–1
 */
export function gridIn(
  area: Box,
  count: number,
  gap: number,
  usable: (cell: { width: number; height: number }) => number,
  unfinished = 0.7,
): Grid {
  let best = { columns: 1, score: -1 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    if (Math.ceil(count / rows) !== columns) continue;
    // A short last row looks unfinished, all but empty it looks like a mistake.
    const last = count - columns * (rows - 1);
    const whole = last === columns ? 1 : last < columns / 2 ? unfinished - 0.1 : unfinished;
    const score = usable(cellSize(area, columns, rows, gap)) * whole;
    if (score > best.score + 0.5) best = { columns, score };
  }
  const { columns } = best;
  const rows = Math.ceil(count / columns);
  const { width, height } = cellSize(area, columns, rows, gap);
  const cells = Array.from({ length: count }, (_, index): Box => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - columns * row : columns;
    const left = area.x + (area.width - inRow * width - (inRow - 1) * gap) / 2;
    return { x: left + (index % columns) * (width + gap), y: area.y + row * (height + gap), width, height };
  });
  return { columns, rows, cells };
}

function cellSize(area: Box, columns: number, rows: number, gap: number): { width: number; height: number } {
  return {
    width: (area.width - gap * (columns - 1)) / columns,
    height: (area.height - gap * (rows - 1)) / rows,
  };
}
