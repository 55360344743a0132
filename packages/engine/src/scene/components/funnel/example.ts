import type { Example } from '../component.ts';
import type { FunnelData } from './schema.ts';

export const example: Example<FunnelData> = {
  headline: 'Ten thousand tries for *one* medicine',
  narration:
    'A new medicine begins with about ten thousand compounds in the laboratory. Some two hundred and fifty go on to tests in animals. ' +
    'Five of those are tried in people. And after more than ten years, one reaches the pharmacy.',
  data: {
    shape: 'funnel',
    levels: [
      { text: 'compounds screened', value: 10000, icon: 'test tube', say: 'ten thousand' },
      { text: 'tested in animals', value: 250, icon: 'mouse', say: 'two hundred and fifty' },
      { text: 'tried in people', value: 5, icon: 'people', say: 'Five' },
      { text: 'approved medicine', value: 1, icon: 'pill', tone: 'good', say: 'one reaches' },
    ],
  },
};
