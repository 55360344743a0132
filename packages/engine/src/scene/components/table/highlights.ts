/** Where the light of a table moves: the author's highlights, or down the rows. */
import type { Part } from '../component.ts';
import type { Tone } from '../fields.ts';
import type { TableData } from './schema.ts';

export interface Target {
  /** Path of the part in the data. */
  part: string;
  /** Undefined: all of them. */
  row: number | undefined;
  column: number | undefined;
  tone: Tone;
}

export function targetsOf(data: TableData): Target[] {
  if (!data.highlights?.length) {
    return data.rows.map((_, row) => ({ part: `rows.${row}`, row, column: undefined, tone: 'now' }));
  }
  return data.highlights.map((highlight, index) => ({
    part: `highlights.${index}`,
    row: placeOf(highlight.row, rowNames(data)),
    column: placeOf(highlight.column, data.columns),
    tone: highlight.tone && highlight.tone !== 'neutral' ? highlight.tone : 'now',
  }));
}

export function partsOf(data: TableData): Part[] {
  return targetsOf(data).map(({ part, row, column }, index) => {
    const say = data.highlights?.[index]?.say;
    const words = [
      row !== undefined && data.rows[row]!.cells[0],
      column !== undefined && data.columns[column],
    ];
    const label = words.filter(Boolean).join(' ');
    return say === undefined ? { path: part, label } : { path: part, label, say };
  });
}

export function covers(target: Target, row: number, column: number): boolean {
  return (
    (target.row === undefined || target.row === row) &&
    (target.column === undefined || target.column === column)
  );
}

/** Half of the rows each; a highlight goes with its row, one of a whole column with the highlight before it. */
export function splitTable(data: TableData): [TableData, TableData] | undefined {
  if (data.rows.length < 2) return undefined;
  const middle = Math.ceil(data.rows.length / 2);
  const upper = new Set(rowNames(data).slice(0, middle));
  const halves: [NonNullable<TableData['highlights']>, NonNullable<TableData['highlights']>] = [[], []];
  let half: 0 | 1 = 0;
  for (const highlight of data.highlights ?? []) {
    if (highlight.row !== undefined) half = upper.has(highlight.row) ? 0 : 1;
    halves[half].push(highlight);
  }
  const piece = (rows: TableData['rows'], highlights: NonNullable<TableData['highlights']>): TableData => ({
    columns: data.columns,
    rows,
    ...(highlights.length > 0 ? { highlights } : {}),
  });
  return [piece(data.rows.slice(0, middle), halves[0]), piece(data.rows.slice(middle), halves[1])];
}

function rowNames(data: TableData): string[] {
  return data.rows.map((row) => row.cells[0]!);
}

function placeOf(name: string | undefined, names: string[]): number | undefined {
  return name === undefined ? undefined : Math.max(0, names.indexOf(name));
}
