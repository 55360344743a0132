import type { Example } from '../component.ts';
import type { ComparisonData } from './schema.ts';

export const example: Example<ComparisonData> = {
  headline: 'A lamp that *stays cool*',
  narration:
    'An old bulb heats a wire until it glows, and wastes nine tenths as heat. It lasts about a thousand hours. ' +
    'A diode lets electrons drop and gives light directly. It lasts twenty-five thousand. Same light, a tenth of the power.',
  data: {
    sides: [
      {
        name: 'Old bulb',
        icon: 'light bulb',
        tone: 'danger',
        say: 'old bulb',
        points: [
          { text: '90 % lost as heat', icon: 'fire', say: 'nine tenths' },
          { text: '1,000 hours', icon: 'hourglass', say: 'thousand hours' },
        ],
      },
      {
        name: 'LED',
        icon: 'high voltage',
        tone: 'good',
        say: 'diode',
        points: [
          { text: 'Light directly', icon: 'sparkles', say: 'light directly' },
          { text: '25,000 hours', icon: 'calendar', say: 'twenty-five thousand' },
        ],
      },
    ],
    verdict: { text: 'Same light, a tenth of the power', say: 'Same light' },
  },
};
