import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { figureFields } from '../figures.ts';

export const funnelSchema = z.strictObject({
  shape: z
    .enum(['funnel', 'pyramid'])
    .default('funnel')
    .describe(
      'funnel: ever less is left on the way down; pyramid: each level rests on the wider one below it',
    ),
  ...figureFields,
  levels: z
    .array(
      z.strictObject({
        text: label(48),
        value: z.number().min(0).max(1e15).optional().describe('Its figure; a funnel narrows by it'),
        detail: label(70).optional().describe('A quiet remark below the text'),
        icon,
        tone,
        say,
      }),
    )
    .min(2)
    .max(6)
    .describe('From top to bottom; the voice may tell them in either order'),
});
export type FunnelData = z.infer<typeof funnelSchema>;
