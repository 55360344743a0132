import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const layersSchema = z
  .strictObject({
    layers: z
      .array(
        z.strictObject({
          text: label(40),
          detail: label(70).optional().describe('A quiet remark beside the layer, e.g. "up to 12 km"'),
          icon,
          tone,
          say,
        }),
      )
      .min(2)
      .max(7)
      .describe('From the top of the stack to its bottom; the voice may tell them in either order'),
    traveller: z
      .strictObject({
        icon: label(60).describe('A picture by meaning that goes through the layers, e.g. "balloon"'),
        stops: z
          .array(z.strictObject({ layer: label(40).describe('A layer by its text'), say }))
          .min(1)
          .max(8)
          .optional()
          .describe('Where it goes, in order; without them it visits each layer as that is spoken of'),
      })
      .optional(),
  })
  .superRefine((data, context) => {
    const names = data.layers.map((layer) => layer.text);
    data.traveller?.stops?.forEach((stop, index) => {
      if (names.includes(stop.layer)) return;
      context.addIssue({
        code: 'custom',
        path: ['traveller', 'stops', index, 'layer'],
        message: `must be the text of a layer (${names.join(', ')}), not "${stop.layer}"`,
      });
    });
  });
export type LayersData = z.infer<typeof layersSchema>;
