/** Statement: one point, carried by one to three large pictures. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutStatement } from './layout.ts';
import { moveStatement } from './motion.ts';
import { statementSchema } from './schema.ts';

export const statement = defineComponent({
  name: 'statement',
  purpose: 'One point that one to three large pictures can carry.',
  schema: statementSchema,
  headline: 'above',
  parts: (data) => [
    ...data.icons.map((one, index) => ({
      path: `icons.${index}`,
      label: one.label ?? one.icon,
      say: one.say,
    })),
    ...(data.text === undefined ? [] : [{ path: 'text', label: data.text, say: data.say }]),
  ],
  layout: layoutStatement,
  motion: moveStatement,
  example,
});
