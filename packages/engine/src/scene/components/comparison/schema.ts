import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const comparisonSchema = z.strictObject({
  sides: z
    .array(
      z.strictObject({
        name: label(28),
        icon,
        tone,
        say,
        points: z
          .array(z.strictObject({ text: label(48), icon, say }))
          .max(4)
          .default([]),
      }),
    )
    .length(2)
    .describe('Two things held against each other, with up to four points each; matching points share a row'),
  verdict: z
    .strictObject({ text: label(80), say })
    .optional()
    .describe('What the comparison shows'),
});
export type ComparisonData = z.infer<typeof comparisonSchema>;
