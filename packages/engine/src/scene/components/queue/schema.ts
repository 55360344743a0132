/** A queue, a stack, or both side by side: what comes in and goes out, one cue each. */
import { z } from 'zod';
import { icon, label, say } from '../fields.ts';
import { MOST, tell } from './story.ts';

const item = { text: label(24), icon };

const shape = z.strictObject({
  variant: z
    .enum(['queue', 'stack', 'both'])
    .describe('queue: first in, first out; stack: last in, first out; both: the same through each of them'),
  start: z.array(z.strictObject(item)).max(MOST).default([]).describe('What is in it already, oldest first'),
  ops: z
    .array(
      z.discriminatedUnion('do', [
        z.strictObject({ do: z.literal('push'), ...item, say }).describe('Comes in'),
        z
          .strictObject({ do: z.literal('pop'), say })
          .describe('The oldest of a queue, the newest of a stack goes out'),
      ]),
    )
    .min(1)
    .max(12),
  into: label(14).default('in').describe('What coming in is called: "push", "enqueue", "arrives"'),
  out: label(14).default('out').describe('What going out is called: "pop", "dequeue", "served"'),
  names: z
    .strictObject({ queue: label(16), stack: label(16) })
    .default({ queue: 'Queue', stack: 'Stack' })
    .describe('What the two are called where they stand side by side'),
});

export const queueSchema = shape.superRefine((data, context) => {
  let count = data.start.length;
  data.ops.forEach((op, index) => {
    count += op.do === 'push' ? 1 : -1;
    if (count < 0 || count > MOST) {
      context.addIssue({
        code: 'custom',
        path: ['ops', index],
        message: count < 0 ? 'must not take from what is empty' : `must not put in more than ${MOST}`,
      });
      count = Math.max(0, Math.min(MOST, count));
    }
  });
});
export type QueueData = z.infer<typeof shape>;

/** The operations in two halves, the second beginning with what the first leaves. Only where both lanes hold the same. */
export function splitQueue(data: QueueData): [QueueData, QueueData] | undefined {
  if (data.ops.length < 2 || data.variant === 'both') return undefined;
  const half = Math.ceil(data.ops.length / 2);
  const first = { ...data, ops: data.ops.slice(0, half) };
  const { items, lanes } = tell(first);
  const start = lanes[0]!.states.at(-1)!.map((item) => {
    const { text, icon } = items[item]!;
    return { text, icon };
  });
  return [first, { ...data, start, ops: data.ops.slice(half) }];
}
