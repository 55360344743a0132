import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { donut } from './index.ts';
import { formatOf, middleOf, slicesOf } from './shares.ts';

const data = donut.schema.parse({
  slices: [
    { label: 'Ice', value: 3 },
    { label: 'Water', value: 1 },
  ],
  middle: { text: 'of it' },
});

test('slices follow one another round the whole circle', () => {
  expect(slicesOf(data).map(({ from, to, figure }) => [from, to, figure])).toEqual([
    [0, 0.75, 75],
    [0.75, 1, 25],
  ]);
});

test('the middle counts the total as the slices come, or the figure of one of them', () => {
  expect(middleOf(data)).toEqual({ to: 100, steps: [0.75, 1] });
  expect(middleOf({ ...data, middle: { text: 'ice', slice: 'Ice' } })).toEqual({
    to: 75,
    steps: [1, undefined],
  });
});

test('shares below one per cent get a decimal', () => {
  const tiny = donut.schema.parse({
    slices: [
      { label: 'a', value: 999 },
      { label: 'b', value: 1 },
    ],
  });
  expect(formatOf(tiny).decimals).toBe(1);
});

const slices = fc.array(fc.record({ label: words(40), value: fc.integer({ min: 1, max: 5000 }) }), {
  minLength: 2,
  maxLength: 8,
});

test('any labels and shares hold or are refused', async () => {
  await fc.assert(
    fc.asyncProperty(slices, words(28), async (slices, text) => {
      await expectHolds(donut, donut.schema.parse({ slices, middle: { text } }));
    }),
    { numRuns: 20 },
  );
}, 30_000);
