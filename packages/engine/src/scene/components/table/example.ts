import type { Example } from '../component.ts';
import type { TableData } from './schema.ts';

/** NASA planetary fact sheets: sidereal rotation and orbital period. */
export const example: Example<TableData> = {
  headline: 'On Venus, a day is *longer* than a year',
  narration:
    'Earth turns once in a day. Jupiter spins round in less than ten hours. ' +
    'But look down the column of turns: Venus needs two hundred and forty-three days for one. ' +
    'Its year, once around the Sun, is over in two hundred and twenty-five.',
  data: {
    columns: ['Planet', 'Turn, days', 'Year, days'],
    rows: [
      { cells: ['Mercury', '58.6', '88'], icon: 'new moon' },
      { cells: ['Venus', '243', '225'], icon: 'full moon' },
      { cells: ['Earth', '1', '365'], icon: 'globe' },
      { cells: ['Mars', '1.03', '687'], icon: 'fluent-emoji-flat:red-circle' },
      { cells: ['Jupiter', '0.41', '4,333'], icon: 'ringed planet' },
    ],
    highlights: [
      { row: 'Earth', say: 'Earth' },
      { row: 'Jupiter', say: 'Jupiter' },
      { column: 'Turn, days', say: 'column' },
      { row: 'Venus', column: 'Turn, days', say: 'Venus' },
      { row: 'Venus', column: 'Year, days', say: 'year' },
    ],
  },
};
