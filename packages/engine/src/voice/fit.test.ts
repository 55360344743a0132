import { expect, test } from 'vitest';
import { fitPauses, fitStretch, missBy } from './fit.ts';
import { filmSeconds, LONGEST_PAUSES, PAUSES, SHORTEST_PAUSES, schedule } from './schedule.ts';

const MATERIAL = { speech: 50, sentences: 16, sections: 5 };
const NATURAL = filmSeconds(50, 16, 5, PAUSES);

test('a film of the right length keeps its natural pauses and pace', () => {
  expect(fitStretch(MATERIAL, NATURAL)).toBe(1);
  expect(fitPauses(MATERIAL, NATURAL)).toEqual(PAUSES);
});

test('pauses take up what they can before the pace changes', () => {
  expect(fitStretch(MATERIAL, NATURAL + 1)).toBe(1);
  expect(fitPauses(MATERIAL, NATURAL + 1).sentence).toBeGreaterThan(PAUSES.sentence);
  expect(missBy(MATERIAL, NATURAL + 1)).toBeLessThan(1e-9);
  expect(missBy(MATERIAL, NATURAL - 1)).toBeLessThan(1e-9);
});

test('beyond the pauses the pace changes, up to eight in a hundred, and the pauses meet it', () => {
  for (const seconds of [NATURAL + 5, NATURAL - 4]) {
    const change = fitStretch(MATERIAL, seconds);
    expect(change).not.toBe(1);
    expect(Math.abs(change - 1)).toBeLessThanOrEqual(0.08);
    expect(missBy({ ...MATERIAL, speech: MATERIAL.speech * change }, seconds)).toBeLessThan(0.001);
  }
});

test('material far too short or long is neither dragged nor hurried', () => {
  for (const seconds of [NATURAL * 2, NATURAL / 2]) {
    expect(fitStretch(MATERIAL, seconds)).toBe(1);
    expect(fitPauses(MATERIAL, seconds)).toEqual(PAUSES);
  }
});

test('no pause inside a scene reaches 1.3 s', () => {
  expect(LONGEST_PAUSES.sentence).toBeLessThan(1.3);
  expect(LONGEST_PAUSES.section).toBeLessThan(1.3);
  expect(SHORTEST_PAUSES.section).toBeGreaterThan(0.5);
});

test('scenes change on whole frames shortly before their first word, and leave no gap', () => {
  const { starts, sections, duration } = schedule([[2.01, 1.7], [3.333], [0.9, 1.1]], PAUSES);
  expect(starts[0]![0]).toBe(0.5);
  expect(starts[0]![1]).toBeCloseTo(0.5 + 2.01 + PAUSES.sentence, 9);
  expect(sections[0]!.start).toBe(0);
  expect(sections.at(-1)!.end).toBe(duration);
  for (const [index, { start, end }] of sections.entries()) {
    for (const bound of [start, end]) expect(bound * 30).toBeCloseTo(Math.round(bound * 30), 9);
    expect(sections[index + 1]?.start ?? end).toBe(end);
    if (index > 0) expect(Math.abs(starts[index]![0]! - start - 0.45)).toBeLessThanOrEqual(1 / 60 + 1e-9);
  }
  const last = starts[2]![1]! + 1.1;
  expect(duration - last).toBeGreaterThanOrEqual(1.2 - 1e-6);
  expect(duration - last).toBeLessThan(1.2 + 1 / 30 + 1e-6);
});
