/** Sequence: parties on lifelines, and the messages between them as arrows drawn one by one. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutSequence } from './layout.ts';
import { moveSequence } from './motion.ts';
import { sequenceSchema } from './schema.ts';

export const sequence = defineComponent({
  name: 'sequence',
  purpose: 'Messages between two to four parties, in order.',
  schema: sequenceSchema,
  headline: 'above',
  parts: (data) =>
    data.messages.map((message, index) => ({
      path: `messages.${index}`,
      label: message.text,
      say: message.say,
    })),
  layout: layoutSequence,
  motion: moveSequence,
  example,
});
