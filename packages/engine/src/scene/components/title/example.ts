import type { Example } from '../component.ts';
import type { TitleData } from './schema.ts';

export const example: Example<TitleData> = {
  headline: 'How the sea *breathes*',
  narration: 'Twice a day the sea climbs the beach and goes again. The Moon pulls it, and the Sun helps.',
  data: {
    kicker: 'Tides',
    subtitle: 'Why the water comes and goes twice a day',
    icons: [
      { icon: 'water wave', say: 'sea' },
      { icon: 'full moon', say: 'Moon' },
      { icon: 'sun', say: 'Sun' },
    ],
  },
};
