/** Lines measured. */
import { expect, test } from 'vitest';
import { measurePath } from './path.ts';

test('lines, curves and arcs have their length', () => {
  expect(measurePath('M10 10 L40 10 L40 50').length).toBeCloseTo(70, 6);
  expect(measurePath('M0 0 h30 v40').length).toBeCloseTo(70, 6);
  // Half a circle of radius 100.
  expect(measurePath('M0 0 A100 100 0 0 1 200 0').length).toBeCloseTo(100 * Math.PI, 0);
  // A quadratic and the cubic that equals it.
  const quadratic = measurePath('M0 0 Q50 100 100 0').length;
  expect(measurePath('M0 0 C33.3333 66.6667 66.6667 66.6667 100 0').length).toBeCloseTo(quadratic, 1);
});

test('points and directions lie on the way', () => {
  const way = measurePath('M0 0 L100 0 L100 100');
  expect(way.pointAt(0.25)).toEqual({ x: 50, y: 0 });
  expect(way.pointAt(0.75)).toEqual({ x: 100, y: 50 });
  expect(way.angleAt(0.1)).toBeCloseTo(0, 6);
  expect(way.angleAt(0.9)).toBeCloseTo(Math.PI / 2, 6);
  expect(way.upTo(0.5)).toEqual([
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]);
});

test('the part up to a share ends with a piece long enough to have a direction', () => {
  const way = measurePath('M0 0 L100 0 L100 100');
  expect(way.upTo(0.5005).map(({ x }) => x)).toEqual([0, 100]);
  expect(way.upTo(0.51)).toHaveLength(3);
});

test('a closed outline ends where it began', () => {
  const way = measurePath('M0 0 L10 0 L10 10 Z');
  expect(way.pointAt(1)).toEqual({ x: 0, y: 0 });
});
