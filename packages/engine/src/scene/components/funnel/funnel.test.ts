import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { funnel } from './index.ts';

const level = fc.record({
  text: words(48),
  value: fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: undefined }),
  detail: fc.option(words(70), { nil: undefined }),
  icon: fc.constantFrom('people', 'qwrtz vbnm', undefined),
});
const any = fc.record({
  shape: fc.constantFrom('funnel' as const, 'pyramid' as const),
  levels: fc.array(level, { minLength: 2, maxLength: 6 }),
});

test('any levels hold, or are divided', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (data) => void (await expectHolds(funnel, data))),
    { numRuns: 15 },
  );
}, 60_000);

test('a funnel narrows by its values while the smallest can still be seen', async () => {
  const levels = [100, 50, 40].map((value) => ({ text: `level ${value}`, value }));
  const example = { ...funnel.example, data: { shape: 'funnel' as const, levels } };
  const [scene] = await composeScenes(
    exampleStoryboard(funnel, { theme: 'dusk', aspect_ratio: '16:9', example }),
  );
  const width = (id: string) => scene!.elements.find((one) => one.id === id)!.box.width;
  expect(width('top.1') / width('top.0')).toBeCloseTo(0.5, 2);
  expect(width('top.2') / width('top.0')).toBeCloseTo(0.4, 2);
});
