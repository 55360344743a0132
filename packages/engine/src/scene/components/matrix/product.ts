/** The sums behind a result: which entries meet, what each term is, what it comes to. */
import type { Entry, MatrixData } from './schema.ts';
import { sizeOf } from './schema.ts';

export interface Step {
  /** From 0. */
  row: number;
  column: number;
  /** Entries that meet in each term: positions in the left and the right matrix. */
  pairs: { left: [number, number]; right: [number, number] }[];
  /** The terms as they are written, and the result. */
  terms: string[];
  sum: string;
}

export function resultOf(data: MatrixData): Entry[][] {
  if (data.result) return data.result;
  const { left, right } = data;
  const number = (entry: Entry) => Number(entry);
  const tidy = (value: number) => Math.round(value * 1e6) / 1e6;
  if (data.operation === 'add')
    return left.rows.map((row, r) => row.map((entry, c) => tidy(number(entry) + number(right.rows[r]![c]!))));
  return left.rows.map((row) =>
    right.rows[0]!.map((_, c) =>
      tidy(row.reduce<number>((sum, entry, k) => sum + number(entry) * number(right.rows[k]![c]!), 0)),
    ),
  );
}

/** The steps asked for, else every entry of the result in reading order, as long as they are few. */
export function stepsOf(data: MatrixData): Step[] {
  const result = resultOf(data);
  const size = sizeOf(result);
  const all = Array.from({ length: size.rows * size.columns }, (_, at) => ({
    row: Math.floor(at / size.columns) + 1,
    column: (at % size.columns) + 1,
  }));
  const chosen = data.steps ?? all.slice(0, 4);
  return chosen.map(({ row, column }) => stepOf(data, row - 1, column - 1, result[row - 1]![column - 1]!));
}

function stepOf({ operation, left, right }: MatrixData, row: number, column: number, sum: Entry): Step {
  const pairs: Step['pairs'] =
    operation === 'add'
      ? [{ left: [row, column], right: [row, column] }]
      : left.rows[0]!.map((_, k) => ({ left: [row, k], right: [k, column] }));
  const terms = pairs.map((pair) => {
    const a = written(left.rows[pair.left[0]]![pair.left[1]]!);
    const b = inBrackets(written(right.rows[pair.right[0]]![pair.right[1]]!));
    return operation === 'add' ? `${a} + ${b}` : `${a} · ${b}`;
  });
  return { row, column, pairs, terms, sum: written(sum) };
}

export function written(entry: Entry): string {
  return String(entry).replace('-', '−');
}

/** Nothing negative stands right behind a sign. */
function inBrackets(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}
