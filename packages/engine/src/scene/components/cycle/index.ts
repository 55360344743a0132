/** Cycle: stations on a ring, the last leading back to the first. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutCycle } from './layout.ts';
import { moveCycle } from './motion.ts';
import { cycleSchema } from './schema.ts';

export const cycle = defineComponent({
  name: 'cycle',
  purpose: 'Three to six stations that lead round to the beginning.',
  schema: cycleSchema,
  headline: 'above',
  parts: (data) =>
    data.steps.map((step, index) => ({ path: `steps.${index}`, label: step.text, say: step.say })),
  layout: layoutCycle,
  motion: moveCycle,
  example,
});
