/** Venn: two or three sets that overlap, and what lies in several of them at once. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutVenn } from './layout.ts';
import { moveVenn } from './motion.ts';
import { vennSchema } from './schema.ts';

export const venn = defineComponent({
  name: 'venn',
  purpose: 'Two or three groups that share some of what is in them.',
  schema: vennSchema,
  headline: 'above',
  parts: (data) => [
    ...data.sets.map((set, index) => ({ path: `sets.${index}`, label: set.text, say: set.say })),
    ...data.regions.map((region, index) => ({
      path: `regions.${index}`,
      label: region.text,
      say: region.say,
    })),
  ],
  layout: layoutVenn,
  motion: moveVenn,
  example,
});
