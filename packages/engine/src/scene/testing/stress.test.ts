import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ChalktalkError } from '../../errors.ts';
import type { Component } from '../components/component.ts';
import { points } from '../components/points/index.ts';
import { components } from '../components/registry.ts';
import { expectHolds, words } from './stress.ts';

test('labels have from one to the asked number of characters', () => {
  fc.assert(
    fc.property(words(40), (label) => {
      expect(label.length).toBeGreaterThan(0);
      expect(label.length).toBeLessThanOrEqual(40);
      expect(label).toBe(label.trim());
    }),
  );
});

test('data that fits is one picture in each shape', async () => {
  expect(await expectHolds(points, points.example.data)).toEqual({ '16:9': 1, '9:16': 1 });
});

/** One line of text per item, however many there are room for. */
function lines(name: string, most: number): Component<string[]> {
  const component: Component<string[]> = {
    name,
    purpose: 'For this test only.',
    schema: z.array(z.string()).min(1),
    headline: 'above',
    parts: (data) => data.map((label, index) => ({ path: `${index}`, label })),
    layout: (data, setting) => {
      if (data.length > most) throw new ChalktalkError('does_not_fit', 'Too many lines.');
      return data.map((text, index) =>
        setting.text(
          `line.${index}`,
          setting.fit(text, { max_width: setting.area.width }),
          { x: setting.area.x, y: setting.area.y + (name === 'piled' ? 0 : index * 80) },
          { part: `${index}` },
        ),
      );
    },
    split: (data) => (data.length > 1 ? [data.slice(0, 1), data.slice(1)] : undefined),
    motion: () => {},
    example: { headline: '', narration: '', data: [] },
  };
  components[name] = component;
  return component;
}

test('data that is refused is divided into pieces that hold', async () => {
  expect(await expectHolds(lines('single', 1), ['one', 'two', 'three'])).toEqual({ '16:9': 3, '9:16': 3 });
});

test('what cannot be divided any more counts as refused', async () => {
  expect(await expectHolds(lines('refusing', 0), ['one', 'two'])).toEqual({ '16:9': 0, '9:16': 0 });
});

test('a picture whose parts lie on each other is caught', async () => {
  await expect(expectHolds(lines('piled', 5), ['one', 'two'])).rejects.toThrow(/overlap/);
});
