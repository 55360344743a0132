import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const diagramSchema = z
  .strictObject({
    direction: z
      .enum(['right', 'down'])
      .default('right')
      .describe('Where the arrows mostly lead in a wide frame'),
    nodes: z
      .array(z.strictObject({ id: label(24), label: label(32), icon, tone, say }))
      .min(2)
      .max(9),
    edges: z
      .array(
        z.strictObject({
          from: label(24),
          to: label(24),
          label: label(24).optional(),
          dashed: z.boolean().optional(),
          say,
        }),
      )
      .max(14)
      .default([]),
  })
  .superRefine((data, context) => {
    const ids = new Set(data.nodes.map((node) => node.id));
    if (ids.size < data.nodes.length) {
      context.addIssue({ code: 'custom', path: ['nodes'], message: 'must have a different id each' });
    }
    data.edges.forEach((edge, index) => {
      for (const end of ['from', 'to'] as const) {
        if (!ids.has(edge[end])) {
          context.addIssue({
            code: 'custom',
            path: ['edges', index, end],
            message: `must be the id of a node (${[...ids].join(', ')}), not "${edge[end]}"`,
          });
        }
      }
    });
  });
export type DiagramData = z.infer<typeof diagramSchema>;
