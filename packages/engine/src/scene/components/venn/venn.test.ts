import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { venn } from './index.ts';
import { placeIn, roundsIn } from './rounds.ts';

const any = fc
  .tuple(
    fc.uniqueArray(words(28), { minLength: 2, maxLength: 3 }),
    fc.array(words(40), { minLength: 4, maxLength: 4 }),
    fc.option(words(60), { nil: undefined }),
    fc.constantFrom('house', 'qwrtz vbnm', undefined),
    fc.nat(4),
  )
  .map(([names, texts, detail, icon, many]) => {
    const [a, b, c] = names as [string, string, string | undefined];
    const groups =
      c === undefined
        ? [[a, b]]
        : [
            [a, b],
            [b, c],
            [a, c],
            [a, b, c],
          ];
    return {
      sets: names.map((text, index) => ({ text, icon, detail: index === 0 ? detail : undefined })),
      regions: groups.slice(0, many).map((of, index) => ({ of, text: texts[index]!, icon })),
    };
  });

test('any sets hold, or are refused', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (data) => void (await expectHolds(venn, data))),
    { numRuns: 12 },
  );
}, 60_000);

test('what belongs to one set only stands in it and outside the others', () => {
  const rounds = roundsIn({ x: 0, y: 0, width: 1600, height: 800 }, 2, false);
  const at = placeIn(rounds, [0], 200, 100)!;
  const [first, second] = [rounds.boxes[0]!, rounds.boxes[1]!];
  expect(at.x - 100).toBeGreaterThan(first.x);
  expect(at.x + 100).toBeLessThan(second.x);
  expect(placeIn(rounds, [0], 900, 100)).toBeUndefined();
});

test('a region must lie in sets that are there', () => {
  const data = { sets: [{ text: 'A' }, { text: 'B' }], regions: [{ of: ['A', 'C'], text: 'both' }] };
  expect(() => venn.schema.parse(data)).toThrow(/must be texts of sets/);
});
