import type { Example } from '../component.ts';
import type { BarsData } from './schema.ts';

export const example: Example<BarsData> = {
  headline: 'A recall in Q3, and a *record* Q4',
  narration:
    'Revenue was one point two million in the first quarter, and one and a half in the second. ' +
    'Then the recall cut the third to nine hundred thousand. The fourth came back at two point one. ' +
    'That is two point three times the low.',
  data: {
    unit: 'Revenue, million euros',
    suffix: ' M',
    decimals: 1,
    bars: [
      { label: 'Q1', value: 1.2, say: 'first quarter' },
      { label: 'Q2', value: 1.5, say: 'second' },
      { label: 'Q3', value: 0.9, tone: 'danger', say: 'recall' },
      { label: 'Q4', value: 2.1, tone: 'good', say: 'fourth' },
    ],
    ratio: { from: 'Q3', to: 'Q4', text: '×2.3', say: 'two point three times' },
  },
};
