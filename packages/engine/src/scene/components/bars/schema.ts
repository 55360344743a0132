import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { figureFields } from '../figures.ts';

export const barsSchema = z
  .strictObject({
    unit: label(40).optional().describe('What is measured, as a subtitle: "Revenue, million euros"'),
    ...figureFields,
    bars: z
      .array(z.strictObject({ label: label(24), value: z.number().min(0).max(1e15), icon, tone, say }))
      .min(2)
      .max(8),
    ratio: z
      .strictObject({ from: label(24), to: label(24), text: label(16).describe('"×2.3"'), say })
      .optional()
      .describe('An arrow from one bar to another, with the ratio between them'),
  })
  .superRefine((data, context) => {
    const labels = data.bars.map((bar) => bar.label);
    if (data.bars.every((bar) => bar.value === 0)) {
      context.addIssue({
        code: 'custom',
        path: ['bars'],
        message: 'must have at least one value above zero',
      });
    }
    for (const end of ['from', 'to'] as const) {
      if (data.ratio && !labels.includes(data.ratio[end])) {
        context.addIssue({
          code: 'custom',
          path: ['ratio', end],
          message: `must be the label of a bar (${labels.join(', ')}), not "${data.ratio[end]}"`,
        });
      }
    }
  });
export type BarsData = z.infer<typeof barsSchema>;
