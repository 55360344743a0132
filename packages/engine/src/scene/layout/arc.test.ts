import { expect, test } from 'vitest';
import { measurePath } from '../motion/path.ts';
import { arcPath, onCircle } from './arc.ts';

const centre = { x: 500, y: 400 };

test('turns start at the top and run clockwise', () => {
  expect(onCircle(centre, 100, 0)).toEqual({ x: 500, y: 300 });
  expect(onCircle(centre, 100, 0.25).x).toBeCloseTo(600);
});

test.each([0.02, 0.25, 0.5, 0.75, 1])('an arc of %d turns is as long as its share of the circle', (share) => {
  const { length, pointAt } = measurePath(arcPath(centre, 100, 0.1, 0.1 + share));
  expect(length).toBeCloseTo(share * 2 * Math.PI * 100, -1);
  const end = onCircle(centre, 100, 0.1 + share);
  expect(pointAt(1).x).toBeCloseTo(end.x, 0);
  expect(pointAt(1).y).toBeCloseTo(end.y, 0);
});
