import type { Example } from '../component.ts';
import type { DonutData } from './schema.ts';

/** Ember, Global Electricity Review 2024: the year 2023, rounded. */
export const example: Example<DonutData> = {
  headline: 'Coal still lights one lamp in *three*',
  narration:
    "Coal makes thirty-five percent of the world's electricity. Gas adds another twenty-three. " +
    'Falling water turns fourteen, and the atom nine. Wind and sun together have reached thirteen, and the rest makes six.',
  data: {
    show: 'share',
    slices: [
      { label: 'Coal', value: 35, say: 'Coal' },
      { label: 'Gas', value: 23, say: 'Gas' },
      { label: 'Hydro', value: 14, say: 'Falling water' },
      { label: 'Nuclear', value: 9, say: 'atom' },
      { label: 'Wind and sun', value: 13, say: 'Wind and sun' },
      { label: 'Other', value: 6, say: 'the rest' },
    ],
    middle: { text: 'from coal', slice: 'Coal' },
  },
};
