import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { figureFields } from '../figures.ts';

const quantity = z.number().min(0).max(1e15);

export const progressSchema = z
  .strictObject({
    as: z
      .enum(['bars', 'rings', 'gauge'])
      .optional()
      .describe('By itself: one item is a gauge, two to four are rings, more are bars'),
    ...figureFields,
    of: quantity.default(100).describe('What is full; 100 where values are per cent'),
    items: z
      .array(
        z.strictObject({
          label: label(48),
          value: quantity.describe('How far it has come, up to `of`'),
          goal: z
            .strictObject({ value: quantity, text: label(28).describe('"goal for 2030: 95 %"') })
            .optional()
            .describe('A mark on the way to full'),
          icon,
          tone,
          say,
        }),
      )
      .min(1)
      .max(6),
  })
  .superRefine((data, context) => {
    if (data.of <= 0) context.addIssue({ code: 'custom', path: ['of'], message: 'must be above zero' });
    data.items.forEach((item, index) => {
      for (const [path, value] of [
        ['value', item.value],
        ['goal', item.goal?.value ?? 0],
      ] as const) {
        if (value > data.of) {
          context.addIssue({
            code: 'custom',
            path: ['items', index, path],
            message: `must be at most ${data.of}; where full is more than that, say so in "of"`,
          });
        }
      }
    });
  });
export type ProgressData = z.infer<typeof progressSchema>;
