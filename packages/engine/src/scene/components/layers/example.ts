import type { Example } from '../component.ts';
import type { LayersData } from './schema.ts';

export const example: Example<LayersData> = {
  headline: 'Five skies, one *above* the other',
  narration:
    'We live at the bottom, in the troposphere, where all weather happens. Above it lies the stratosphere, with the ozone. ' +
    'Meteors burn up in the mesosphere, auroras glow in the thermosphere, and the exosphere fades into space. ' +
    'A weather balloon starts at the ground, drifts up into thin air, and bursts there.',
  data: {
    layers: [
      { text: 'Exosphere', detail: '600 km and beyond', icon: 'satellite', say: 'exosphere' },
      { text: 'Thermosphere', detail: 'to 600 km: auroras', icon: 'milky way', say: 'thermosphere' },
      { text: 'Mesosphere', detail: 'to 85 km: meteors', icon: 'comet', say: 'mesosphere' },
      { text: 'Stratosphere', detail: 'to 50 km: ozone', icon: 'shield', say: 'stratosphere' },
      {
        text: 'Troposphere',
        detail: 'to 12 km: weather',
        icon: 'cloud with rain',
        say: 'troposphere',
      },
    ],
    traveller: {
      icon: 'balloon',
      stops: [
        { layer: 'Troposphere', say: 'weather balloon' },
        { layer: 'Stratosphere', say: 'drifts up' },
      ],
    },
  },
};
