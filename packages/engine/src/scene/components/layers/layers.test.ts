import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { layers } from './index.ts';

const any = fc
  .tuple(
    fc.uniqueArray(words(40), { minLength: 2, maxLength: 7 }),
    fc.array(fc.option(words(70), { nil: undefined }), { minLength: 7, maxLength: 7 }),
    fc.array(fc.constantFrom('cloud', 'qwrtz vbnm', undefined), { minLength: 7, maxLength: 7 }),
    fc.boolean(),
  )
  .map(([texts, details, icons, travels]) => ({
    layers: texts.map((text, index) => ({ text, detail: details[index], icon: icons[index] })),
    ...(travels
      ? { traveller: { icon: 'balloon', stops: [{ layer: texts[0]! }, { layer: texts.at(-1)! }] } }
      : {}),
  }));

test('any layers hold, or are divided', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (data) => void (await expectHolds(layers, data))),
    { numRuns: 15 },
  );
}, 60_000);

test('the traveller stands in the layer of its last stop', async () => {
  const [scene] = await composeScenes(exampleStoryboard(layers, { theme: 'paper', aspect_ratio: '16:9' }));
  const states = createEvaluator(scene!).at(scene!.duration - 0.1);
  const middle = (id: string) => {
    const { bounds } = states.find((state) => state.element.id === id)!;
    return bounds.y + bounds.height / 2;
  };
  expect(Math.abs(middle('traveller.round') - middle('front.3'))).toBeLessThan(20);
});

test('a stop must be a layer', () => {
  const data = {
    layers: [{ text: 'Sea' }, { text: 'Floor' }],
    traveller: { icon: 'fish', stops: [{ layer: 'Sky' }] },
  };
  expect(() => layers.schema.parse(data)).toThrow(/must be the text of a layer/);
});
