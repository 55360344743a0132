import type { Example } from '../component.ts';
import type { TimelineData } from './schema.ts';

export const example: Example<TimelineData> = {
  headline: 'Christmas Eve, and nobody had ever been *this far*',
  narration:
    'In 1957 a metal ball beeped its way around the Earth. In 1961 Yuri Gagarin rode the same road. ' +
    'In 1967 fire on the pad killed three men. And in 1968 three others circled the Moon.',
  data: {
    traveller: 'rocket',
    future: 'the Moon',
    events: [
      { when: '1957', text: 'Sputnik', say: '1957' },
      { when: '1961', text: 'Gagarin orbits', say: '1961' },
      { when: '1967', text: 'Fire on the pad', say: '1967' },
      { when: '1968', text: 'Three men circle the Moon', say: '1968' },
    ],
  },
};
