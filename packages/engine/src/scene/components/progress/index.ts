/** Progress: how far things have come, as bars, rings or a gauge that fill while their figures count up. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutProgress } from './layout.ts';
import { moveProgress } from './motion.ts';
import { progressSchema } from './schema.ts';

export const progress = defineComponent({
  name: 'progress',
  purpose: 'One to six shares of something full, or ways towards a goal: bars, rings or one big gauge.',
  schema: progressSchema,
  headline: 'above',
  parts: (data) =>
    data.items.map((item, index) => ({ path: `items.${index}`, label: item.label, say: item.say })),
  split(data) {
    if (data.items.length < 2) return undefined;
    const half = Math.ceil(data.items.length / 2);
    return [
      { ...data, items: data.items.slice(0, half) },
      { ...data, items: data.items.slice(half) },
    ];
  },
  layout: layoutProgress,
  motion: moveProgress,
  example,
});
