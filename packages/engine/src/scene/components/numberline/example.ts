import type { Example } from '../component.ts';
import { type NumberlineData, numberlineSchema } from './schema.ts';

export const example: Example<NumberlineData> = {
  headline: 'Taking away walks *past* zero',
  narration:
    'Numbers do not stop at zero. Start at three and take away five. The frog jumps left, past nothing, and lands on minus two. ' +
    'Now add six, and it flies back to four. Everything left of zero is a debt.',
  data: numberlineSchema.parse({
    from: -6,
    to: 6,
    traveller: 'frog',
    moves: [
      { kind: 'hop', from: 3, to: -2, say: 'take away five' },
      { kind: 'hop', from: -2, to: 4, say: 'add six' },
      {
        kind: 'range',
        to: 0,
        open_to: true,
        label: 'below zero: a debt',
        tone: 'danger',
        say: 'Everything left',
      },
    ],
  }),
};
