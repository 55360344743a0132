/** Steps: what happens in turn, each mark joined to the next by an arrow. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutSteps } from './layout.ts';
import { moveSteps } from './motion.ts';
import { stepsSchema } from './schema.ts';

export const steps = defineComponent({
  name: 'steps',
  purpose: 'Two to six things that happen in turn, each leading to the next.',
  schema: stepsSchema,
  headline: 'above',
  parts: (data) =>
    data.items.map((item, index) => ({ path: `items.${index}`, label: item.text, say: item.say })),
  layout: layoutSteps,
  motion: moveSteps,
  example,
});
