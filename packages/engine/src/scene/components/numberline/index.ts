/** Number line: values, hops that add and take away, ranges with open and closed ends. */
import { defineComponent } from '../component.ts';
import { numeral } from './axis.ts';
import { example } from './example.ts';
import { layoutNumberline } from './layout.ts';
import { moveNumberline } from './motion.ts';
import { type NumberlineData, numberlineSchema } from './schema.ts';

export const numberline = defineComponent({
  name: 'numberline',
  purpose: 'Values on a number line: points, hops that add or subtract, ranges and inequalities.',
  schema: numberlineSchema,
  headline: 'above',
  parts: (data) =>
    data.moves.map((move, index) => ({
      path: `moves.${index}`,
      label: move.label ?? (move.kind === 'hop' ? numeral(move.to, data) : move.kind),
      say: move.say,
    })),
  layout: layoutNumberline,
  motion: moveNumberline,
  split: splitNumberline,
  example,
});

function splitNumberline(data: NumberlineData): [NumberlineData, NumberlineData] | undefined {
  if (data.moves.length < 2) return undefined;
  const half = Math.ceil(data.moves.length / 2);
  return [
    { ...data, moves: data.moves.slice(0, half) },
    { ...data, moves: data.moves.slice(half) },
  ];
}
