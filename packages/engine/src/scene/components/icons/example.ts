import type { Example } from '../component.ts';
import type { IconsData } from './schema.ts';

export const example: Example<IconsData> = {
  headline: 'Eight crops, and one of them feeds *half of us*',
  narration:
    'Most of what the world eats grows from very few plants. Wheat and maize come first, then potatoes and beans. ' +
    'Tomatoes, onions and bananas follow. But rice alone is the daily food of more than half of all people.',
  data: {
    items: [
      { icon: 'sheaf of rice', label: 'wheat', say: 'Wheat' },
      { icon: 'ear of corn', label: 'maize', say: 'maize' },
      { icon: 'potato', label: 'potatoes', say: 'potatoes' },
      { icon: 'beans', label: 'beans', say: 'beans' },
      { icon: 'tomato', label: 'tomatoes', say: 'Tomatoes' },
      { icon: 'onion', label: 'onions', say: 'onions' },
      { icon: 'banana', label: 'bananas', say: 'bananas' },
      { icon: 'cooked rice', label: 'rice', say: 'rice alone' },
    ],
    main: { item: 8, say: 'more than half' },
  },
};

/** The other kind of picture: N of M. */
export const countExample: Example<IconsData> = {
  headline: 'Most of the body is *water*',
  narration: 'Imagine a grown man as ten buckets. Six of the ten are filled with nothing but water.',
  data: {
    count: {
      icon: 'droplet',
      n: 6,
      of: 10,
      text: 'parts of an adult body are water',
      say: 'Six of the ten',
    },
  },
};
