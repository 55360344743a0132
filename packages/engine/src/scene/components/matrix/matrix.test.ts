import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { matrix } from './index.ts';
import { resultOf, stepsOf } from './product.ts';
import { matrixSchema } from './schema.ts';

const parse = (data: object) => matrixSchema.parse(data);

test('multiplies rows with columns', () => {
  const data = parse({
    left: {
      rows: [
        [1, 2],
        [3, 4],
      ],
    },
    right: {
      rows: [
        [5, 6],
        [7, 8],
      ],
    },
  });
  expect(resultOf(data)).toEqual([
    [19, 22],
    [43, 50],
  ]);
  expect(stepsOf(data)[1]).toMatchObject({ terms: ['1 · 6', '2 · 8'], sum: '22' });
});

test('adds, and puts what is negative in brackets', () => {
  const data = parse({ operation: 'add', left: { rows: [[3], [1]] }, right: { rows: [[-1], [2]] } });
  expect(resultOf(data)).toEqual([[2], [3]]);
  expect(stepsOf(data)[0]).toMatchObject({ terms: ['3 + (−1)'], sum: '2' });
});

test('says which sizes do not go together', () => {
  const parsed = matrixSchema.safeParse({ left: { rows: [[1, 2]] }, right: { rows: [[1], [2], [3]] } });
  expect(parsed.error?.issues[0]?.message).toContain('must have 2 rows');
});

test('the grid begins as squares and ends where the matrix takes it', async () => {
  const storyboard = exampleStoryboard(matrix, { theme: 'dusk', aspect_ratio: '16:9' });
  const [scene] = await composeScenes(storyboard);
  const evaluator = createEvaluator(scene!);
  const angle = (seconds: number) => {
    const { matrix: m } = evaluator.at(seconds).find(({ element }) => element.id === 'first')!;
    return (Math.atan2(m[1], m[0]) * 180) / Math.PI;
  };
  // The first unit vector starts to the right; where it ends its path is drawn unturned.
  expect(angle(scene!.duration - 0.5)).toBeCloseTo(0, 3);
  expect(angle(0)).toBeCloseTo(-45, 3);
});

test('holds with symbols and names of any length', async () => {
  const size = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(size, size, size, words(5), words(12), async (r, k, c, symbol, name) => {
      const rows = (height: number, width: number) =>
        Array.from({ length: height }, (_, at) =>
          Array.from({ length: width }, (__, one) => (at === one ? symbol : at - one)),
        );
      await expectHolds(
        matrix,
        parse({ left: { rows: rows(r, k), name }, right: { rows: rows(k, c) }, result: rows(r, c) }),
      );
    }),
    { numRuns: 10 },
  );
}, 30_000);
