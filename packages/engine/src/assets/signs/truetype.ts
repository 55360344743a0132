/**
 * Writes a TrueType font from outlines: just the tables a renderer needs.
 * Source: OpenType 1.9, chapters "otff", "glyf", "cmap" (format 12), "hmtx", "name", "OS/2".
 */
import { type Contour, contoursOf } from './contours.ts';

/** A character's outline in thousandths of an em, y down from the baseline, as SVG path data. */
export interface Sign {
  character: string;
  advance: number;
  d: string;
}

export const UNITS_PER_EM = 1000;
const ASCENT = 970;
const DESCENT = 240;
const ON_CURVE = 1;
const OVERLAPS = 64;

/** The bytes of a font of one weight with the signs in it. The same signs give the same bytes. */
export function trueTypeFont(family: string, weight: number, signs: readonly Sign[]): Buffer {
  const glyphs = [{ advance: 500, contours: [] as Contour[] }].concat(
    signs.map(({ advance, d }) => ({ advance: Math.round(advance), contours: contoursOf(d) })),
  );
  const outlines = glyphs.map(({ contours }) => glyf(contours));
  const tables: [string, Buffer][] = [
    ['OS/2', os2(weight, signs)],
    ['cmap', cmap(signs)],
    ['glyf', Buffer.concat(outlines)],
    ['head', head()],
    ['hhea', hhea(glyphs.length)],
    ['hmtx', Buffer.concat(glyphs.map(({ advance, contours }) => words(advance, bounds(contours)[0])))],
    ['loca', loca(outlines)],
    ['maxp', maxp(glyphs.map(({ contours }) => contours))],
    ['name', names(family, weight)],
    ['post', Buffer.concat([longs(0x00030000), Buffer.alloc(28)])],
  ];
  return assemble(tables);
}

function assemble(tables: readonly [string, Buffer][]): Buffer {
  const log = Math.floor(Math.log2(tables.length));
  const range = 16 * 2 ** log;
  const header = Buffer.concat([
    longs(0x00010000),
    words(tables.length, range, log, 16 * tables.length - range),
  ]);
  let offset = header.length + 16 * tables.length;
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, data] of tables) {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    records.push(Buffer.concat([Buffer.from(tag), longs(checksum(padded), offset, data.length)]));
    bodies.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat([header, ...records, ...bodies]);
  const at = font.readUInt32BE(header.length + 16 * tables.findIndex(([tag]) => tag === 'head') + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, at + 8);
  return font;
}

function glyf(contours: readonly Contour[]): Buffer {
  if (contours.length === 0) return Buffer.alloc(0);
  const points = contours.flat();
  const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1);
  const flags = Buffer.from(
    points.map(({ on }, index) => (on ? ON_CURVE : 0) | (index === 0 ? OVERLAPS : 0)),
  );
  const steps = (axis: 'x' | 'y') =>
    words(...points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0)));
  const body = Buffer.concat([
    words(contours.length, ...bounds(contours), ...ends, 0),
    flags,
    steps('x'),
    steps('y'),
  ]);
  return Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
}

/** xMin, yMin, xMax, yMax; y up, as fonts count. */
function bounds(contours: readonly Contour[]): [number, number, number, number] {
  const points = contours.flat();
  if (points.length === 0) return [0, 0, 0, 0];
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function loca(outlines: readonly Buffer[]): Buffer {
  let offset = 0;
  return longs(...[0, ...outlines.map((outline) => (offset += outline.length))]);
}

function cmap(signs: readonly Sign[]): Buffer {
  const groups = signs
    .map(({ character }, index) => ({ code: character.codePointAt(0)!, glyph: index + 1 }))
    .sort((a, b) => a.code - b.code)
    .flatMap(({ code, glyph }) => [code, code, glyph]);
  return Buffer.concat([
    words(0, 1, 3, 10),
    longs(12),
    words(12, 0),
    longs(16 + 4 * groups.length, 0, signs.length, ...groups),
  ]);
}

function head(): Buffer {
  // Dates are zero so that the same signs give the same bytes.
  return Buffer.concat([
    longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    words(3, UNITS_PER_EM),
    Buffer.alloc(16),
    words(0, -DESCENT, 2000, ASCENT, 0, 8, 2, 1, 0),
  ]);
}

function hhea(glyphs: number): Buffer {
  return Buffer.concat([
    longs(0x00010000),
    words(ASCENT, -DESCENT, 0, 2000, 0, 0, 2000, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
  ]);
}

function maxp(glyphs: readonly (readonly Contour[])[]): Buffer {
  const points = Math.max(...glyphs.map((contours) => contours.flat().length));
  const contours = Math.max(...glyphs.map((each) => each.length));
  return Buffer.concat([
    longs(0x00010000),
    words(glyphs.length, points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
  ]);
}

function os2(weight: number, signs: readonly Sign[]): Buffer {
  const codes = signs.map(({ character }) => character.codePointAt(0)!);
  return Buffer.concat([
    words(4, 600, weight, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    longs(0, 0, 0, 0),
    Buffer.from('CHLK'),
    words(
      weight >= 700 ? 32 : 64,
      Math.min(...codes),
      Math.min(0xffff, Math.max(...codes)),
      ASCENT,
      -DESCENT,
      0,
      ASCENT,
      DESCENT,
    ),
    longs(0, 0),
    words(546, 727, 0, 32, 1),
  ]);
}

function names(family: string, weight: number): Buffer {
  const records: [number, string][] = [
    [0, 'Outlines from Inter, Copyright 2016 The Inter Project Authors, SIL Open Font License 1.1'],
    [1, family],
    [2, 'Regular'],
    [4, `${family} ${weight}`],
    [6, `${family.replaceAll(' ', '')}-${weight}`],
  ];
  const texts = records.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const entries = records.map(([id], index) => {
    const entry = words(3, 1, 0x409, id, texts[index]!.length, offset);
    offset += texts[index]!.length;
    return entry;
  });
  return Buffer.concat([words(0, records.length, 6 + 12 * records.length), ...entries, ...texts]);
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value & 0xffff, 2 * index);
  return buffer;
}

function longs(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, 4 * index);
  return buffer;
}
