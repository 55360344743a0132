/**
 * Reads which characters a font file can draw: the `cmap` table of a TrueType or WOFF2 file.
 * Sources: W3C WOFF File Format 2.0, sections 4 and 5; OpenType 1.9, chapters "otff" and "cmap", formats 4 and 12.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const TRUETYPE = 0x00010000;
const WOFF2 = 0x774f4632;
const HEADER_BYTES = 48;
/** Indices into WOFF2's table of known tags. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const CUSTOM_TAG = 63;

/**
 * The code points that the font in a TrueType or WOFF2 file has glyphs for.
 * @throws Error when the file is neither or carries no character map.
 */
export function codePointsOf(path: string): Set<number> {
  const file = readFileSync(path);
  const kind = file.readUInt32BE(0);
  const cmap = kind === TRUETYPE ? cmapOfTrueType(file) : kind === WOFF2 ? cmapOfWoff2(file) : undefined;
  if (!cmap) throw new Error(`${path} is no TrueType or WOFF2 font with a character map`);
  return readCmap(cmap);
}

function cmapOfTrueType(file: Buffer): Buffer | undefined {
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
    if (file.toString('latin1', at, at + 4) === 'cmap') return file.subarray(file.readUInt32BE(at + 8));
  }
  return undefined;
}

function cmapOfWoff2(file: Buffer): Buffer | undefined {
  const tables = file.readUInt16BE(12);
  const packed = file.readUInt32BE(20);
  const cursor = { at: HEADER_BYTES };
  let offset = 0;
  let cmap: { start: number; end: number } | undefined;
  for (let index = 0; index < tables; index += 1) {
    const flags = file[cursor.at++]!;
    const tag = flags & 63;
    if (tag === CUSTOM_TAG) cursor.at += 4;
    const version = flags >> 6;
    let length = base128(file, cursor);
    // glyf and loca are transformed unless their version says 3; every other table only if it says other than 0.
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    if (transformed) length = base128(file, cursor);
    if (tag === CMAP) cmap = { start: offset, end: offset + length };
    offset += length;
  }
  if (!cmap) return undefined;
  const data = brotliDecompressSync(file.subarray(cursor.at, cursor.at + packed));
  return data.subarray(cmap.start, cmap.end);
}

function base128(file: Buffer, cursor: { at: number }): number {
  let value = 0;
  for (let count = 0; count < 5; count += 1) {
    const byte = file[cursor.at++]!;
    value = value * 128 + (byte & 127);
    if (byte < 128) break;
  }
  return value;
}

function readCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, found);
    else if (format === 12) readGroups(table, found);
  }
  return found;
}

function readSegments(table: Buffer, found: Set<number>): void {
  const segments = table.readUInt16BE(6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = table.readUInt16BE(14 + 2 * segment);
    const start = table.readUInt16BE(16 + 2 * (segments + segment));
    const delta = table.readUInt16BE(16 + 2 * (2 * segments + segment));
    const rangeAt = 16 + 2 * (3 * segments + segment);
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - start));
      if ((range === 0 || listed !== 0) && ((listed + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

function readGroups(table: Buffer, found: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + 12 * group;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1) found.add(code);
  }
}
