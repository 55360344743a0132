import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { queue } from './index.ts';
import { type QueueData, queueSchema } from './schema.ts';

const parse = (data: unknown) => queueSchema.parse(data) as QueueData;

/** Where the named cards stand at the end, from left to right or from above down. */
async function endOf(variant: 'queue' | 'stack') {
  const data = parse({
    variant,
    start: [{ text: 'one' }, { text: 'two' }],
    ops: [
      { do: 'push', text: 'three', say: 'First' },
      { do: 'pop', say: 'then' },
    ],
  });
  const example = { headline: 'In and *out*', narration: 'First one comes, and then one goes again.', data };
  const [scene] = await composeScenes(
    exampleStoryboard(queue, { aspect_ratio: '9:16', theme: 'dusk', example }),
  );
  const states = createEvaluator(scene!).at(scene!.duration - 0.05);
  return (item: number) => states.find(({ element }) => element.id === `card.0.${item}.card`)!.bounds.y;
}

test('a queue gives back the oldest, and the others move up', async () => {
  const y = await endOf('queue');
  expect(y(0)).toBeGreaterThan(y(1));
  expect(y(1)).toBeGreaterThan(y(2));
});

test('a stack gives back the newest, and the others stay', async () => {
  const y = await endOf('stack');
  expect(y(2)).toBeLessThan(y(1));
  expect(y(1)).toBeLessThan(y(0));
});

test('what is empty gives nothing, and what is full takes nothing', () => {
  const check = (start: number, ops: unknown[]) =>
    queueSchema.safeParse({
      variant: 'queue',
      start: Array.from({ length: start }, () => ({ text: 'a' })),
      ops,
    }).success;
  expect(check(0, [{ do: 'pop' }])).toBe(false);
  expect(check(6, [{ do: 'push', text: 'b' }])).toBe(false);
  expect(check(6, [{ do: 'pop' }, { do: 'push', text: 'b' }])).toBe(true);
});

test('labels in any script and any operations hold, or are divided or refused', async () => {
  const item = fc.record({ text: words(24), icon: fc.constantFrom('envelope', 'package', undefined) });
  const plans = fc.record({
    variant: fc.constantFrom('queue', 'stack', 'both'),
    start: fc.array(item, { maxLength: 6 }),
    pushes: fc.array(fc.tuple(fc.boolean(), item), { minLength: 1, maxLength: 12 }),
    into: words(14),
    out: words(14),
  });
  await fc.assert(
    fc.asyncProperty(plans, async ({ pushes, ...rest }) => {
      let count = rest.start.length;
      const ops = pushes.map(([isPush, one]) => {
        const push = count === 0 || (isPush && count < 6);
        count += push ? 1 : -1;
        return push ? { do: 'push', ...one } : { do: 'pop' };
      });
      await expectHolds(queue, parse({ ...rest, ops }));
    }),
    { numRuns: 12 },
  );
}, 30_000);
