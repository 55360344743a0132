import type { Example } from '../component.ts';
import type { PointsData } from './schema.ts';

export const example: Example<PointsData> = {
  headline: 'Three things a *leaf* needs',
  narration:
    'A leaf needs only three things to make its own food. Sunlight gives the energy. Water climbs up from the roots. ' +
    'And carbon dioxide drifts in from the air.',
  data: {
    items: [
      { text: 'Sunlight', detail: 'the energy', icon: 'sun', tone: 'now', say: 'Sunlight' },
      { text: 'Water', detail: 'from the roots', icon: 'droplet', say: 'Water' },
      { text: 'Carbon dioxide', detail: 'from the air', icon: 'wind', say: 'carbon dioxide' },
    ],
  },
};
