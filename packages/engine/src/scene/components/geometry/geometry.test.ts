import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { construct } from './construct.ts';
import { geometry } from './index.ts';
import { type GeometryData, geometrySchema } from './schema.ts';

const place = (steps: object[]) => construct(geometrySchema.parse({ steps }).steps);
const A = { kind: 'point', id: 'A', x: 0, y: 0 };
const B = { kind: 'point', id: 'B', x: 4, y: 0 };
const C = { kind: 'point', id: 'C', x: 1, y: 3 };
const expectPoint = (figure: unknown, x: number, y: number) =>
  expect(figure).toMatchObject({ kind: 'point', at: { x: expect.closeTo(x, 6), y: expect.closeTo(y, 6) } });

test('constructs midpoints, feet of perpendiculars and points on circles', () => {
  const figures = place([
    A,
    B,
    C,
    { kind: 'midpoint', id: 'M', of: ['A', 'B'] },
    { kind: 'foot', id: 'H', from: 'C', to: ['A', 'B'] },
    { kind: 'circle', id: 'k', centre: 'A', radius: 2 },
    { kind: 'on_circle', id: 'P', circle: 'k', angle: 90 },
  ]);
  expectPoint(figures[3], 2, 0);
  expectPoint(figures[4], 1, 0);
  expectPoint(figures[6], 0, 2);
});

test('meets lines with lines, lines with circles, circles with circles, from left to right', () => {
  const figures = place([
    A,
    B,
    C,
    { kind: 'segment', id: 's', points: ['A', 'B'] },
    { kind: 'circle', id: 'k', centre: 'A', radius: 2 },
    { kind: 'circle', id: 'l', centre: 'B', radius: 3 },
    { kind: 'intersection', id: 'P', of: ['s', 'k'], which: 0 },
    { kind: 'intersection', id: 'Q', of: ['s', 'k'], which: 1 },
    { kind: 'intersection', id: 'R', of: ['k', 'l'], which: 0 },
  ]);
  expectPoint(figures[6], -2, 0);
  expectPoint(figures[7], 2, 0);
  expectPoint(figures[8], 11 / 8, Math.sqrt(4 - (11 / 8) ** 2));
});

test('refuses what is not there or cannot be, and says what to mend', () => {
  const messages = (steps: object[]) => geometrySchema.safeParse({ steps }).error?.issues[0]?.message ?? '';
  expect(messages([A, { kind: 'segment', points: ['A', 'Z'] }])).toContain('no point "Z"');
  expect(messages([A, { ...A }])).toContain('names two steps');
  expect(
    messages([
      A,
      B,
      { kind: 'circle', id: 'k', centre: 'A', radius: 1 },
      { kind: 'circle', id: 'l', centre: 'B', radius: 1 },
      { kind: 'intersection', id: 'P', of: ['k', 'l'] },
    ]),
  ).toContain('do not meet');
});

test('holds with labels of any length on any triangle', async () => {
  const coordinate = fc.integer({ min: -20, max: 20 });
  const corners = fc
    .tuple(...[0, 1, 2].map(() => fc.tuple(coordinate, coordinate)))
    .filter(
      ([a, b, c]) => Math.abs((b![0] - a![0]) * (c![1] - a![1]) - (b![1] - a![1]) * (c![0] - a![0])) > 20,
    );
  const label = words(24);
  await fc.assert(
    fc.asyncProperty(
      corners,
      fc.array(label, { minLength: 5, maxLength: 5 }),
      fc.array(words(48), { maxLength: 4 }),
      async (points, labels, facts) => {
        const data = geometrySchema.parse({
          steps: [
            ...points.map(([x, y], index) => ({
              kind: 'point',
              id: 'ABC'[index],
              x,
              y,
              label: labels[index],
            })),
            { kind: 'polygon', points: ['A', 'B', 'C'], label: labels[3] },
            { kind: 'midpoint', id: 'M', of: ['A', 'B'] },
            { kind: 'segment', points: ['C', 'M'], label: labels[4], dashed: true },
            { kind: 'angle', points: ['A', 'C', 'B'], measure: true },
          ],
          facts: facts.map((text) => ({ text })),
        }) as GeometryData;
        await expectHolds(geometry, data);
      },
    ),
    { numRuns: 9 },
  );
}, 30_000);
