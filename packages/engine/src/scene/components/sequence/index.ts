/** A sequence of messages: arrows between parties, drawn one by one as they are spoken. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutSequence } from './layout.ts';
import { moveSequence } from './motion.ts';
import { type SequenceData, sequenceSchema } from './schema.ts';

export const sequence = defineComponent<SequenceData>({
  name: 'sequence',
  purpose: 'Up to six messages between two to four parties, in the order in which they are sent.',
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
