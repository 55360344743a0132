import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { before } from './index.ts';

test('whatever the schema allows is shown or refused', async () => {
  const optional = (max: number) => fc.option(words(max), { nil: undefined });
  const state = fc.record({
    icon: fc.constantFrom('laptop', 'flux capacitor', 'secure website'),
    tag: optional(24),
    figure: optional(14),
    label: words(48),
    text: optional(90),
  });
  const data = fc.record({
    before: state,
    after: state,
    change: fc.option(fc.record({ text: words(40) }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(data, async (one) => {
      await expectHolds(before, before.schema.parse(one));
    }),
    { numRuns: 12, seed: 11 },
  );
});

test('both states have pictures of one size, at the same height', async () => {
  const [scene] = await composeScenes(exampleStoryboard(before, { theme: 'dusk', aspect_ratio: '16:9' }));
  const box = (id: string) => scene!.elements.find((element) => element.id === id)!.box;
  expect(box('before.picture').width).toBe(box('after.picture').width);
  expect(box('before.picture').y).toBe(box('after.picture').y);
});

test('the new panel is uncovered exactly where the edge passes', async () => {
  const [scene] = await composeScenes(exampleStoryboard(before, { theme: 'dusk', aspect_ratio: '16:9' }));
  const keys = (element: string, property: string) =>
    scene!.tracks.find((track) => track.element === element && track.property === property)!.keys;
  const travel = keys('bar', 'x');
  const uncovered = keys('after.panel', 'reveal');
  expect(uncovered.at(-1)!.at).toBeCloseTo(travel.at(-1)!.at);
  expect(uncovered.at(-2)!.at).toBeGreaterThan(travel.at(-2)!.at);
});
