import { expect, test } from 'vitest';
import { findIcon } from '../icons.ts';
import { CONCEPTS } from './concepts.fixture.ts';
import { allKinds } from './kinds.ts';

/** Of the concepts, so many must find an acceptable picture (or rightly none): 80 % before there were kinds. */
const LEAST = 0.95;

test(`of ${CONCEPTS.length} everyday concepts at least ${LEAST * 100} % find what shows them`, () => {
  const missed = CONCEPTS.filter(({ concept, accepted }) => {
    const id = findIcon(concept, 'colour')?.id;
    return accepted.length === 0 ? id !== undefined : !accepted.some((name) => id?.includes(name));
  });
  const share = 1 - missed.length / CONCEPTS.length;
  expect(share, missed.map(({ concept }) => concept).join(', ')).toBeGreaterThanOrEqual(LEAST);
});

test('where nothing fits, nothing is shown: a name, an abstract word', () => {
  for (const { concept, accepted } of CONCEPTS) {
    if (accepted.length === 0) expect(findIcon(concept, 'colour'), concept).toBeNull();
  }
});

test('every kind has a picture', () => {
  expect(allKinds().filter((kind) => !findIcon(kind, 'colour'))).toEqual([]);
});
