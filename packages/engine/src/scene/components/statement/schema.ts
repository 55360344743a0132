import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const statementSchema = z.strictObject({
  icons: z
    .array(z.strictObject({ icon: icon.unwrap(), label: label(32).optional(), tone, say }))
    .min(1)
    .max(3)
    .describe('The picture that carries the point: one large, or two or three side by side'),
  joined: z
    .enum(['plus', 'arrow', 'versus', 'none'])
    .default('none')
    .describe('What stands between the pictures'),
  text: label(120).optional().describe('A second line below the picture'),
  say,
});
export type StatementData = z.infer<typeof statementSchema>;
