/**
 * Pipe tables and tab-separated tables: which lines belong to one, and its cells.
 */
import { speakable } from './inline.ts';
import type { Block } from './markdown.ts';

const MOST_CELLS = 6;
const MOST_ROWS = 16;

/** A line with at least two cells between pipes, or three separated by tabs or wide gaps. */
export const isTableLine = (line: string): boolean => {
  const text = line.trim();
  if (/^\|.*\|$/.test(text)) return text.split('|').length >= 4 || text.length > 2;
  return text.split('|').length >= 3 || (text.includes(' | ') && text.split(' | ').length >= 2);
};

/** The line of dashes below a header. */
export const isRule = (line: string): boolean =>
  /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(line) && line.includes('-');

/** The table's header and rows; cells are cleaned for speech, short rows are filled with empty cells. */
export function tableOf(lines: readonly string[]): Block & { kind: 'table' } {
  const rows = lines
    .filter((line) => !isRule(line))
    .map((line, index) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .slice(0, MOST_CELLS)
        // Brackets in a header hold the unit, which is read apart.
        .map((cell) =>
          index === 0 ? cell.replace(/[`*]/g, '').trim() : speakable(cell.replace(/[`*]/g, '')),
        ),
    );
  const header = rows[0] ?? [];
  const body = rows.slice(1, MOST_ROWS + 1).map((row) => header.map((_, index) => row[index] ?? ''));
  return { kind: 'table', header, rows: body.filter((row) => row.some(Boolean)) };
}
