/** Code: a listing whose lines are framed in turn, with a note on each, and what running it prints. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutCode } from './layout.ts';
import { moveCode } from './motion.ts';
import { codeSchema } from './schema.ts';

export const code = defineComponent({
  name: 'code',
  purpose: 'Up to sixteen lines of code, walked through line by line.',
  schema: codeSchema,
  headline: 'above',
  parts: (data) => [
    ...data.steps.map((step, index) => ({ path: `steps.${index}`, label: step.note ?? '', say: step.say })),
    ...(data.output ? [{ path: 'output', label: data.output.text, say: data.output.say }] : []),
  ],
  layout: layoutCode,
  motion: moveCode,
  example,
});
