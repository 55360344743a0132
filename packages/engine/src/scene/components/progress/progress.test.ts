import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { progress } from './index.ts';

test('more than is full is refused with the way out', () => {
  const result = progress.schema.safeParse({ items: [{ label: 'Water', value: 120 }] });
  expect(result.error?.issues[0]?.message).toContain('"of"');
});

test('one item is a gauge, and it divides no further', () => {
  expect(progress.split!(progress.schema.parse({ items: [{ label: 'Water', value: 20 }] }))).toBeUndefined();
});

const items = fc.array(
  fc.record(
    {
      label: words(48),
      value: fc.integer({ min: 0, max: 1000 }),
      goal: fc.record({ value: fc.integer({ min: 0, max: 1000 }), text: words(28) }),
      icon: fc.constant('laptop'),
    },
    { requiredKeys: ['label', 'value'] },
  ),
  { minLength: 1, maxLength: 6 },
);
const forms = fc.constantFrom('bars', 'rings', 'gauge', undefined);

test('any labels, goals and forms hold or divide', async () => {
  await fc.assert(
    fc.asyncProperty(items, forms, async (items, as) => {
      const data = progress.schema.parse({ items, of: 1000, suffix: ' ms', ...(as ? { as } : {}) });
      await expectHolds(progress, data);
    }),
    { numRuns: 20 },
  );
}, 30_000);
