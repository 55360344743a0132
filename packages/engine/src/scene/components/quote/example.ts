import type { Example } from '../component.ts';
import type { QuoteData } from './schema.ts';

export const example: Example<QuoteData> = {
  headline: 'The most famous *thank you* in science',
  narration:
    'In 1675 Isaac Newton wrote to his rival, Robert Hooke. If I have seen further, it is by standing on the ' +
    'shoulders of giants. Some say it was praise. Hooke was a short man.',
  data: {
    text: 'If I have seen further, it is by standing on the *shoulders of giants.*',
    speaker: 'Isaac Newton',
    role: 'to Robert Hooke, 1675',
    portrait: 'noto:telescope',
    say: 'Isaac Newton',
  },
};
