import { expect, test } from 'vitest';
import { areLettersJoined, directionOf, unitsOf } from './writing.ts';

test('a text is read in the direction of its first letter', () => {
  expect(directionOf('HTTPS keeps secrets')).toBe('ltr');
  expect(directionOf('42 % של החשמל')).toBe('rtl');
  expect(directionOf('"الشبكة" is Arabic')).toBe('rtl');
  expect(directionOf('TCP و UDP')).toBe('ltr');
  expect(directionOf('12:30')).toBe('ltr');
});

test('letters that join are not spaced', () => {
  expect(areLettersJoined('شبكة')).toBe(true);
  expect(areLettersJoined('बिजली')).toBe(true);
  expect(areLettersJoined('רשת')).toBe(false);
  expect(areLettersJoined('Netz')).toBe(false);
});

test('lines break between words where there are spaces', () => {
  expect(unitsOf('a long  walk')).toEqual([
    { text: 'a', gap: ' ', breakable: true },
    { text: 'long', gap: ' ', breakable: true },
    { text: 'walk', gap: ' ', breakable: true },
  ]);
});

test('lines break between words where there are no spaces, and never before punctuation', () => {
  const units = unitsOf('電気は流れる。とても速い');
  expect(units.map((unit) => unit.text).join('')).toBe('電気は流れる。とても速い');
  expect(units.length).toBeGreaterThan(4);
  expect(units.find((unit) => unit.text === '。')).toMatchObject({ breakable: false });
  expect(units.slice(1).every((unit) => unit.gap === '')).toBe(true);
});
