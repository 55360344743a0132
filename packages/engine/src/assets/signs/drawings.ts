/**
 * The signs that the text faces' web subsets lack and explainers need: arrows, relations, small raised and lowered
 * figures, ticks. Drawn from Inter's own outlines and line weights, so that they sit beside its letters.
 */
import { createCanvas, Path2D, SvgExportFlag } from '@napi-rs/canvas';
import { cssFont, registerFonts } from '../fonts.ts';
import {
  bothWays,
  disc,
  doubleArrow,
  infinity,
  line,
  middleOf,
  moved,
  outlined,
  polygon,
  rectangle,
  ring,
  star,
  turned,
  union,
} from './shapes.ts';
import { type Sign, UNITS_PER_EM } from './truetype.ts';

interface Glyph {
  path: Path2D;
  advance: number;
}

/** How wide and high a raised or lowered figure is beside a full one, as in Inter's own ². */
const SMALL = { x: 0.62, y: 0.545 };
/** Baselines of raised and lowered figures, thousandths of an em, y down. */
const RAISED = -438;
const LOWERED = 140;
const SIDE = 80;

/** All signs at a weight of 400, 600 or 800. Bounds and advances are thousandths of an em. */
export function drawSigns(weight: number): Sign[] {
  registerFonts();
  const glyph = (character: string, heavier = 0) => letter(character, Math.min(800, weight + heavier));
  const [left, top, right, bottom] = glyph('−').path.computeTightBounds();
  const axis = (top + bottom) / 2;
  const stroke = bottom - top;
  const signs: Sign[] = [];
  const add = (character: string, path: Path2D, advance: number) =>
    signs.push({ character, advance, d: path.toSVGString() });
  /** Placed with equal room on both sides. */
  const put = (character: string, path: Path2D) => {
    const [from, , to] = path.computeTightBounds();
    add(character, moved(path, SIDE - from, 0), to - from + 2 * SIDE);
  };

  smallFigures(glyph, add);

  const bar = (y: number) => rectangle(left, y - stroke / 2, right, y + stroke / 2);
  const gap = stroke * 1.9;
  const advance = glyph('−').advance;
  for (const [character, base] of [
    ['≤', '<'],
    ['≥', '>'],
  ] as const) {
    const under = bar(glyph(base).path.computeTightBounds()[3] + stroke * 0.55);
    add(character, union(moved(glyph(base).path, 0, -stroke * 0.9), under), advance);
  }
  const slash = line(stroke, [left + 130, axis + 330], [right - 130, axis - 330]);
  add('≠', union(glyph('=').path, slash), advance);
  add('≡', union(union(bar(axis - gap), bar(axis)), bar(axis + gap)), advance);
  const tilde = glyph('~');
  const wave = moved(tilde.path, 0, axis - middleOf(tilde.path));
  add('≈', union(moved(wave, 0, -gap * 0.62), moved(wave, 0, gap * 0.62)), tilde.advance);
  add('∼', wave, tilde.advance);

  const upward = glyph('↑').path;
  const rightward = turned(upward, 90, axis);
  for (const [character, degrees] of [
    ['→', 90],
    ['←', -90],
    ['↗', 45],
    ['↖', -45],
    ['↘', 135],
    ['↙', -135],
  ] as const) {
    put(character, turned(upward, degrees, axis));
  }
  put('↔', bothWays(rightward));
  put('⇒', doubleArrow(stroke, axis));
  put('⇔', bothWays(doubleArrow(stroke, axis)));
  put('⟶', rightward);
  put(
    '↦',
    union(
      rightward,
      line(
        stroke,
        [rightward.computeTightBounds()[0], axis - 190],
        [rightward.computeTightBounds()[0], axis + 190],
      ),
    ),
  );

  put('∞', infinity(stroke, axis));
  put('√', line(stroke, [0, -300], [90, -350], [250, -20], [520, -790]));
  put('✓', line(stroke * 1.25, [0, -290], [210, -70], [610, -600]));
  put('✔', line(stroke * 1.9, [0, -290], [210, -80], [610, -600]));
  for (const [character, thick] of [
    ['✗', 1.25],
    ['✘', 1.9],
  ] as const) {
    put(
      character,
      union(line(stroke * thick, [0, -600], [520, -80]), line(stroke * thick, [520, -600], [0, -80])),
    );
  }
  put('∘', ring(stroke, 150, axis));
  put('○', ring(stroke, 330, axis));
  put('●', disc(330, axis));
  put('■', rectangle(0, axis - 310, 620, axis + 310));
  put('□', outlined(rectangle(0, axis - 310, 620, axis + 310), stroke));
  for (const [character, degrees] of [
    ['▲', 0],
    ['▶', 90],
    ['▼', 180],
    ['◀', -90],
  ] as const) {
    put(character, turned(polygon([0, axis + 290], [340, axis - 320], [680, axis + 290]), degrees, axis));
  }
  put('◆', polygon([0, axis], [330, axis - 360], [660, axis], [330, axis + 360]));
  put('★', star(axis));
  put('☆', outlined(star(axis), stroke * 0.8));
  for (const character of ['‐', '‑']) add(character, glyph('-').path, glyph('-').advance);
  return signs;
}

type Letter = (character: string, heavier?: number) => Glyph;

function smallFigures(glyph: Letter, add: (character: string, path: Path2D, advance: number) => void): void {
  const small = (character: string, baseline: number): Glyph => {
    const { path, advance } = glyph(character, 200);
    const matrix = { a: SMALL.x, b: 0, c: 0, d: SMALL.y, e: 0, f: baseline };
    return { path: path.transform(matrix), advance: advance * SMALL.x };
  };
  const raised = {
    '0': '⁰',
    '4': '⁴',
    '5': '⁵',
    '6': '⁶',
    '7': '⁷',
    '8': '⁸',
    '9': '⁹',
    '+': '⁺',
    '−': '⁻',
    '=': '⁼',
    '(': '⁽',
    ')': '⁾',
    n: 'ⁿ',
    i: 'ⁱ',
  };
  const lowered = {
    '0': '₀',
    '1': '₁',
    '2': '₂',
    '3': '₃',
    '4': '₄',
    '5': '₅',
    '6': '₆',
    '7': '₇',
    '8': '₈',
    '9': '₉',
    '+': '₊',
    '−': '₋',
    '=': '₌',
    '(': '₍',
    ')': '₎',
    a: 'ₐ',
    e: 'ₑ',
    o: 'ₒ',
    x: 'ₓ',
    i: 'ᵢ',
    n: 'ₙ',
    t: 'ₜ',
  };
  const fractions = {
    '⅓': '13',
    '⅔': '23',
    '⅕': '15',
    '⅖': '25',
    '⅗': '35',
    '⅘': '45',
    '⅙': '16',
    '⅚': '56',
    '⅛': '18',
    '⅜': '38',
    '⅝': '58',
    '⅞': '78',
  };
  for (const [from, to] of Object.entries(raised)) {
    const { path, advance } = small(from, RAISED);
    add(to, path, advance);
  }
  for (const [from, to] of Object.entries(lowered)) {
    const { path, advance } = small(from, LOWERED);
    add(to, path, advance);
  }
  for (const [to, [over, under]] of Object.entries(fractions)) {
    const [numerator, denominator, slash] = [small(over!, -330), small(under!, 0), glyph('⁄')];
    const at = numerator.advance + slash.advance * 0.7;
    const path = union(
      union(numerator.path, moved(slash.path, numerator.advance - 40, 0)),
      moved(denominator.path, at, 0),
    );
    add(to, path, at + denominator.advance);
  }
}

/** A character's outline in Inter, its origin at 0. */
function letter(character: string, weight: number): Glyph {
  const canvas = createCanvas(3000, 3000, SvgExportFlag.ConvertTextToPaths);
  const pen = canvas.getContext('2d');
  pen.font = cssFont({ family: 'Inter', weight, size: UNITS_PER_EM });
  const advance = pen.measureText(character).width;
  pen.fillText(character, 1000, 1500);
  const d = / d="([^"]*)"/.exec(canvas.getContent().toString())?.[1] ?? '';
  return { path: moved(new Path2D(d), -1000, -1500), advance };
}
