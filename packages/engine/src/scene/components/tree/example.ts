import type { Example } from '../component.ts';
import type { TreeData } from './schema.ts';

export const example: Example<TreeData> = {
  headline: 'A whale is nearly a *hippo*',
  narration:
    'All mammals share one ancestor. Some still lay eggs, like the platypus. Some carry their young in a pouch, like the kangaroo. ' +
    'Most grow them in the womb: bats, elephants, and one group where the hippo is the closest cousin of the whale.',
  data: {
    root: {
      text: 'Mammals',
      icon: 'paw prints',
      say: 'mammals',
      children: [
        {
          text: 'lay eggs',
          icon: 'egg',
          say: 'lay eggs',
          children: [{ text: 'Platypus', icon: 'duck', say: 'platypus' }],
        },
        {
          text: 'pouch',
          icon: 'handbag',
          say: 'pouch',
          children: [{ text: 'Kangaroo', icon: 'kangaroo', say: 'kangaroo' }],
        },
        {
          text: 'womb',
          icon: 'baby',
          say: 'womb',
          children: [
            { text: 'Bat', icon: 'bat', say: 'bats' },
            { text: 'Elephant', icon: 'elephant', say: 'elephants' },
            { text: 'Hippo', icon: 'hippopotamus', say: 'hippo' },
            { text: 'Whale', icon: 'whale', say: 'whale' },
          ],
        },
      ],
    },
  },
};
