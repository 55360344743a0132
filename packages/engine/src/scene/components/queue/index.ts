/** Queue and stack: what comes in and goes out, first or last, one item at a time. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutQueue } from './layout.ts';
import { moveQueue } from './motion.ts';
import { type QueueData, queueSchema, splitQueue } from './schema.ts';

export const queue = defineComponent<QueueData>({
  name: 'queue',
  purpose: 'A queue, a stack, or the two compared: up to six things lining up, coming in and going out.',
  schema: queueSchema,
  headline: 'above',
  parts: (data) =>
    data.ops.map((op, index) => ({
      path: `ops.${index}`,
      label: op.do === 'push' ? op.text : data.out,
      say: op.say,
    })),
  layout: layoutQueue,
  motion: moveQueue,
  split: splitQueue,
  example,
});
