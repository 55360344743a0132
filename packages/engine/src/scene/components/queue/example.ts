import type { Example } from '../component.ts';
import type { QueueData } from './schema.ts';

export const example: Example<QueueData> = {
  headline: 'Undo, or wait your turn? *Two ways* to line up',
  narration:
    'Three things come in, one after the other. First a letter, then a phone call, and last a parcel. ' +
    'Now take one out. A queue gives back the oldest, the letter; a stack hands you the newest, the parcel. ' +
    'Take another, and both give the phone call.',
  data: {
    variant: 'both',
    start: [],
    into: 'in',
    out: 'out',
    names: { queue: 'Queue', stack: 'Stack' },
    ops: [
      { do: 'push', text: 'Letter', icon: 'envelope', say: 'letter' },
      { do: 'push', text: 'Phone call', icon: 'telephone', say: 'phone call' },
      { do: 'push', text: 'Parcel', icon: 'package', say: 'parcel' },
      { do: 'pop', say: 'gives back the oldest' },
      { do: 'pop', say: 'Take another' },
    ],
  },
};
