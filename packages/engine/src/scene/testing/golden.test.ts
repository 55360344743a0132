import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { components } from '../components/registry.ts';
import { goldenFile, goldenOf, QUALITY, seenDifferences } from './golden.ts';

/** Where what is seen now is put for looking at when it differs; not kept. */
const OUT = new URL('../../../../../out/golden/', import.meta.url);

test.each(Object.values(components))('$name looks as it did', async (component) => {
  const file = goldenFile(component.name);
  expect(existsSync(file), `run npm run golden -- ${component.name}, and look at it`).toBe(true);
  const now = await goldenOf(component);
  const differences = await seenDifferences(await readFile(file), now);
  if (differences.length > 0) {
    await mkdir(OUT, { recursive: true });
    await writeFile(new URL(`${component.name}.webp`, OUT), await now.encode('webp', QUALITY));
  }
  expect(differences, `look at out/golden/${component.name}.webp; npm run golden keeps it`).toEqual([]);
});

test('a headline that moved by the width of a letter is seen', async () => {
  const { title } = components;
  const now = await goldenOf(title!);
  const moved = createCanvas(now.width, now.height);
  moved.getContext('2d').drawImage(now, 4, 0);
  const differences = await seenDifferences(await now.encode('webp', QUALITY), moved);
  expect(differences.length).toBeGreaterThan(6);
});

test('a picture that is encoded again is not seen to differ', async () => {
  const { title } = components;
  const now = await goldenOf(title!);
  expect(await seenDifferences(await now.encode('webp', QUALITY), now)).toEqual([]);
});
