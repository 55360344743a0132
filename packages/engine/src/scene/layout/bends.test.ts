import { expect, test } from 'vitest';
import { rounded } from './bends.ts';

test('a small step aside is one soft bend, a larger one two rounded corners', () => {
  const line = (aside: number) => [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: aside },
    { x: 200, y: aside },
  ];
  expect(rounded(line(20), 30)).toBe('M0 0L55 0C100 0 100 20 145 20L200 20');
  expect(rounded(line(100), 30)).toBe('M0 0L70 0Q100 0 100 30L100 70Q100 100 130 100L200 100');
});
