/** Recap: what was shown, as marks that come back one by one, and the line to remember. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutRecap } from './layout.ts';
import { moveRecap } from './motion.ts';
import { recapSchema } from './schema.ts';

export const recap = defineComponent({
  name: 'recap',
  purpose: 'The close: two to four things the film showed, and the line to repeat at dinner.',
  schema: recapSchema,
  headline: 'above',
  parts: (data) => [
    ...data.items.map((item, index) => ({ path: `items.${index}`, label: item.text, say: item.say })),
    ...(data.line ? [{ path: 'line', label: data.line.text, say: data.line.say }] : []),
  ],
  layout: layoutRecap,
  motion: moveRecap,
  example,
});
