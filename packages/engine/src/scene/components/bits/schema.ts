/** Bits: a binary number whose bits flip, with place values, named fields, and what it reads as. */
import { z } from 'zod';
import { label, say } from '../fields.ts';

const MOST = 16;
const bit = z
  .number()
  .int()
  .min(0)
  .max(MOST - 1)
  .describe('Counted from the right, 0 for the last');
const pattern = z
  .string()
  .regex(/^[01]{1,16}$/, 'must be 1 to 16 bits, such as "01001101"')
  .describe('From left to right');

const shape = z.strictObject({
  bits: pattern,
  signed: z.boolean().default(false).describe("The first bit counts as negative: two's complement"),
  weights: z.boolean().default(true).describe('Shows what each place is worth'),
  read: z
    .array(
      z.strictObject({
        as: z.enum(['decimal', 'hex', 'letter']),
        name: label(16).optional().describe('Written below it, e.g. "decimal"'),
      }),
    )
    .max(3)
    .default([{ as: 'decimal' }])
    .describe('What the bits read as, in large figures below'),
  ops: z
    .array(
      z.discriminatedUnion('do', [
        z.strictObject({ do: z.literal('flip'), bit, say }).describe('0 becomes 1, 1 becomes 0'),
        z.strictObject({ do: z.literal('set'), bits: pattern, say }).describe('All bits anew'),
        z
          .strictObject({ do: z.literal('field'), from: bit, to: bit, label: label(24), say })
          .describe('Names some bits that lie side by side, and reads them by themselves'),
        z.strictObject({ do: z.literal('sum'), say }).describe('Adds up what the ones are worth'),
      ]),
    )
    .min(1)
    .max(10)
    .describe('What happens, in order'),
});

export const bitsSchema = shape.superRefine((data, context) => {
  const count = data.bits.length;
  const issue = (index: number, field: string, message: string) =>
    context.addIssue({ code: 'custom', path: ['ops', index, field], message });
  data.ops.forEach((op, index) => {
    const places =
      op.do === 'flip' ? [['bit', op.bit] as const] : op.do === 'field' ? fieldEnds(op.from, op.to) : [];
    for (const [field, place] of places)
      if (place >= count) issue(index, field, `must be a bit from 0 to ${count - 1}`);
    if (op.do === 'set' && op.bits.length !== count) issue(index, 'bits', `must have ${count} bits`);
  });
});
export type BitsData = z.infer<typeof shape>;

function fieldEnds(from: number, to: number) {
  return [['from', from] as const, ['to', to] as const];
}
