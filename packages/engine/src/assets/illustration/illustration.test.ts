import { loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIcon, iconSvg } from '../icons.ts';
import { type Composition, compositionOf, idOfComposition, PLACES, placedParts } from './composition.ts';
import { allRecipes } from './recipes.ts';

const find = (meaning: string) => findIcon(meaning, 'colour')?.id;

test('a picture described in words lies in layers, each on the one before it', () => {
  expect(find('a padlock on a browser window on a laptop')).toBe(
    'composed:fluent-emoji-flat:laptop;chalktalk:browser@on*125;fluent-emoji-flat:locked@on*125^',
  );
  expect(find('laptop with a padlock')).toBe(
    'composed:fluent-emoji-flat:laptop;fluent-emoji-flat:locked@corner',
  );
  expect(find('xyzzy on a laptop')).toBeUndefined();
});

test('a recipe is found by what it means, in the plural too, and a licence is told for every part', () => {
  const found = findIcon('secure servers', 'colour');
  expect(found?.id).toBe('composed:chalktalk:server;fluent-emoji-flat:locked@corner*115');
  expect(findIcon('robot teacher', 'colour')?.licence).toBe('Apache-2.0 AND MIT');
});

test('a composition is drawn at the height asked for', async () => {
  const { svg } = iconSvg(find('secure website')!, { height: 96 });
  const image = await loadImage(Buffer.from(svg));
  expect([image.width, image.height]).toEqual([96, 96]);
});

test('every part of every recipe exists, and stays within the square', () => {
  for (const [phrase, composition] of allRecipes()) {
    expect(findIcon(idOfComposition(composition), 'colour'), phrase).not.toBeNull();
    for (const { x, y, size } of placedParts(composition)) {
      expect(Math.min(x, y) - size / 2, phrase).toBeGreaterThanOrEqual(-0.001);
      expect(Math.max(x, y) + size / 2, phrase).toBeLessThanOrEqual(1.001);
    }
  }
});

test('a composition and its id are the same thing', () => {
  const overlay = fc.record({
    icon: fc.constantFrom('noto:hole', 'chalktalk:server'),
    at: fc.constantFrom(...PLACES),
    size: fc.integer({ min: 30, max: 200 }).map((share) => share / 100),
  });
  fc.assert(
    fc.property(fc.array(overlay, { maxLength: 4 }), (on) => {
      const composition: Composition = { base: 'fluent-emoji-flat:laptop', on };
      const plain = on.map(({ size, ...rest }) => (size === 1 ? rest : { ...rest, size }));
      expect(compositionOf(idOfComposition(composition))).toEqual({ ...composition, on: plain });
    }),
  );
  expect(compositionOf('composed:laptop')).toBeUndefined();
  expect(find('composed:fluent-emoji-flat:laptop;noto:no-such@on')).toBeUndefined();
});

test('flags are found by country, adjective and union, and not where a name is first of all something else', () => {
  expect(find('flag of France')).toBe('circle-flags:fr');
  expect(find('the French flag')).toBe('circle-flags:fr');
  expect(find('Japan')).toBe('circle-flags:jp');
  expect(find('flag of the European Union')).toBe('circle-flags:eu');
  expect(find('flag of Turkey')).toBe('circle-flags:tr');
  expect(find('turkey')).toMatch(/turkey/);
  expect(find('flag of Atlantis')).not.toMatch(/circle-flags/);
});

test('a brand is shown where its logo is asked for, or where its name means nothing else', () => {
  const line = (meaning: string) => findIcon(meaning, 'line')?.id;
  expect(line('Wikipedia')).toBe('simple-icons:wikipedia');
  expect(line('Python logo')).toBe('simple-icons:python');
  expect(line('logo of C++')).toBe('simple-icons:cplusplus');
  expect(line('python')).not.toMatch(/simple-icons/);
  expect(find('apple')).toBe('fluent-emoji-flat:red-apple');
});
