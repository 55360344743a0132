/** Bits: a binary number that can be read, added up, divided into fields and changed bit by bit. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutBits } from './layout.ts';
import { moveBits } from './motion.ts';
import { type BitsData, bitsSchema } from './schema.ts';
import { splitBits } from './story.ts';

export const bits = defineComponent<BitsData>({
  name: 'bits',
  purpose:
    'A binary number of up to sixteen bits: place values, flips, named bit fields, decimal, hex or letter.',
  schema: bitsSchema,
  headline: 'above',
  parts: (data) =>
    data.ops.map((op, index) => ({
      path: `ops.${index}`,
      label: op.do === 'field' ? op.label : op.do,
      say: op.say,
    })),
  layout: layoutBits,
  motion: moveBits,
  split: splitBits,
  example,
});
