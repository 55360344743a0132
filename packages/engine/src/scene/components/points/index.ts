/** Points: parts or reasons of one thing, each a picture in a round with its words beside it. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutPoints } from './layout.ts';
import { movePoints } from './motion.ts';
import { pointsSchema } from './schema.ts';

export const points = defineComponent({
  name: 'points',
  purpose: 'Two to six parts or reasons whose order does not matter.',
  schema: pointsSchema,
  headline: 'above',
  parts: (data) =>
    data.items.map((item, index) => ({ path: `items.${index}`, label: item.text, say: item.say })),
  layout: layoutPoints,
  motion: movePoints,
  example,
});
