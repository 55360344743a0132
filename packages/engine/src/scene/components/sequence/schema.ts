import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

const party = z.union([
  label(24).transform((name) => ({ name, icon: undefined as string | undefined })),
  z.strictObject({ name: label(24), icon }),
]);

export const sequenceSchema = z
  .strictObject({
    parties: z.array(party).min(2).max(4).describe('Who talks, from left to right'),
    messages: z
      .array(
        z.strictObject({
          from: label(24).describe('A party by name'),
          to: label(24).describe('A party by name'),
          text: label(48),
          icon,
          note: label(40).optional().describe('A short remark beside the arrow, e.g. "1 round trip, 40 ms"'),
          say,
        }),
      )
      .min(1)
      .max(6)
      .describe('What is said, in order, each an arrow from its sender'),
  })
  .superRefine((data, context) => {
    const names = new Set(data.parties.map((one) => one.name));
    data.messages.forEach((message, index) => {
      for (const end of ['from', 'to'] as const) {
        if (!names.has(message[end])) {
          context.addIssue({
            code: 'custom',
            path: ['messages', index, end],
            message: `must be one of the parties (${[...names].join(', ')}), not "${message[end]}"`,
          });
        }
      }
      if (message.from === message.to) {
        context.addIssue({
          code: 'custom',
          path: ['messages', index, 'to'],
          message: 'must be another party than "from"',
        });
      }
    });
  });
export type SequenceData = z.infer<typeof sequenceSchema>;
