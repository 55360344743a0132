/** Funnel: levels that taper, with their figures: what is left on the way down, or what rests on what. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutFunnel } from './layout.ts';
import { moveFunnel } from './motion.ts';
import { type FunnelData, funnelSchema } from './schema.ts';

export const funnel = defineComponent({
  name: 'funnel',
  purpose: 'Two to six levels that taper: a funnel by what is left, or a pyramid of what rests on what.',
  schema: funnelSchema,
  headline: 'above',
  parts: (data) =>
    data.levels.map((level, index) => ({ path: `levels.${index}`, label: level.text, say: level.say })),
  layout: layoutFunnel,
  motion: moveFunnel,
  split: splitFunnel,
  example,
});

function splitFunnel(data: FunnelData): [FunnelData, FunnelData] | undefined {
  const { levels } = data;
  if (levels.length < 4) return undefined;
  const half = Math.ceil(levels.length / 2);
  return [
    { ...data, levels: levels.slice(0, half) },
    { ...data, levels: levels.slice(half) },
  ];
}
