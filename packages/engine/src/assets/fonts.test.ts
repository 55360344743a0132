import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { allFaces, families } from './faces.ts';
import { cssFont, faceOf, missingGlyphs, registerFonts } from './fonts.ts';

function widthOf(text: string, css: string): number {
  const pen = createCanvas(8, 8).getContext('2d');
  pen.font = css;
  return pen.measureText(text).width;
}

test('every face of every family is registered, and registering again changes nothing', () => {
  registerFonts();
  const before = GlobalFonts.families.length;
  registerFonts();
  expect(GlobalFonts.families.length).toBe(before);
  for (const face of allFaces()) expect(GlobalFonts.has(face.name), face.name).toBe(true);
});

test('a font list names registered families only and ends in the emoji face', () => {
  registerFonts();
  for (const family of families()) {
    const names = [...cssFont({ family, weight: 600, size: 40 }).matchAll(/"([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(names[0]).toBe(family);
    expect(names.at(-1)).toBe('Noto Color Emoji');
    for (const name of names) expect(GlobalFonts.has(name), name).toBe(true);
  }
});

test('an emoji is drawn, in colour', () => {
  registerFonts();
  const pen = createCanvas(120, 120).getContext('2d');
  pen.font = cssFont({ family: 'Inter', weight: 400, size: 80 });
  pen.fillText('\u{1F600}', 10, 90);
  const { data } = pen.getImageData(0, 0, 120, 120);
  const yellow = data.filter((red, at) => at % 4 === 0 && red > 200 && data[at + 2]! < 100).length;
  expect(yellow).toBeGreaterThan(1000);
});

test('weights draw differently, so each has its own file', () => {
  registerFonts();
  const widths = [400, 500, 600, 700, 800].map((weight) =>
    widthOf('Handgloves', cssFont({ family: 'Inter', weight, size: 100 })),
  );
  expect(new Set(widths).size).toBe(5);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
});

test('a family without an alphabet borrows it from Inter at the same weight', () => {
  registerFonts();
  const word = 'Привет';
  expect(faceOf('П', { family: 'Sora', weight: 700, size: 40 })).toMatchObject({
    family: 'Inter',
    weight: 700,
  });
  expect(widthOf(word, cssFont({ family: 'Sora', weight: 700, size: 40 }))).toBe(
    widthOf(word, cssFont({ family: 'Inter', weight: 700, size: 40 })),
  );
});

test('an unknown family is refused with the families there are', () => {
  expect(() => cssFont({ family: 'Comic Sans', weight: 400, size: 40 })).toThrow(
    /"Comic Sans" is not installed.*Inter/,
  );
});

test('missing characters are named once, in order; invisible ones are not missing', () => {
  const spec = { family: 'Sora', weight: 600, size: 40 };
  expect(missingGlyphs('Łódź, αβγ, Привет – €5 “ok” 😀 👩‍🔬 🇬🇧 1\u2060\u200b', spec)).toEqual([]);
  expect(missingGlyphs('中 and 文 and 中', spec)).toEqual(['中', '文']);
});

test('what facts are written with has a face: formulas in text, arrows, relations, fractions, ticks', () => {
  const facts = 'CO₂ → 6 H₂O, 10⁻⁹ m, x² ≤ 4 ≠ 5 ≈ 5.1 ≥ ∞, ⅔ of √2, n₁…nₖ'.replace('ₖ', 'ₙ');
  for (const family of families()) {
    const spec = { family, weight: 700, size: 40 };
    expect(missingGlyphs(`${facts} ✓ ✗ ↔ ⇒ ∑ ∫ ∈ ∀ ‑`, spec), family).toEqual([]);
  }
  expect(faceOf('₂', { family: 'Sora', weight: 500, size: 40 })).toMatchObject({
    family: 'Chalktalk Signs',
    weight: 600,
  });
});

test('Arabic, Hebrew and Devanagari are drawn from fonts of their own beside any family', () => {
  for (const family of families()) {
    const spec = { family, weight: 600, size: 40 };
    expect(missingGlyphs('الشبكة שלום बिजली क्या', spec), family).toEqual([]);
    expect(faceOf('ش', spec)?.family).toBe('Noto Sans Arabic');
    expect(faceOf('ש', spec)?.family).toBe('Noto Sans Hebrew');
    expect(faceOf('ब', spec)?.family).toBe('Noto Sans Devanagari');
  }
});
