import type { Example } from '../component.ts';
import type { PlotData } from './schema.ts';

export const example: Example<PlotData> = {
  headline: 'At the top, the slope is *zero*',
  narration:
    'Throw a ball, and its height follows this curve. At the start it climbs steeply, four metres for each one forward. ' +
    'Half way up it is already slower. At the top it is level: the slope is zero. And then it falls as it rose.',
  data: {
    x: [0, 8],
    y: [0, 10],
    curves: [{ f: '4x - x^2/2', say: 'its height' }],
    tangent: true,
    stops: [
      { x: 0, text: 'Steep at first', say: 'At the start' },
      { x: 2, text: 'Slower already', say: 'Half way' },
      { x: 4, text: 'Level at the top', say: 'At the top' },
      { x: 7, text: 'Falling', say: 'falls' },
    ],
  },
};
