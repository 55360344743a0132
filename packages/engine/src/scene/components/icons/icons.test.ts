import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASPECT_RATIOS } from '../../../brief/brief.ts';
import { checkScenePlan } from '../../../check/index.ts';
import { composeScenes } from '../../compose.ts';
import { evenNarration, exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { countExample } from './example.ts';
import { gridIn } from './grid.ts';
import { icons } from './index.ts';

const meaning = fc.constantFrom(
  'laptop',
  'secure website',
  'flux capacitor',
  'flag of Japan',
  'tabler:router',
);

test('whatever the schema allows is shown whole or divided', async () => {
  const item = fc.record({ icon: meaning, label: words(36) });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 2, maxLength: 12 }), async (items) => {
      await expectHolds(icons, icons.schema.parse({ items }));
    }),
    { numRuns: 10, seed: 5 },
  );
});

test('any N of M holds, in one picture', async () => {
  const counts = fc.record({ icon: meaning, of: fc.integer({ min: 2, max: 100 }), text: words(80) });
  await fc.assert(
    fc.asyncProperty(counts, fc.double({ min: 0, max: 1, noNaN: true }), async (count, share) => {
      const data = icons.schema.parse({ count: { ...count, n: Math.round(share * count.of) } });
      await expectHolds(icons, data);
    }),
    { numRuns: 5, seed: 5 },
  );
});

test.each(ASPECT_RATIOS)('a count passes every gate at %s', async (aspect_ratio) => {
  const storyboard = exampleStoryboard(icons, { theme: 'dusk', aspect_ratio, example: countExample });
  const scenes = await composeScenes(storyboard);
  const narration = evenNarration(countExample.narration);
  const gates = await checkScenePlan({ storyboard, scenes, narration });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
});

test('a grid has no empty row, and its last row is centred', () => {
  const area = { x: 0, y: 0, width: 1600, height: 600 };
  for (let count = 2; count <= 100; count += 1) {
    const { cells, columns, rows } = gridIn(area, count, 20, ({ width, height }) => Math.min(width, height));
    expect(columns * (rows - 1)).toBeLessThan(count);
    const last = cells.filter((cell) => cell.y === cells.at(-1)!.y);
    expect(last[0]!.x).toBeCloseTo(1600 - last.at(-1)!.x - last.at(-1)!.width);
  }
});

test('an item that is not there cannot stand out, and items and a count exclude each other', () => {
  const items = [{ icon: 'laptop' }, { icon: 'server' }];
  expect(icons.schema.safeParse({ items, main: { item: 3 } }).error?.issues[0]?.message).toMatch(
    /one of the items/,
  );
  expect(icons.schema.safeParse({ items, count: { icon: 'house', n: 1, of: 2 } }).success).toBe(false);
  expect(icons.schema.safeParse({}).success).toBe(false);
});
