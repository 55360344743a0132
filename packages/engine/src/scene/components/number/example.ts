import type { Example } from '../component.ts';
import type { NumberData } from './schema.ts';

export const example: Example<NumberData> = {
  headline: 'A round trip in *less than a blink*',
  narration:
    'The whole greeting costs one round trip. That is about forty milliseconds between two cities. ' +
    'A blink of your eye takes ten times as long.',
  data: {
    value: 40,
    suffix: 'ms',
    label: 'for one round trip between two cities',
    icon: 'stopwatch',
    say: 'forty milliseconds',
    compare: { text: 'a tenth of a blink', icon: 'eye', say: 'blink' },
  },
};
