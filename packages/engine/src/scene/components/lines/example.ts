import type { Example } from '../component.ts';
import type { LinesData } from './schema.ts';

/** NOAA Global Monitoring Laboratory, Mauna Loa: annual means. */
export const example: Example<LinesData> = {
  headline: 'The curve that only goes *up*',
  narration:
    'In 1960 Charles Keeling counted 317 molecules of carbon dioxide in a million of air. ' +
    'The first climate report, in 1990, wrote down 354. In Paris they promised to turn it round, at 401. ' +
    'Today it stands at 425.',
  data: {
    unit: 'CO₂ in the air, parts per million',
    area: true,
    x: [1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024],
    decimals: 0,
    series: [
      {
        label: 'CO₂',
        values: [316.9, 320, 325.7, 331.1, 338.8, 346.4, 354.4, 361, 369.7, 380, 390.1, 401, 414.2, 424.6],
        say: 'In 1960',
        marks: [
          { at: 1960, text: 'Keeling counts 317', say: 'Keeling' },
          { at: 1990, text: 'First climate report', say: 'first climate report' },
          { at: 2015, text: 'Paris agreement', say: 'Paris' },
          { at: 2024, text: 'Today', say: 'Today' },
        ],
      },
    ],
  },
};
