import type { Example } from '../component.ts';
import type { CycleData } from './schema.ts';

export const example: Example<CycleData> = {
  headline: 'The same water, *again and again*',
  narration:
    'The sun warms the sea, and water rises as vapour. High up it cools and gathers into clouds. ' +
    'Rain falls on the hills. Rivers carry it home, and it begins again.',
  data: {
    centre: { icon: 'sun', text: 'driven by the sun' },
    steps: [
      { text: 'Water rises', icon: 'water wave', say: 'rises' },
      { text: 'Clouds gather', icon: 'cloud', say: 'clouds' },
      { text: 'Rain falls', icon: 'cloud with rain', say: 'Rain' },
      { text: 'Rivers flow home', icon: 'national park', say: 'Rivers' },
    ],
  },
};
