import type { Example } from '../component.ts';
import { type DerivationData, derivationSchema } from './schema.ts';

export const example: Example<DerivationData> = {
  headline: 'Completing the square, *seen* step by step',
  narration:
    'Here is an equation with an x in two places. Move the seven across. ' +
    'Now add nine to both sides. The left side is a perfect square. ' +
    'Take the root, and x is one, or minus seven.',
  data: derivationSchema.parse({
    lines: [
      { tex: 'x^2 + 6x - 7 = 0', say: 'Here is an equation' },
      { tex: 'x^2 + 6x = 7', reason: 'move 7 across', say: 'Move the seven' },
      { tex: 'x^2 + 6x + 9 = 7 + 9', reason: 'add 9 to both sides', mark: '+ 9', say: 'add nine' },
      { tex: '(x + 3)^2 = 16', reason: 'a perfect square', say: 'perfect square' },
      { tex: 'x = -3 \\pm 4', reason: 'take the root: 1 or −7', mark: '\\pm 4', say: 'Take the root' },
    ],
  }),
};
