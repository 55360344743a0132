import { Path2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { typesetFormula } from './formula.ts';

const lit = async (tex: string, parts: string[]) =>
  (await typesetFormula(tex, parts)).glyphs.map((glyph) => glyph.part ?? '.').join('');

test('a formula is a row of outlines on a baseline, in em', async () => {
  const formula = await typesetFormula('E = mc^2', []);
  expect(formula.glyphs.length).toBe(5);
  expect(formula.width).toBeGreaterThan(3.5);
  expect(formula.width).toBeLessThan(5.5);
  const [energy, , , , square] = formula.glyphs;
  expect(energy!.box.y).toBeLessThan(-0.6);
  expect(energy!.box.y + energy!.box.height).toBeCloseTo(0, 1);
  expect(square!.box.height).toBeLessThan(energy!.box.height);
  expect(square!.box.y).toBeLessThan(energy!.box.y);
  for (const glyph of formula.glyphs) {
    const [left, top, right, bottom] = new Path2D(glyph.d).computeTightBounds();
    expect(left).toBeCloseTo(glyph.box.x, 2);
    expect(top).toBeCloseTo(glyph.box.y, 2);
    expect(right - left).toBeCloseTo(glyph.box.width, 2);
    expect(bottom - top).toBeCloseTo(glyph.box.height, 2);
  }
});

test('outlines know the subformula they belong to, by TeX and not by spelling', async () => {
  expect(await lit('E = mc^2', ['E', 'm', 'c^2'])).toBe('0.122');
  expect(await lit('\\alpha + a', ['a'])).toBe('..0');
  expect(await lit('x^2', ['2'])).toBe('.0');
  expect(await lit('x^2', ['x'])).toBe('0.');
  expect(await lit('\\frac12', ['1', '2'])).toBe('01.');
  expect(await lit('a = b', ['='])).toBe('.0.');
  expect(await lit('a^2 + b^2', ['2'])).toBe('.0..0');
  expect(await lit('v = \\frac{\\Delta x}{\\Delta t}', ['\\Delta x', '\\Delta t'])).toBe('..00' + '11' + '.');
  expect(await lit('P = \\text{speed}', ['\\text{speed}'])).toBe('..00000');
});

test('a subformula inside another belongs to both', async () => {
  const { glyphs } = await typesetFormula('E = mc^2', ['mc^2', 'c']);
  expect(glyphs.map((glyph) => glyph.parts)).toEqual([[], [], [0], [0, 1], [0]]);
});

test('marking moves nothing', async () => {
  const plain = await typesetFormula('\\sum_{i=1}^n i = \\frac{n(n+1)}{2}', []);
  const marked = await typesetFormula('\\sum_{i=1}^n i = \\frac{n(n+1)}{2}', [
    'n',
    'i',
    '+',
    '\\frac{n(n+1)}{2}',
  ]);
  expect(marked.glyphs.map((glyph) => glyph.box)).toEqual(plain.glyphs.map((glyph) => glyph.box));
  expect(marked.width).toBe(plain.width);
});

test('stretched arrows, roots, boxes, tables and struck symbols are outlines within the formula', async () => {
  for (const tex of [
    'A \\xrightarrow{\\text{light}} B',
    '\\overbrace{a+b+c+d+e}^{n}',
    '\\sqrt{\\frac{a}{b}}',
    '\\boxed{x}',
    '\\begin{array}{c|c}1&2\\\\\\hline3&4\\end{array}',
    '\\mathrm{6CO_2} + \\cancel{x}',
    'x \\in \\mathbb{R}',
  ]) {
    const { glyphs, width, ascent, descent } = await typesetFormula(tex, []);
    expect(glyphs.length).toBeGreaterThan(1);
    for (const { box } of glyphs) {
      expect(box.x).toBeGreaterThan(-0.1);
      expect(box.x + box.width).toBeLessThan(width + 0.1);
      expect(box.y).toBeGreaterThan(-ascent - 0.1);
      expect(box.y + box.height).toBeLessThan(descent + 0.1);
    }
  }
});

test('wrong TeX is refused with the reason, and a part that is not there by its name', async () => {
  await expect(typesetFormula('\\frac{a', [])).rejects.toMatchObject({
    kind: 'bad_note',
    message: expect.stringContaining('Missing close brace'),
  });
  await expect(typesetFormula('\\undefinedthing', [])).rejects.toThrow(/Undefined control sequence/);
  await expect(typesetFormula('\\text{中}', [])).rejects.toThrow(/中/);
  await expect(typesetFormula('E = mc^2', ['F'])).rejects.toMatchObject({
    kind: 'bad_note',
    message: expect.stringContaining('"F" is no part of the formula'),
  });
  await expect(typesetFormula('x^2', ['^2'])).rejects.toThrow(/"\^2" is no part/);
});

test('the same formula is set once and comes out the same', async () => {
  expect(typesetFormula('a+b', ['a'])).toBe(typesetFormula('a+b', ['a']));
});
