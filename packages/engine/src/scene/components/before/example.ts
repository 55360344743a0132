import type { Example } from '../component.ts';
import type { BeforeData } from './schema.ts';

export const example: Example<BeforeData> = {
  headline: 'One box made the world *smaller*',
  narration:
    'Before 1956, dockers loaded a ship sack by sack, and a ton cost almost six dollars. ' +
    'Then came the steel container, and the same ton went aboard for sixteen cents. ' +
    'That is thirty-six times cheaper.',
  data: {
    before: {
      tag: '1956, by hand',
      icon: 'construction worker',
      figure: '$5.86',
      label: 'to load one ton',
      say: 'sack by sack',
    },
    after: {
      tag: '1956, in a container',
      icon: 'noto:ship',
      figure: '$0.16',
      label: 'to load one ton',
      say: 'the steel container',
    },
    change: { text: '36 times cheaper', say: 'thirty-six times' },
  },
};
