import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASPECT_RATIOS } from '../../../brief/brief.ts';
import { checkScenePlan } from '../../../check/index.ts';
import { composeScenes } from '../../compose.ts';
import { evenNarration, exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { composedExample } from './example.ts';
import { picture } from './index.ts';
import { SPOTS } from './schema.ts';
import { apart, spotOf } from './spots.ts';

test('whatever the schema allows is shown whole or divided', async () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const callout = fc.record({
    text: words(44),
    detail: fc.option(words(80), { nil: undefined }),
    at: fc.oneof(fc.constantFrom(...SPOTS), fc.record({ across: percent, down: percent })),
  });
  const data = fc.record({
    picture: fc.constantFrom('t-rex', 'flux capacitor', 'a padlock on a laptop'),
    callouts: fc.array(callout, { minLength: 1, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(data, async (one) => {
      await expectHolds(picture, picture.schema.parse(one));
    }),
    { numRuns: 8, seed: 13 },
  );
});

test.each(ASPECT_RATIOS)('a composed picture passes every gate at %s', async (aspect_ratio) => {
  const storyboard = exampleStoryboard(picture, { theme: 'dusk', aspect_ratio, example: composedExample });
  const scenes = await composeScenes(storyboard);
  const narration = evenNarration(composedExample.narration);
  const gates = await checkScenePlan({ storyboard, scenes, narration });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
});

test('a callout points at the part of a composed picture that it names', () => {
  const box = { x: 0, y: 0, width: 100, height: 100 };
  const icon = 'composed:fluent-emoji-flat:laptop;chalktalk:browser@on';
  expect(spotOf({ part: 1 }, box, icon)).toEqual({ x: 50, y: 36 });
  expect(spotOf({ part: 3 }, box, icon)).toEqual({ x: 50, y: 50 });
  expect(spotOf('top-left', box, undefined)).toEqual({ x: 22, y: 20 });
});

test('points are moved apart, and only those that are too near', () => {
  const points = Array.from({ length: 5 }, () => ({ x: 10, y: 10 })).concat({ x: 900, y: 900 });
  const moved = apart(points, 60);
  expect(moved[5]).toEqual(points[5]);
  for (const [index, one] of moved.entries()) {
    for (const other of moved.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(59);
  }
});
