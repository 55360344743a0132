import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const statesSchema = z
  .strictObject({
    states: z
      .array(
        z.strictObject({
          id: label(24),
          text: label(32),
          icon,
          tone,
          final: z.boolean().optional().describe('Where it may end: drawn with a double edge'),
          say,
        }),
      )
      .min(2)
      .max(8),
    transitions: z
      .array(
        z.strictObject({
          from: label(24).describe('A state by id'),
          to: label(24).describe('A state by id; the same one for a loop'),
          text: label(32).optional().describe('What makes it happen: "a coin falls in"'),
          say,
        }),
      )
      .min(1)
      .max(12)
      .describe('In the order in which the voice tells them: a token goes along each on its word'),
    start: label(24).optional().describe('The state, by id, in which it begins; else the first'),
  })
  .superRefine((data, context) => {
    const ids = data.states.map((state) => state.id);
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: 'custom', path: ['states'], message: 'must have a different id each' });
    const demand = (id: string | undefined, path: (string | number)[]) => {
      if (id === undefined || ids.includes(id)) return;
      const message = `must be the id of a state (${ids.join(', ')}), not "${id}"`;
      context.addIssue({ code: 'custom', path, message });
    };
    demand(data.start, ['start']);
    data.transitions.forEach((transition, index) => {
      demand(transition.from, ['transitions', index, 'from']);
      demand(transition.to, ['transitions', index, 'to']);
    });
  });
export type StatesData = z.infer<typeof statesSchema>;
