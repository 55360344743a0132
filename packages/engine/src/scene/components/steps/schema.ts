import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const stepsSchema = z.strictObject({
  items: z
    .array(z.strictObject({ text: label(48), detail: label(80).optional(), icon, say }))
    .min(2)
    .max(6)
    .describe('What happens in turn; each leads to the next'),
});
export type StepsData = z.infer<typeof stepsSchema>;
