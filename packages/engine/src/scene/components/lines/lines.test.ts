import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measurePath } from '../../motion/path.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { curveThrough, yScale } from './chart.ts';
import { lines } from './index.ts';
import { piecesOf } from './pieces.ts';

const data = lines.schema.parse(lines.example.data);

test('a line is drawn from mark to mark, and the pieces are together as long as the whole', () => {
  const pieces = piecesOf(data, 0);
  expect(pieces.map(({ part, from, to }) => [part, from, to])).toEqual([
    ['series.0.marks.1', 0, 6],
    ['series.0.marks.2', 6, 11],
    ['series.0.marks.3', 11, 13],
  ]);
  const curve = curveThrough(
    data.series[0]!.values.map((value, index) => ({ x: index * 100, y: 900 - value })),
  );
  const lengths = pieces.map(({ from, to }) => measurePath(curve.piece(from, to)).length);
  const sum = lengths.reduce((total, length) => total + length, 0);
  expect(sum).toBeCloseTo(measurePath(curve.whole).length, 0);
});

test('what leads on from the last named point belongs to the line itself', () => {
  const series = [{ ...data.series[0]!, marks: [{ at: 1990, text: 'Report' }] }];
  expect(piecesOf({ ...data, series }, 0).map(({ part }) => part)).toEqual(['series.0.marks.0', 'series.0']);
});

test('zero is on the axis when the values come near it', () => {
  expect(yScale(data, 4).domain()[0]).toBeGreaterThan(200);
  const low = { ...data, series: [{ label: 'a', values: data.x.map((_, index) => 5 + index) }] };
  expect(yScale(low, 4).domain()[0]).toBe(0);
});

test('a mark that is nowhere on the axis is refused by name', () => {
  const series = [{ ...data.series[0]!, marks: [{ at: 1812, text: 'Nothing' }] }];
  expect(lines.schema.safeParse({ ...data, series }).error?.issues[0]?.message).toContain('not 1812');
});

const charts = fc.integer({ min: 2, max: 20 }).chain((count) =>
  fc.record({
    unit: words(60),
    x: fc.constantFrom(
      Array.from({ length: count }, (_, index) => 1900 + index),
      Array.from({ length: count }, (_, index) => `month ${index}`),
    ),
    series: fc.array(
      fc.record({
        label: words(32),
        values: fc.array(fc.integer({ min: -500, max: 5000 }), { minLength: count, maxLength: count }),
        texts: fc.array(words(40), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

test('any names, values and marks hold or are refused', async () => {
  await fc.assert(
    fc.asyncProperty(charts, async ({ series, ...rest }) => {
      const marked = series.map(({ texts, ...one }) => ({
        ...one,
        marks: texts.map((text, index) => ({ at: rest.x[index]!, text })),
      }));
      await expectHolds(lines, lines.schema.parse({ ...rest, series: marked }));
    }),
    { numRuns: 15 },
  );
}, 30_000);
