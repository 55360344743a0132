import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSpoken, spokenWords } from './spoken.ts';

const words = spokenWords([
  "Your card number crosses a dozen strangers' machines.",
  'Any of them could “read it”—or worse.',
  'It takes 2.5 ms, a well-known figure. Don’t read it twice.',
]);

test.each([
  ['crosses', 3],
  ['Card Number', 1],
  ['strangers’ machines', 6],
  ['strangers machines', 6],
  ['machines any of', 7],
  ['read it', 12],
  ['it or worse', 13],
  ['2.5 ms', 17],
  ['well known', 20],
  ['known figure', 20],
  ["don't", 22],
  ['"worse."', 14],
])('"%s" is found at word %i', (say, index) => {
  expect(findSpoken(say, words)).toBe(index);
});

test.each(['cross', 'read them', 'number card', 'twice your', '', '  ', '→'])('"%s" is not found', (say) => {
  expect(findSpoken(say, words)).toBe(-1);
});

test('a later occurrence is found from where one asks', () => {
  expect(findSpoken('read it', words, 13)).toBe(23);
  expect(findSpoken('read it', words, 24)).toBe(-1);
});

test('a sign that is no word is found as it stands', () => {
  expect(findSpoken('=', ['E', '=', 'mc²'])).toBe(1);
});

test('every run of words that is spoken is found, at or before where it stands', () => {
  const word = fc.constantFrom('the', 'sea', 'moon', "it's", 'well-known', '3.5', 'U.S.', 'rise,', '“up”');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (all, a, b) => {
      const start = a % all.length;
      const run = all.slice(start, start + 1 + (b % 4));
      const found = findSpoken(run.join(' ').toUpperCase(), all);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(start);
      expect(findSpoken(run.join(' '), all, start)).toBe(start);
    }),
  );
});
