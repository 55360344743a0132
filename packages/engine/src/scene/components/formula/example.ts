import type { Example } from '../component.ts';
import type { FormulaData } from './schema.ts';

export const example: Example<FormulaData> = {
  headline: 'A little mass is a *lot* of energy',
  narration:
    'Einstein wrote it in one line. Energy equals mass, times the speed of light, squared. ' +
    'Light is so fast that one gram holds as much as a city uses in days.',
  data: {
    tex: 'E = m c^2',
    parts: [
      { tex: 'E', means: 'energy', say: 'Energy' },
      { tex: 'm', means: 'mass', say: 'mass' },
      { tex: 'c^2', means: 'speed of light, squared', say: 'speed of light' },
    ],
    result: { text: '1 gram holds 90 trillion joules', say: 'one gram' },
  },
};
