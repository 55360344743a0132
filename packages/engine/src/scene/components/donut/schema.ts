import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { figureFields } from '../figures.ts';

export const donutSchema = z
  .strictObject({
    show: z
      .enum(['share', 'value'])
      .default('share')
      .describe('share: each figure is the per cent of the whole; value: it is the value itself'),
    ...figureFields,
    slices: z
      .array(z.strictObject({ label: label(40), value: z.number().positive().max(1e15), tone, say }))
      .min(2)
      .max(8)
      .describe('All parts of one whole, clockwise from the top'),
    middle: z
      .strictObject({
        text: label(28).describe('What is counted: "from coal", "people"'),
        slice: label(40)
          .optional()
          .describe('Label of the slice whose figure is counted; without it, the total'),
      })
      .optional()
      .describe('A figure counted in the middle'),
    icon: icon.describe('A picture in the middle, where nothing is counted there'),
  })
  .superRefine((data, context) => {
    const labels = data.slices.map((slice) => slice.label);
    if (data.middle?.slice !== undefined && !labels.includes(data.middle.slice)) {
      context.addIssue({
        code: 'custom',
        path: ['middle', 'slice'],
        message: `must be the label of a slice (${labels.join(', ')}), not "${data.middle.slice}"`,
      });
    }
  });
export type DonutData = z.infer<typeof donutSchema>;
