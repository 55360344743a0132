import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const formulaSchema = z.strictObject({
  tex: z.string().trim().min(1).max(200).describe('TeX, e.g. "E = mc^2"'),
  parts: z
    .array(
      z.strictObject({
        tex: z.string().trim().min(1).max(60).describe('A symbol or subformula as it stands in the formula'),
        means: label(36),
        icon,
        tone,
        say,
      }),
    )
    .max(5)
    .default([])
    .describe('What the symbols mean; each lights up in the formula as it is spoken'),
  result: z
    .strictObject({ text: label(60), say })
    .optional()
    .describe('The line it comes to, in words or figures'),
  say,
});
export type FormulaData = z.infer<typeof formulaSchema>;
