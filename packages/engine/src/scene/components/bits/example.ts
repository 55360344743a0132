import type { Example } from '../component.ts';
import type { BitsData } from './schema.ts';

export const example: Example<BitsData> = {
  headline: 'From M to m, *one bit* flips',
  narration:
    'Inside a computer the letter M is eight bits. Add up what the ones are worth, and you get seventy-seven. ' +
    'The last five bits say which letter it is: the thirteenth of the alphabet. ' +
    'Now flip the bit worth thirty-two, and the capital turns into a small m.',
  data: {
    bits: '01001101',
    signed: false,
    weights: true,
    read: [
      { as: 'decimal', name: 'as a number' },
      { as: 'letter', name: 'as a letter' },
    ],
    ops: [
      { do: 'sum', say: 'Add up' },
      { do: 'field', from: 4, to: 0, label: 'which letter', say: 'last five bits' },
      { do: 'flip', bit: 5, say: 'flip the bit' },
    ],
  },
};
