import { expect, test } from 'vitest';
import { measures } from './measure.ts';

const READ: readonly [string, [number, string][]][] = [
  ['320', [[320, '']]],
  ['It costs 1,400 euros.', [[1400, '€']]],
  ['It costs €3.4bn in all.', [[3.4e9, '€']]],
  [
    'Sales of $1.2 million and £900k',
    [
      [1.2e6, '$'],
      [9e5, '£'],
    ],
  ],
  ['A cheetah runs at 110 km/h.', [[110, 'km/h']]],
  [
    'It fell from 4.1% to 2.9 percent.',
    [
      [4.1, '%'],
      [2.9, '%'],
    ],
  ],
  ['The melt reaches 1 200 °C.', [[1200, '°C']]],
  ['The plant makes 8 tonnes per person.', [[8, 'tonnes per person']]],
  ['In 1969, Apollo 11 landed on the 21st.', []],
  ['There were 20 million books by 1500.', [[2e7, 'books']]],
];

for (const [text, expected] of READ) {
  test(`“${text}” holds ${expected.length} measures`, () => {
    expect(measures(text).map((one) => [one.value, one.unit])).toEqual(expected);
  });
}
