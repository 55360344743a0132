import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const pointsSchema = z.strictObject({
  items: z
    .array(z.strictObject({ text: label(60), detail: label(90).optional(), icon, tone, say }))
    .min(2)
    .max(6)
    .describe('Parts of one thing, or reasons; order does not matter'),
});
export type PointsData = z.infer<typeof pointsSchema>;
