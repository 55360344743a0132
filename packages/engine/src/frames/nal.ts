/**
 * The few parts of H.264's byte stream that joining and repeating frames needs (ITU-T H.264, 7.3 and annex B):
 * NAL units between start codes, the width of `frame_num`, and writing it.
 */
export const NAL = { slice: 1, keySlice: 5, sps: 7, pps: 8 } as const;

/** The units of a stream, without their start codes. */
export function nalUnits(stream: Uint8Array): Uint8Array[] {
  const units: Uint8Array[] = [];
  let from = -1;
  for (let at = 0; at + 2 < stream.length; at += 1) {
    if (stream[at] !== 0 || stream[at + 1] !== 0 || stream[at + 2] !== 1) continue;
    if (from >= 0) units.push(stream.subarray(from, withoutZeros(stream, from, at)));
    from = at + 3;
    at += 2;
  }
  if (from >= 0) units.push(stream.subarray(from));
  return units;
}

/** A start code may begin with a zero more, which is not part of the unit before it. */
function withoutZeros(stream: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && stream[end - 1] === 0) end -= 1;
  return end;
}

export function nalType(unit: Uint8Array): number {
  return unit[0]! & 31;
}

/** Units with start codes of four bytes, as one stream. */
export function byteStream(units: readonly Uint8Array[]): Uint8Array {
  const stream = new Uint8Array(units.reduce((sum, unit) => sum + 4 + unit.length, 0));
  let at = 0;
  for (const unit of units) {
    stream[at + 3] = 1;
    stream.set(unit, at + 4);
    at += 4 + unit.length;
  }
  return stream;
}

/** How frames are numbered, from a stream's parameter sets. */
export interface Numbering {
  /** Bits of `frame_num`. */
  bits: number;
  /** True when frames are shown in the order of their numbers (pic_order_cnt_type 2), so that the number says all. */
  inOrder: boolean;
}

/** Profiles whose parameter sets describe chroma and bit depth. */
const HIGH_PROFILES = new Set([100, 110, 122, 244]);

export function numberingOf(extraData: Uint8Array): Numbering {
  const sps = nalUnits(extraData).find((unit) => nalType(unit) === NAL.sps);
  if (!sps) throw new Error('the stream has no sequence parameter set');
  const bits = new BitReader(unescaped(sps));
  bits.skip(8);
  const profile = bits.read(8);
  bits.skip(16);
  bits.readGolomb();
  if (HIGH_PROFILES.has(profile)) {
    // chroma_format_idc, bit depths, lossless bypass
    bits.readGolomb();
    bits.readGolomb();
    bits.readGolomb();
    bits.skip(1);
    if (bits.read(1) === 1) throw new Error('scaling matrices are not expected');
  }
  const width = bits.readGolomb() + 4;
  return { bits: width, inOrder: bits.readGolomb() === 2 };
}

/** A slice with another `frame_num`. */
export function renumbered(slice: Uint8Array, number: number, { bits: width }: Numbering): Uint8Array {
  const raw = unescaped(slice);
  const bits = new BitReader(raw);
  bits.skip(8);
  // first_mb_in_slice, slice_type, pic_parameter_set_id
  bits.readGolomb();
  bits.readGolomb();
  bits.readGolomb();
  for (let bit = 0; bit < width; bit += 1) {
    const at = bits.position + bit;
    const mask = 0x80 >> (at & 7);
    if ((number >> (width - 1 - bit)) & 1) raw[at >> 3]! |= mask;
    else raw[at >> 3]! &= ~mask;
  }
  return escaped(raw);
}

/** Without the bytes that keep start codes from appearing inside a unit; always a copy. */
function unescaped(unit: Uint8Array): Uint8Array {
  const raw = new Uint8Array(unit.length);
  let zeros = 0;
  let to = 0;
  for (const byte of unit) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    raw[to] = byte;
    to += 1;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return raw.subarray(0, to);
}

function escaped(raw: Uint8Array): Uint8Array {
  const unit = new Uint8Array(Math.ceil(raw.length * 1.5) + 1);
  let zeros = 0;
  let to = 0;
  for (const byte of raw) {
    if (zeros >= 2 && byte <= 3) {
      unit[to] = 3;
      to += 1;
      zeros = 0;
    }
    unit[to] = byte;
    to += 1;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return unit.subarray(0, to);
}

class BitReader {
  position = 0;
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  skip(count: number): void {
    this.position += count;
  }

  read(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) {
      value = value * 2 + ((this.#bytes[this.position >> 3]! >> (7 - (this.position & 7))) & 1);
      this.position += 1;
    }
    return value;
  }

  /** An unsigned Exp-Golomb number. */
  readGolomb(): number {
    let zeros = 0;
    while (this.read(1) === 0) {
      zeros += 1;
      if (zeros > 32) throw new Error('the stream is damaged');
    }
    return 2 ** zeros - 1 + this.read(zeros);
  }
}
