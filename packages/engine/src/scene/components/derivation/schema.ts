import { z } from 'zod';
import { label, say } from '../fields.ts';

export const derivationSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        tex: z.string().trim().min(1).max(160).describe('TeX of the whole line, e.g. "x^2 = 9"'),
        reason: label(60).optional().describe('How it follows from the line before, in words: "divide by 2"'),
        mark: z
          .string()
          .trim()
          .min(1)
          .max(60)
          .optional()
          .describe('A part of the line, as it stands there, that leads the eye'),
        say,
      }),
    )
    .min(1)
    .max(8)
    .describe(
      'Equal terms glide from line to line by themselves: keep their order and form where nothing changes',
    ),
});
export type DerivationData = z.infer<typeof derivationSchema>;
