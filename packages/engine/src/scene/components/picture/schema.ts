import { z } from 'zod';
import { illustration, label, say } from '../fields.ts';

export const SPOTS = [
  'top-left',
  'top',
  'top-right',
  'left',
  'centre',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;

export const pictureSchema = z.strictObject({
  picture: illustration,
  callouts: z
    .array(
      z.strictObject({
        text: label(44),
        detail: label(80).optional(),
        at: z
          .union([
            z.enum(SPOTS),
            z.strictObject({
              across: z.number().min(0).max(100).describe('Percent of the picture from its left edge'),
              down: z.number().min(0).max(100).describe('Percent of the picture from its top edge'),
            }),
            z.strictObject({
              part: z
                .number()
                .int()
                .min(0)
                .max(4)
                .describe('Of a composed picture: 0 is its base, 1 what lies on it'),
            }),
          ])
          .describe('The place on the picture that is spoken of'),
        say,
      }),
    )
    .min(1)
    .max(6),
});
export type PictureData = z.infer<typeof pictureSchema>;
export type Callout = PictureData['callouts'][number];
