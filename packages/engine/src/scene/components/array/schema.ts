/** An array: cells, pointers that name some of them, and the operations a voice tells in order. */
import { z } from 'zod';
import { label, say } from '../fields.ts';
import { checkArray } from './story.ts';

const MOST = 12;

const index = z.number().int().min(0).max(98).describe('The index printed at the cell');
const value = z.string().trim().max(12).describe('What is in the cell; empty for nothing yet');
const name = label(8).describe('A pointer by name: "low", "mid", "i"');
const common = {
  line: label(40)
    .optional()
    .describe('A condition or a line of code that types itself below: "*67* < 78 → low = mid + 1"'),
  say,
};

const op = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('lift'), at: index, ...common }).describe('The cell that is looked at now'),
  z
    .strictObject({
      do: z.literal('compare'),
      a: index,
      b: index,
      sign: z.enum(['<', '>', '=', '≠', '≤', '≥', '?']).default('?'),
      ...common,
    })
    .describe('Two cells held against each other'),
  z.strictObject({ do: z.literal('swap'), a: index, b: index, ...common }),
  z.strictObject({ do: z.literal('set'), at: index, value, ...common }).describe('Overwrites a cell'),
  z
    .strictObject({ do: z.literal('insert'), at: index, value, ...common })
    .describe('Later cells move one place on'),
  z
    .strictObject({ do: z.literal('remove'), at: index, ...common })
    .describe('Later cells move one place back'),
  z
    .strictObject({ do: z.literal('point'), pointer: name, to: index, ...common })
    .describe('Moves a pointer, or brings it in'),
  z
    .strictObject({ do: z.literal('drop'), from: index, to: index, label: label(24).optional(), ...common })
    .describe('Rules a range out: it fades under a bracket'),
  z
    .strictObject({
      do: z.literal('mark'),
      from: index,
      to: index,
      label: label(24).optional(),
      ...common,
    })
    .describe('Settles a range: found, sorted, done'),
  z.strictObject({ do: z.literal('note'), ...common }).describe('Only types its line below'),
]);

const shape = z.strictObject({
  cells: z.array(value).min(1).max(MOST),
  first: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .describe('The index of the first cell'),
  pointers: z
    .array(z.strictObject({ name, at: index }))
    .max(3)
    .default([])
    .describe('Pointers that are there from the start'),
  ops: z.array(op).min(1).max(12).describe('What happens, in order'),
});

export const arraySchema = shape.superRefine((data, context) => {
  for (const { path, message } of checkArray(data, MOST)) context.addIssue({ code: 'custom', path, message });
});
export type ArrayData = z.infer<typeof shape>;
export type ArrayOp = ArrayData['ops'][number];
