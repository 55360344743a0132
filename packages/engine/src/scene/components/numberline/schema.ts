import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

const value = z.number().min(-1e9).max(1e9);

export const numberlineSchema = z
  .strictObject({
    from: value.describe('The least value on the line'),
    to: value.describe('The greatest'),
    suffix: z.string().max(6).optional().describe('After each number: " °C", " %"'),
    unit: label(32).optional().describe('What the numbers are, as a subtitle: "Temperature, °C"'),
    traveller: icon.describe('A picture that makes the hops: "frog"'),
    moves: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('point'),
            at: value,
            label: label(40).describe('What is there'),
            icon,
            tone,
            say,
          }),
          z.strictObject({
            kind: z.literal('hop'),
            from: value,
            to: value,
            label: label(24).optional().describe('The difference when absent: "+3"'),
            tone,
            say,
          }),
          z.strictObject({
            kind: z.literal('range'),
            from: value.optional().describe('Without it the range has no lower end'),
            to: value.optional().describe('Without it the range has no upper end'),
            open_from: z.boolean().default(false).describe('The end itself does not belong to it'),
            open_to: z.boolean().default(false),
            label: label(40).describe('"x > 3", "the comfortable ones"'),
            tone,
            say,
          }),
        ]),
      )
      .min(1)
      .max(12)
      .describe('In the order in which they are spoken of'),
  })
  .superRefine((data, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (data.to <= data.from) return wrong(['to'], 'must be greater than from');
    data.moves.forEach((move, index) => {
      const values = move.kind === 'point' ? [move.at] : [move.from, move.to];
      if (values.some((one) => one !== undefined && (one < data.from || one > data.to)))
        wrong(['moves', index], `must lie between ${data.from} and ${data.to}, the ends of the line`);
      if (move.kind === 'hop' && move.from === move.to)
        wrong(['moves', index], 'a hop must lead somewhere else');
      if (move.kind === 'range' && (move.from ?? data.from) >= (move.to ?? data.to))
        wrong(['moves', index], 'a range must begin below its end');
    });
  });
export type NumberlineData = z.infer<typeof numberlineSchema>;
export type Move = NumberlineData['moves'][number];
