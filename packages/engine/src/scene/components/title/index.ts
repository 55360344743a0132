/** Title: the name of a film or of a part of it, with the pictures it will be about. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutTitle } from './layout.ts';
import { moveTitle } from './motion.ts';
import { titleSchema } from './schema.ts';

export const title = defineComponent({
  name: 'title',
  purpose: 'The name of the film or of a part; a stage or statement that shows the stake opens better.',
  schema: titleSchema,
  headline: 'own',
  parts: (data) =>
    (data.icons ?? []).map(({ icon, say }, index) => ({ path: `icons.${index}`, label: icon, say })),
  layout: layoutTitle,
  motion: moveTitle,
  example,
});
