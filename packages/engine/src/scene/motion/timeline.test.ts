import { expect, test } from 'vitest';
import { Timeline } from './timeline.ts';

test('what circulates is seen only on its way, lap after lap, and never beyond its time', () => {
  const timeline = new Timeline();
  const options = { from: 2, to: 6, lap: 1, pause: 0.5 };
  expect(timeline.circulate('spark', 'line', options)).toBe(true);
  const seen = (at: number) => timeline.valueAt('spark', 'opacity', at);
  expect([1, 2.5, 3.2, 4, 4.7, 5.5, 7].map(seen)).toEqual([0, 1, 0, 1, 0, 1, 0]);
  expect(timeline.valueAt('spark', 'along', 4)).toBeCloseTo(0.5);
  expect(timeline.valueAt('spark', 'along', 4.8)).toBe(0);
  expect(timeline.tracks().every((track) => track.ambient)).toBe(true);
});

test('where there is no time for a lap nothing circulates', () => {
  const timeline = new Timeline();
  expect(timeline.circulate('spark', 'line', { from: 5, to: 5.4, lap: 1, pause: 0.5 })).toBe(false);
  expect(timeline.valueAt('spark', 'opacity', 5.2)).toBe(0);
});
