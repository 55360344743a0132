import type { Example } from '../component.ts';
import type { VennData } from './schema.ts';

export const example: Example<VennData> = {
  headline: 'Only one animal does all *three*',
  narration:
    'Some animals lay eggs. Some give milk. And some are venomous. The cobra lays eggs and has venom. ' +
    'The echidna lays eggs and gives milk. A shrew gives milk and has venom. Only the platypus does all three.',
  data: {
    sets: [
      { text: 'lays eggs', icon: 'egg', say: 'lay eggs' },
      { text: 'gives milk', icon: 'glass of milk', say: 'give milk' },
      { text: 'has venom', icon: 'skull', say: 'venomous' },
    ],
    regions: [
      { of: ['lays eggs', 'has venom'], text: 'Cobra', icon: 'snake', say: 'cobra' },
      { of: ['lays eggs', 'gives milk'], text: 'Echidna', icon: 'hedgehog', say: 'echidna' },
      { of: ['gives milk', 'has venom'], text: 'Shrew', icon: 'mouse', say: 'shrew' },
      { of: ['lays eggs', 'gives milk', 'has venom'], text: 'Platypus', icon: 'duck', say: 'platypus' },
    ],
  },
};
