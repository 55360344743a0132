import { z } from 'zod';
import { label, say } from '../fields.ts';

export const codeSchema = z.strictObject({
  language: label(20).default('text').describe('As shiki names it: python, typescript, sql, bash …'),
  source: z
    .string()
    .min(1)
    .max(1200)
    .refine((text) => text.split('\n').length <= 16, 'must have at most 16 lines')
    .refine(
      (text) => text.split('\n').every((line) => line.length <= 64),
      'must have at most 64 characters a line',
    ),
  steps: z
    .array(
      z.strictObject({
        lines: z.string().regex(/^\d+(-\d+)?$/, 'must be a line ("3") or a range ("2-4")'),
        note: label(60).optional(),
        say,
      }),
    )
    .max(6)
    .default([])
    .describe('Lines that light up in turn, with a note beside them'),
  output: z
    .strictObject({ text: label(80), say })
    .optional()
    .describe('What running it prints'),
});
export type CodeData = z.infer<typeof codeSchema>;
