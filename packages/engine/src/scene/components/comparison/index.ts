/** Comparison: two things held against each other, point by point, and what follows. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutComparison } from './layout.ts';
import { moveComparison } from './motion.ts';
import { comparisonSchema } from './schema.ts';

export const comparison = defineComponent({
  name: 'comparison',
  purpose: 'Two things side by side, with up to four points each.',
  schema: comparisonSchema,
  headline: 'above',
  parts: (data) => [
    ...data.sides.flatMap((side, at) => [
      { path: `sides.${at}`, label: side.name, say: side.say },
      ...side.points.map((point, row) => ({
        path: `sides.${at}.points.${row}`,
        label: point.text,
        say: point.say,
      })),
    ]),
    ...(data.verdict ? [{ path: 'verdict', label: data.verdict.text, say: data.verdict.say }] : []),
  ],
  layout: layoutComparison,
  motion: moveComparison,
  example,
});
