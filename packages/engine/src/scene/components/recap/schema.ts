import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const recapSchema = z.strictObject({
  items: z
    .array(z.strictObject({ text: label(40), icon, say }))
    .min(2)
    .max(4)
    .describe('What the film showed, in few words'),
  line: z
    .strictObject({ text: label(80), say })
    .optional()
    .describe('The line to repeat at dinner'),
});
export type RecapData = z.infer<typeof recapSchema>;
