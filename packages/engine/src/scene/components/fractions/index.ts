/** Fractions: parts of a whole in bars, discs and grids; shares of a hundred people. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutFractions } from './layout.ts';
import { moveFractions } from './motion.ts';
import { type FractionsData, fractionsSchema } from './schema.ts';

export const fractions = defineComponent({
  name: 'fractions',
  purpose: 'Parts of a whole: 3/4 of a dozen, 1/2 beside 2/4, how many of 100 people.',
  schema: fractionsSchema,
  headline: 'above',
  parts: (data) =>
    data.wholes.flatMap((whole, index) => [
      { path: `wholes.${index}`, label: whole.label ?? `${whole.parts}`, say: whole.say },
      ...whole.shares.map((share, at) => ({
        path: `wholes.${index}.shares.${at}`,
        label: share.label ?? `${share.count}`,
        say: share.say,
      })),
    ]),
  layout: layoutFractions,
  motion: moveFractions,
  split: splitFractions,
  example,
});

function splitFractions({ wholes }: FractionsData): [FractionsData, FractionsData] | undefined {
  if (wholes.length < 2) return undefined;
  const half = Math.ceil(wholes.length / 2);
  return [{ wholes: wholes.slice(0, half) }, { wholes: wholes.slice(half) }];
}
