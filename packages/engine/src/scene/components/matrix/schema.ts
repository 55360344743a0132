import { z } from 'zod';
import { label, say } from '../fields.ts';

const entry = z
  .union([z.number().min(-9999).max(9999), label(5)])
  .describe('A number, or a symbol: "a", "cos"');
const rows = z.array(z.array(entry).min(1).max(4)).min(1).max(4);
const operand = z.strictObject({
  rows: rows.describe('Row by row; a vector is a matrix of one column: [[3], [1]]'),
  name: label(12).optional().describe('Shown above it: "A", "v"'),
  say,
});

export const matrixSchema = z
  .strictObject({
    operation: z.enum(['multiply', 'add']).default('multiply'),
    left: operand,
    right: operand,
    result: rows.optional().describe('Needed only where entries are symbols; numbers are worked out'),
    steps: z
      .array(
        z.strictObject({ row: z.number().int().min(1).max(4), column: z.number().int().min(1).max(4), say }),
      )
      .max(8)
      .optional()
      .describe(
        'Which entries of the result are worked out before the eye, in order; the others come at the end',
      ),
    plane: z
      .strictObject({ say })
      .optional()
      .describe('Beside it, what a 2 × 2 matrix does to the plane, or how two vectors add up'),
  })
  .superRefine((data, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const side of ['left', 'right'] as const)
      if (new Set(data[side].rows.map((row) => row.length)).size > 1)
        wrong(side, 'must have rows of equal length');
    const [a, b] = [sizeOf(data.left.rows), sizeOf(data.right.rows)];
    if (data.operation === 'multiply' && a.columns !== b.rows)
      return wrong('right', `must have ${a.columns} rows, as many as the left one has columns`);
    if (data.operation === 'add' && (a.rows !== b.rows || a.columns !== b.columns))
      return wrong('right', 'must be of the size of the left one to be added');
    const size = { rows: a.rows, columns: data.operation === 'add' ? a.columns : b.columns };
    const numeric = [data.left, data.right].every(({ rows: all }) =>
      all.flat().every((one) => typeof one === 'number'),
    );
    if (!numeric && !data.result) wrong('result', 'must be given where entries are symbols');
    if (
      data.result &&
      (data.result.length !== size.rows || data.result.some((row) => row.length !== size.columns))
    )
      wrong('result', `must have ${size.rows} rows and ${size.columns} columns`);
    if (data.steps?.some(({ row, column }) => row > size.rows || column > size.columns))
      wrong('steps', `must lie within the ${size.rows} × ${size.columns} result`);
    const planar =
      data.operation === 'multiply' ? a.rows === 2 && a.columns === 2 : a.rows === 2 && a.columns === 1;
    if (data.plane && !(numeric && planar))
      wrong('plane', 'needs a 2 × 2 matrix of numbers, or two vectors of two numbers');
  });
export type MatrixData = z.infer<typeof matrixSchema>;
export type Entry = z.infer<typeof entry>;

export function sizeOf(all: readonly (readonly unknown[])[]): { rows: number; columns: number } {
  return { rows: all.length, columns: all[0]?.length ?? 0 };
}
