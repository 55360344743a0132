import type { Example } from '../component.ts';
import type { PacketsData } from './schema.ts';

export const example: Example<PacketsData> = {
  headline: 'A letter in pieces, by *different roads*',
  narration:
    'Your message is cut into packets, each with a number. ' +
    'The first goes through Oslo. The second takes the other road, and the third one is dropped on the way. ' +
    'The fourth arrives all the same. So the receiver asks for number three, and it is sent once more. ' +
    'Now everything is there, and the message is put together.',
  data: {
    from: { name: 'You', icon: 'laptop' },
    to: { name: 'A friend', icon: 'mobile phone' },
    message: 'See you at nine?',
    packets: ['See', 'you', 'at', 'nine?'],
    routes: [
      ['Oslo', 'Riga'],
      ['Paris', 'Rome', 'Athens'],
    ],
    ops: [
      { do: 'split', say: 'cut into packets' },
      { do: 'send', packet: 1, route: 1, say: 'first goes' },
      { do: 'send', packet: 2, route: 2, say: 'second takes' },
      { do: 'lose', packet: 3, route: 2, hop: 2, say: 'third one is dropped' },
      { do: 'send', packet: 4, route: 1, say: 'fourth arrives' },
      { do: 'ask', packet: 3, route: 1, say: 'asks for' },
      { do: 'send', packet: 3, route: 1, say: 'sent once more' },
      { do: 'join', say: 'put together' },
    ],
  },
};
