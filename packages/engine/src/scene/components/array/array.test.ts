import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { array } from './index.ts';
import { type ArrayData, arraySchema } from './schema.ts';

async function sceneOf(data: unknown) {
  const example = {
    headline: 'Cells *move*',
    narration: 'First this happens, then that, and after a while the last thing happens too.',
    data: arraySchema.parse(data) as ArrayData,
  };
  const [scene] = await composeScenes(
    exampleStoryboard(array, { aspect_ratio: '16:9', theme: 'paper', example }),
  );
  return scene!;
}

test('exchanged cells end in each other’s places', async () => {
  const scene = await sceneOf({ cells: ['5', '2', '9'], ops: [{ do: 'swap', a: 0, b: 2, say: 'First' }] });
  const centre = (at: number, id: string) => {
    const { bounds } = createEvaluator(scene)
      .at(at)
      .find(({ element }) => element.id === `${id}.card`)!;
    return bounds.x + bounds.width / 2;
  };
  const end = scene.duration - 0.1;
  expect(centre(end, 'cell.0')).toBeCloseTo(centre(0, 'cell.2'), 0);
  expect(centre(end, 'cell.2')).toBeCloseTo(centre(0, 'cell.0'), 0);
});

test('a pointer that comes where another stands takes the next level', async () => {
  const scene = await sceneOf({
    cells: ['5', '2', '9'],
    pointers: [{ name: 'low', at: 0 }],
    ops: [{ do: 'point', pointer: 'high', to: 0, say: 'then' }],
  });
  const box = (name: string) => scene.elements.find((one) => one.id === `pointer.${name}.label`)!.box;
  expect(box('high').y).toBeGreaterThan(box('low').y + box('low').height);
});

test('indices are checked against the cells there are by then', () => {
  const parse = (ops: unknown[]) => arraySchema.safeParse({ cells: ['1', '2'], ops }).success;
  expect(parse([{ do: 'lift', at: 2 }])).toBe(false);
  expect(
    parse([
      { do: 'insert', at: 2, value: '3' },
      { do: 'lift', at: 2 },
    ]),
  ).toBe(true);
  expect(parse([{ do: 'swap', a: 1, b: 1 }])).toBe(false);
});

test('values in any script and any operations hold, or are divided or refused', async () => {
  const plans = fc
    .record({ cells: fc.array(words(12), { minLength: 1, maxLength: 12 }), name: words(8), note: words(24) })
    .chain(({ cells, name, note }) => {
      const at = fc.integer({ min: 0, max: cells.length - 1 });
      const range = fc.tuple(at, at).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
      const pair = fc.tuple(at, at).filter(([a, b]) => a !== b);
      const op = fc.oneof(
        at.map((at) => ({ do: 'lift', at, line: note })),
        fc.tuple(at, words(12)).map(([at, value]) => ({ do: 'set', at, value })),
        at.map((to) => ({ do: 'point', pointer: name, to })),
        at.map((to) => ({ do: 'point', pointer: 'i', to })),
        range.map((range) => ({ do: 'drop', ...range, label: note })),
        range.map((range) => ({ do: 'mark', ...range, label: note })),
        ...(cells.length > 1
          ? [pair.map(([a, b]) => ({ do: 'swap', a, b })), pair.map(([a, b]) => ({ do: 'compare', a, b }))]
          : []),
      );
      return fc.array(op, { minLength: 1, maxLength: 12 }).map((ops) => ({ cells, ops }));
    });
  await fc.assert(
    fc.asyncProperty(plans, async (data) => {
      await expectHolds(array, arraySchema.parse(data) as ArrayData);
    }),
    { numRuns: 8 },
  );
}, 30_000);
