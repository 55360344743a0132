import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { codePointsOf } from '../characters.ts';
import { registerFonts } from '../fonts.ts';
import { contoursOf } from './contours.ts';
import { drawSigns } from './drawings.ts';
import { SIGNS, signsFile, WEIGHTS } from './index.ts';
import { trueTypeFont } from './truetype.ts';

test('the fonts of signs are current: run node --import tsx packages/engine/src/assets/signs/write.ts', () => {
  for (const weight of WEIGHTS) {
    expect(readFileSync(signsFile(weight)).equals(trueTypeFont(SIGNS, weight, drawSigns(weight)))).toBe(true);
  }
});

test('every sign is in the character map and leaves ink of its own', () => {
  registerFonts();
  const signs = drawSigns(600);
  const codes = codePointsOf(signsFile(600));
  expect(codes.size).toBe(signs.length);
  const canvas = createCanvas(120, 120);
  const pen = canvas.getContext('2d');
  pen.font = `600 80px "${SIGNS}"`;
  for (const { character, advance } of signs) {
    expect(codes.has(character.codePointAt(0)!)).toBe(true);
    expect(pen.measureText(character).width).toBeCloseTo(Math.round(advance) * 0.08, 1);
    pen.clearRect(0, 0, 120, 120);
    pen.fillText(character, 10, 90);
    expect(
      pen.getImageData(0, 0, 120, 120).data.some((value) => value > 0),
      character,
    ).toBe(true);
  }
});

test('path data becomes closed contours, y up, with control points off the curve', () => {
  const line = (x: number, y: number) => ({ x, y, on: true });
  expect(contoursOf('M0 0L10 0L10 -10Z')).toEqual([[line(0, 0), line(10, 0), line(10, 10)]]);
  expect(contoursOf('M0 0Q5 -5 10 0L0 0Z')[0]!.map(({ on }) => on)).toEqual([true, false, true]);
  const cubic = contoursOf('M0 0C0 -100 100 -100 100 0Z')[0]!;
  expect(Math.max(...cubic.filter(({ on }) => on).map(({ y }) => y))).toBe(75);
});
