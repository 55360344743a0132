/** Number: one figure, large, with what it counts and what it is like in human terms. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutNumber } from './layout.ts';
import { moveNumber } from './motion.ts';
import { numberSchema } from './schema.ts';

export const number = defineComponent({
  name: 'number',
  purpose: 'One figure that matters, and a comparison that makes it felt.',
  schema: numberSchema,
  headline: 'above',
  parts: (data) => [
    { path: 'value', label: `${data.value}`, say: data.say },
    ...(data.compare ? [{ path: 'compare', label: data.compare.text, say: data.compare.say }] : []),
  ],
  layout: layoutNumber,
  motion: moveNumber,
  example,
});
