import { expect, test } from 'vitest';
import { asksForImage } from './maker.ts';

test.each([
  'Show the attached image in scene 2',
  'replace the bird with this picture',
  'Use my logo in the closing scene',
  'Put the reference photo behind the title',
  'Use the screenshot I sent in scene 3',
])('"%s" asks for a reference image to be seen', (request) => {
  expect(asksForImage(request)).toBe(true);
});

test.each([
  'Replace the bird in scene 1 with a hawk',
  'Change the picture of the router to a compass',
  'Make it blue',
])('"%s" does not', (request) => {
  expect(asksForImage(request)).toBe(false);
});
