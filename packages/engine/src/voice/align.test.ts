import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignWords } from './align.ts';
import type { Phone } from './flite.ts';

/** Sounds of a tenth of a second each, one after the other. */
function heard(names: string): Phone[] {
  return names.split(' ').map((name, index) => ({ name, start: index / 10, end: (index + 1) / 10 }));
}

function sounds(...words: string[]): string[][] {
  return words.map((word) => word.split(' ').filter(Boolean));
}

test('words get the time of their sounds, without the silence between them', () => {
  const words = alignWords(sounds('k iy', 'r iy d'), heard('pau k iy pau r iy d pau'));
  expect(words).toEqual([
    { start: 0.1, end: 0.3 },
    { start: 0.4, end: 0.7 },
  ]);
});

test('a sound that changed in context still finds its word', () => {
  const [the, end] = alignWords(sounds('dh ax', 'eh n d'), heard('pau dh iy eh n d'));
  expect([the?.end, end?.start]).toEqual([0.3, 0.3]);
});

test('a word whose sounds are unknown shares the time of the word before it', () => {
  const words = alignWords(sounds('k iy', '', 'r iy d'), heard('k iy r iy d'));
  expect(words.map(({ start }) => start)).toEqual([0, expect.closeTo(0.2 * (2 / 3), 6), 0.2]);
  expect(words[1]?.end).toBeCloseTo(0.2, 6);
});

test('a first word whose sounds are unknown shares the time of the word after it', () => {
  const words = alignWords(sounds('', 'k iy'), heard('k iy'));
  expect(words[0]?.start).toBe(0);
  expect(words[1]?.end).toBe(0.2);
  expect(words[0]?.end).toBe(words[1]?.start);
});

const PHONE = fc.constantFrom('pau', 'k', 'iy', 'dh', 'ax', 's', 'n', 'eh', 'm', 'uw');
const SOUND = PHONE.filter((name) => name !== 'pau');

test('whatever was heard, words stay in order, do not overlap and lie within it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(SOUND, { maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      fc.array(PHONE, { minLength: 1, maxLength: 40 }),
      (words, names) => {
        const phones = heard(names.join(' '));
        const intervals = alignWords(words, phones);
        expect(intervals).toHaveLength(words.length);
        let end = 0;
        for (const interval of intervals) {
          expect(interval.start).toBeGreaterThanOrEqual(end - 1e-9);
          expect(interval.end).toBeGreaterThanOrEqual(interval.start);
          end = interval.end;
        }
        expect(end).toBeLessThanOrEqual(phones.at(-1)!.end + 1e-9);
      },
    ),
    { seed: 7 },
  );
});
