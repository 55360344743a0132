import type { Example } from '../component.ts';
import type { RecapData } from './schema.ts';

export const example: Example<RecapData> = {
  headline: 'Strangers carry it, *nobody* reads it',
  narration:
    'So the server proves its name. Two mixes make one secret key. And every byte is sealed with it. ' +
    'The strangers still carry your card. All they hold is noise.',
  data: {
    items: [
      { text: 'Prove who you are', icon: 'scroll', say: 'proves its name' },
      { text: 'Agree on a key', icon: 'key', say: 'secret key' },
      { text: 'Seal every byte', icon: 'locked', say: 'sealed' },
    ],
    line: { text: 'All they hold is noise.', say: 'All they hold' },
  },
};
