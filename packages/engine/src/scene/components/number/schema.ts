import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const numberSchema = z.strictObject({
  value: z
    .union([z.number(), label(16)])
    .describe('A number counts up; a text ("1 in 8", "10⁻⁹") appears whole'),
  prefix: z.string().max(6).optional(),
  suffix: z.string().max(16).optional().describe('The unit, set smaller: "km/s"'),
  label: label(80).describe('What it counts'),
  icon,
  say,
  compare: z
    .strictObject({ text: label(60), icon, say })
    .optional()
    .describe('The number in human terms: "a tenth of a blink"'),
});
export type NumberData = z.infer<typeof numberSchema>;
