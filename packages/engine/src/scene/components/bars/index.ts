/** Bars: quantities side by side, growing as they are named, with the ratio that matters between two of them. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutBars } from './layout.ts';
import { moveBars } from './motion.ts';
import { barsSchema } from './schema.ts';

export const bars = defineComponent({
  name: 'bars',
  purpose: 'Two to eight quantities of one kind, compared by size.',
  schema: barsSchema,
  headline: 'above',
  parts: (data) => [
    ...data.bars.map((bar, index) => ({ path: `bars.${index}`, label: bar.label, say: bar.say })),
    ...(data.ratio ? [{ path: 'ratio', label: data.ratio.text, say: data.ratio.say }] : []),
  ],
  layout: layoutBars,
  motion: moveBars,
  example,
});
