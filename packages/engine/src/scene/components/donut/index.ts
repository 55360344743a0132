/** Donut: the shares of a whole, sweeping in one after another as they are named. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutDonut } from './layout.ts';
import { moveDonut } from './motion.ts';
import { donutSchema } from './schema.ts';

export const donut = defineComponent({
  name: 'donut',
  purpose: 'Two to eight shares that together make a whole.',
  schema: donutSchema,
  headline: 'above',
  parts: (data) =>
    data.slices.map((slice, index) => ({ path: `slices.${index}`, label: slice.label, say: slice.say })),
  layout: layoutDonut,
  motion: moveDonut,
  example,
});
