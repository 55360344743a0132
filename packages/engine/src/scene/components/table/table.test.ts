import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverOf, inkOf } from '../../../check/geometry.ts';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { isNumeric } from './fit.ts';
import { targetsOf } from './highlights.ts';
import { table } from './index.ts';

const data = table.schema.parse(table.example.data);

test('columns of figures are known by their cells', () => {
  expect([0, 1, 2].map((column) => isNumeric(data, column))).toEqual([false, true, true]);
});

test('without highlights the light moves down the rows', () => {
  const { highlights: _, ...plain } = data;
  expect(targetsOf(plain).map(({ part, row }) => [part, row])).toEqual(
    [0, 1, 2, 3, 4].map((row) => [`rows.${row}`, row]),
  );
});

test('divided, each half keeps the highlights of its rows', () => {
  const [upper, lower] = table.split!(data)!;
  expect(upper.rows.length + lower.rows.length).toBe(5);
  expect(lower.highlights?.map((highlight) => highlight.row)).toEqual(['Jupiter', undefined]);
  for (const half of [upper, lower]) expect(table.schema.safeParse(half).success).toBe(true);
});

test('a highlight of nothing that is there is refused by name', () => {
  const wrong = { ...data, highlights: [{ row: 'Pluto' }] };
  expect(table.schema.safeParse(wrong).error?.issues[0]?.message).toContain('not "Pluto"');
});

test('a long name that is lit does not grow onto the picture beside it', async () => {
  const rows = [{ cells: ['a name of some length', '203.0.113.7'], icon: 'globe' }];
  const highlights = [{ row: 'a name of some length', column: 'Name', say: 'look' }];
  const example = {
    headline: 'A *name*',
    narration: 'Now look at that name for a while.',
    data: { columns: ['Name', 'Number'], rows, highlights },
  };
  const [scene] = await composeScenes(
    exampleStoryboard(table, { theme: 'dusk', aspect_ratio: '16:9', example }),
  );
  const lit = createEvaluator(scene!).at(scene!.duration - 0.2);
  const stateOf = (id: string) => lit.find((state) => state.element.id === id)!;
  const [icon, name] = [coverOf(stateOf('icon.0'))[0], inkOf(stateOf('cell.0.0'))[0]];
  expect(name!.x).toBeGreaterThan(icon!.x + icon!.width);
});

const tables = fc.integer({ min: 2, max: 5 }).chain((columns) =>
  fc.record({
    columns: fc.array(words(32), { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.record({ cells: fc.array(words(60), { minLength: columns, maxLength: columns }) }), {
      minLength: 1,
      maxLength: 8,
    }),
  }),
);

test('any cells hold, or divide, or are refused', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (data) => {
      await expectHolds(table, table.schema.parse(data));
    }),
    { numRuns: 10 },
  );
}, 30_000);
