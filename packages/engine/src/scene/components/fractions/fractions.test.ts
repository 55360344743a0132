import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { cellsOf } from './cells.ts';
import { fractions } from './index.ts';
import { ownersOf } from './layout.ts';
import { fractionsSchema, type Whole } from './schema.ts';

const box = { x: 100, y: 50, width: 800, height: 500 };
const whole = (fields: Partial<Whole>): Whole =>
  fractionsSchema.parse({ wholes: [{ shape: 'bar', parts: 4, ...fields }] }).wholes[0]!;

test.each(['bar', 'circle', 'grid', 'people'] as const)(
  'the parts of a %s are equal and stay inside',
  (shape) => {
    const cells = cellsOf(whole({ shape, parts: 12 }), box);
    expect(cells).toHaveLength(12);
    for (const cell of cells) {
      expect(cell.box.x).toBeGreaterThanOrEqual(box.x - 1);
      expect(cell.box.y).toBeGreaterThanOrEqual(box.y - 1);
      expect(cell.box.x + cell.box.width).toBeLessThanOrEqual(box.x + box.width + 1);
      expect(cell.box.y + cell.box.height).toBeLessThanOrEqual(box.y + box.height + 1);
    }
    if (shape !== 'circle') expect(new Set(cells.map((cell) => Math.round(cell.box.width))).size).toBe(1);
  },
);

test('a hundred are ten by ten, in a wide box as in a tall one', () => {
  for (const place of [box, { ...box, width: 300 }]) {
    const cells = cellsOf(whole({ shape: 'grid', parts: 100 }), place);
    expect(new Set(cells.map((cell) => Math.round(cell.box.x))).size).toBe(10);
  }
});

test('shares take one part after another', () => {
  const owners = ownersOf(whole({ parts: 5, shares: [{ count: 2 }, { count: 1 }] }));
  expect(owners).toEqual([0, 0, 1, undefined, undefined]);
});

test('nobody takes more than there is', () => {
  const parsed = fractionsSchema.safeParse({ wholes: [{ shape: 'bar', parts: 3, shares: [{ count: 4 }] }] });
  expect(parsed.error?.issues[0]?.message).toContain('no more than there are');
});

test('holds with any shapes, counts and words', async () => {
  const share = fc.record({
    count: fc.integer({ min: 1, max: 2 }),
    label: fc.option(words(48), { nil: undefined }),
  });
  const one = fc.record({
    shape: fc.constantFrom('bar', 'circle', 'grid', 'people'),
    parts: fc.integer({ min: 10, max: 24 }),
    label: fc.option(words(40), { nil: undefined }),
    icon: fc.option(fc.constant('egg'), { nil: undefined }),
    shares: fc.array(share, { maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), async (wholes) => {
      await expectHolds(fractions, fractionsSchema.parse({ wholes }));
    }),
    { numRuns: 8 },
  );
}, 30_000);
