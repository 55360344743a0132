import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const timelineSchema = z.strictObject({
  events: z
    .array(
      z.strictObject({ when: label(20).describe('A year, a date, an hour'), text: label(44), icon, say }),
    )
    .min(2)
    .max(6)
    .describe('In order of time'),
  traveller: icon.describe('A picture that travels the line, e.g. "rocket"'),
  future: label(32).optional().describe('Where the line leads next, hinted at its end'),
});
export type TimelineData = z.infer<typeof timelineSchema>;
