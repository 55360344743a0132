/** Formula: set large, its symbols lit one by one as the voice says what they mean. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutFormula } from './layout.ts';
import { moveFormula } from './motion.ts';
import { formulaSchema } from './schema.ts';

export const formula = defineComponent({
  name: 'formula',
  purpose: 'One formula, and what up to five of its symbols mean.',
  schema: formulaSchema,
  headline: 'above',
  parts: (data) => [
    // Without words of its own the formula is there from the start: it is what the scene speaks about.
    ...(data.say === undefined ? [] : [{ path: 'tex', label: data.tex, say: data.say }]),
    ...data.parts.map((part, index) => ({ path: `parts.${index}`, label: part.means, say: part.say })),
    ...(data.result ? [{ path: 'result', label: data.result.text, say: data.result.say }] : []),
  ],
  layout: layoutFormula,
  motion: moveFormula,
  example,
});
