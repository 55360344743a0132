import type { Example } from '../component.ts';
import { type FractionsData, fractionsSchema } from './schema.ts';

export const example: Example<FractionsData> = {
  headline: 'More than a *quarter* live without safe water',
  narration:
    'Imagine the world as one hundred people. Seventy-three of them have safe drinking water at home. ' +
    'Nineteen more can fetch it nearby. For eight it is a long walk, or a river.',
  data: fractionsSchema.parse({
    wholes: [
      {
        shape: 'people',
        parts: 100,
        label: 'If the world were 100 people',
        say: 'one hundred people',
        shares: [
          { count: 73, label: 'have safe water at home', tone: 'good', say: 'Seventy-three' },
          { count: 19, label: 'fetch it nearby', say: 'Nineteen' },
          { count: 8, label: 'walk far or drink from rivers', tone: 'danger', say: 'eight' },
        ],
      },
    ],
  }),
};
