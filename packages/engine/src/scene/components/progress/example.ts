import type { Example } from '../component.ts';
import type { ProgressData } from './schema.ts';

/** World Bank and WHO/UNICEF JMP, 2022. */
export const example: Example<ProgressData> = {
  headline: 'Barely half of us have a *safe toilet*',
  narration:
    'Ninety-one percent of all people have electricity at home. Clean cooking has reached three in four. ' +
    'Safe water comes out of the tap for seventy-three percent. But a safe toilet? Barely more than half.',
  data: {
    suffix: ' %',
    of: 100,
    items: [
      { label: 'Electricity', value: 91, icon: 'light bulb', say: 'Ninety-one' },
      { label: 'Clean cooking', value: 74, icon: 'cooking', say: 'Clean cooking' },
      { label: 'Safe water', value: 73, icon: 'potable water', say: 'Safe water' },
      { label: 'Safe toilets', value: 57, icon: 'toilet', tone: 'danger', say: 'safe toilet' },
    ],
  },
};
