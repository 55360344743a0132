import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { tree } from './index.ts';
import { tidy } from './tidy.ts';

const leaf = fc.record({ text: words(32), icon: fc.constantFrom('house', 'qwrtz vbnm', undefined) });
const below = <T>(children: fc.Arbitrary<T>, maxLength: number) =>
  fc.tuple(leaf, fc.array(children, { maxLength })).map(([node, all]) => ({ ...node, children: all }));
const any = fc
  .tuple(leaf, fc.array(below(below(leaf, 2), 2), { minLength: 1, maxLength: 3 }))
  .map(([root, children]) => ({ root: { ...root, children } }));

test('any tree holds, or is divided', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (data) => void (await expectHolds(tree, data))),
    { numRuns: 12 },
  );
}, 60_000);

test('twelve leaves below one root hold', async () => {
  const children = Array.from({ length: 4 }, (_, index) => ({
    text: `Branch ${index}`,
    children: Array.from({ length: 3 }, (_, at) => ({ text: `Leaf ${index}.${at}` })),
  }));
  const pictures = await expectHolds(tree, { root: { text: 'Root', children } });
  expect(pictures).toEqual({ '16:9': 1, '9:16': 1 });
});

test('nodes stand above the middle of their children, and subtrees apart', () => {
  const nodes = [
    { children: [1, 2] },
    { children: [3, 4] },
    { children: [] },
    { children: [] },
    { children: [] },
  ];
  const centres = tidy(nodes, [100, 100, 100, 100, 100], 20);
  expect(centres).toEqual([120, 60, 180, 0, 120].map((centre) => centre + 50));
});

test('no node hangs in the air: a parent comes no later than its child', async () => {
  const data = {
    root: {
      text: 'whole',
      children: [{ text: 'part', say: 'part', children: [{ text: 'piece', say: 'piece' }] }],
    },
  };
  const example = {
    headline: 'It *grows*',
    narration: 'First the piece, then the part, then all of it.',
    data,
  };
  const [scene] = await composeScenes(
    exampleStoryboard(tree, { theme: 'dusk', aspect_ratio: '16:9', example }),
  );
  const start = (id: string) =>
    scene!.tracks
      .find((track) => track.element === id && track.property === 'opacity')!
      .keys.find((key) => key.value === 0 && key.at > 0)!.at;
  expect(start('node.1')).toBeLessThanOrEqual(start('node.2') + 0.11);
});

test('a tree of more than 24 nodes is refused', () => {
  const children = Array.from({ length: 5 }, () => ({
    text: 'b',
    children: Array.from({ length: 5 }, () => ({ text: 'l' })),
  }));
  expect(() => tree.schema.parse({ root: { text: 'r', children } })).toThrow(/at most 24 nodes/);
});
