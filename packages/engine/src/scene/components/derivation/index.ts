/** Derivation: formulas that turn into one another line by line, equal terms gliding to their new place. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutDerivation } from './layout.ts';
import { moveDerivation } from './motion.ts';
import { type DerivationData, derivationSchema } from './schema.ts';

export const derivation = defineComponent({
  name: 'derivation',
  purpose: 'A formula transformed line by line, each step with its reason in words.',
  schema: derivationSchema,
  headline: 'above',
  parts: (data) =>
    data.lines.map((line, index) => ({
      path: `lines.${index}`,
      label: line.reason ?? line.tex,
      say: line.say,
    })),
  layout: layoutDerivation,
  motion: moveDerivation,
  split: splitDerivation,
  example,
});

function splitDerivation({ lines }: DerivationData): [DerivationData, DerivationData] | undefined {
  if (lines.length < 2) return undefined;
  const half = Math.ceil(lines.length / 2);
  return [{ lines: lines.slice(0, half) }, { lines: lines.slice(half) }];
}
