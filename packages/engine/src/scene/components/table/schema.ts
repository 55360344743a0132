import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const tableSchema = z
  .strictObject({
    columns: z
      .array(label(32))
      .min(2)
      .max(5)
      .describe(
        'Headers; the first column names the rows. Columns of figures are aligned right by themselves',
      ),
    rows: z
      .array(z.strictObject({ cells: z.array(z.string().trim().max(60)).min(2).max(5), icon }))
      .min(1)
      .max(8)
      .describe('Each with one cell per column'),
    highlights: z
      .array(
        z.strictObject({
          row: label(60).optional().describe('First cell of a row'),
          column: label(32)
            .optional()
            .describe('Header of a column; with a row, the one cell where they cross'),
          tone,
          say,
        }),
      )
      .max(10)
      .optional()
      .describe('Where the light moves, in order. Without any, it moves down row by row'),
  })
  .superRefine((data, context) => {
    data.rows.forEach((row, index) => {
      if (row.cells.length !== data.columns.length) {
        context.addIssue({
          code: 'custom',
          path: ['rows', index, 'cells'],
          message: `must have ${data.columns.length} cells, one per column, not ${row.cells.length}`,
        });
      }
    });
    const names = { row: data.rows.map((row) => row.cells[0]!), column: data.columns };
    data.highlights?.forEach((highlight, index) => {
      if (highlight.row === undefined && highlight.column === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['highlights', index],
          message: 'must name a row, a column or both',
        });
      }
      for (const kind of ['row', 'column'] as const) {
        const name = highlight[kind];
        if (name !== undefined && !names[kind].includes(name)) {
          context.addIssue({
            code: 'custom',
            path: ['highlights', index, kind],
            message: `must be one of ${names[kind].join(', ')}, not "${name}"`,
          });
        }
      }
    });
  });
export type TableData = z.infer<typeof tableSchema>;
