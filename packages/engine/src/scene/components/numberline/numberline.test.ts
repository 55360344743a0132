import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { measurePath } from '../../motion/path.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { numberline } from './index.ts';
import { numberlineSchema } from './schema.ts';

const within = fc.integer({ min: -10, max: 10 });
const move = fc.oneof(
  fc.record({ kind: fc.constant('point'), at: within, label: words(40) }),
  fc
    .record({
      kind: fc.constant('hop'),
      from: within,
      to: within,
      label: fc.option(words(24), { nil: undefined }),
    })
    .filter(({ from, to }) => from !== to),
  fc
    .record({ kind: fc.constant('range'), from: within, to: within, label: words(40), open_to: fc.boolean() })
    .filter(({ from, to }) => from < to),
);

test('holds with any moves and labels of any length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), async (moves) => {
      await expectHolds(numberline, numberlineSchema.parse({ from: -10, to: 10, moves }));
    }),
    { numRuns: 6 },
  );
}, 30_000);

test.each(['16:9', '9:16'] as const)('a hop begins and ends at its numbers at %s', async (aspect_ratio) => {
  const [scene] = await composeScenes(exampleStoryboard(numberline, { theme: 'dusk', aspect_ratio }));
  const arch = scene!.elements.find(({ id }) => id === 'arch.0')!;
  const way = measurePath(arch.kind === 'path' ? arch.d : '');
  const [from, to] = [way.pointAt(0), way.pointAt(1)];
  // From 3 down to −2, on the side away from the numerals.
  const numeral = scene!.elements.find(({ id }) => id === 'numeral.0')!;
  if (aspect_ratio === '16:9') {
    expect(to.x).toBeLessThan(from.x);
    expect(arch.box.y).toBeLessThan(numeral.box.y);
  } else {
    expect(to.y).toBeGreaterThan(from.y);
    expect(way.pointAt(0.5).x).toBeGreaterThan(from.x + 100);
  }
});

test('says which values lie off the line', () => {
  const parsed = numberlineSchema.safeParse({
    from: 0,
    to: 10,
    moves: [{ kind: 'point', at: 12, label: 'a' }],
  });
  expect(parsed.error?.issues[0]?.message).toContain('between 0 and 10');
});

test('numerals between the ends stand clear of each other, however long their unit', async () => {
  const data = numberlineSchema.parse({
    from: 0,
    to: 3,
    suffix: ' km',
    moves: [{ kind: 'point', at: 2, label: 'lunch' }],
  });
  const [scene] = await composeScenes(
    exampleStoryboard(numberline, {
      theme: 'dusk',
      aspect_ratio: '16:9',
      example: { ...numberline.example, data },
    }),
  );
  const boxes = scene!.elements.filter(({ id }) => id.startsWith('numeral.')).map(({ box }) => box);
  for (const [index, box] of boxes.entries())
    if (index > 0) expect(box.x).toBeGreaterThan(boxes[index - 1]!.x + boxes[index - 1]!.width);
});
