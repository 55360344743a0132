import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const cycleSchema = z.strictObject({
  steps: z
    .array(z.strictObject({ text: label(36), icon, say }))
    .min(3)
    .max(6)
    .describe('Stations on a ring; the last leads back to the first'),
  centre: z
    .strictObject({ text: label(28).optional(), icon })
    .optional()
    .describe('What the cycle turns around'),
});
export type CycleData = z.infer<typeof cycleSchema>;
