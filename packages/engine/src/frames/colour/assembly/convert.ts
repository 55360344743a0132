/**
 * RGBA to YUV 4:2:0, BT.709, limited range, sixteen pixels at a time. Full-range red, green and blue are weighted in
 * 8-bit fixed point; each 2 × 2 block of pixels shares one chroma sample, their average.
 * Built by `node scripts/build-colour.mjs`; the result, convert.wasm, is committed beside it.
 */

/** Luma of 16 pixels. */
// @ts-ignore: decorator
@inline
function luma(from: usize, to: usize): void {
  const mask = i32x4.splat(0xff);
  const a = v128.load(from);
  const b = v128.load(from, 16);
  const c = v128.load(from, 32);
  const d = v128.load(from, 48);
  const red0 = i16x8.narrow_i32x4_u(v128.and(a, mask), v128.and(b, mask));
  const red1 = i16x8.narrow_i32x4_u(v128.and(c, mask), v128.and(d, mask));
  const green0 = i16x8.narrow_i32x4_u(v128.and(i32x4.shr_u(a, 8), mask), v128.and(i32x4.shr_u(b, 8), mask));
  const green1 = i16x8.narrow_i32x4_u(v128.and(i32x4.shr_u(c, 8), mask), v128.and(i32x4.shr_u(d, 8), mask));
  const blue0 = i16x8.narrow_i32x4_u(v128.and(i32x4.shr_u(a, 16), mask), v128.and(i32x4.shr_u(b, 16), mask));
  const blue1 = i16x8.narrow_i32x4_u(v128.and(i32x4.shr_u(c, 16), mask), v128.and(i32x4.shr_u(d, 16), mask));
  v128.store(to, i8x16.narrow_i16x8_u(weigh(red0, green0, blue0), weigh(red1, green1, blue1)));
}

/** 16 + (47 r + 157 g + 16 b + 128) / 256 */
// @ts-ignore: decorator
@inline
function weigh(red: v128, green: v128, blue: v128): v128 {
  const sum = i16x8.add(
    i16x8.add(i16x8.mul(red, i16x8.splat(47)), i16x8.mul(green, i16x8.splat(157))),
    i16x8.add(i16x8.mul(blue, i16x8.splat(16)), i16x8.splat(128)),
  );
  return i16x8.add(i16x8.shr_u(sum, 8), i16x8.splat(16));
}

/** Sums of one channel over four 2 × 2 blocks: 8 pixels of two rows. */
// @ts-ignore: decorator
@inline
function sums(upper: usize, lower: usize, shift: i32): v128 {
  const mask = i32x4.splat(0xff);
  const left = i32x4.add(
    v128.and(i32x4.shr_u(v128.load(upper), shift), mask),
    v128.and(i32x4.shr_u(v128.load(lower), shift), mask),
  );
  const right = i32x4.add(
    v128.and(i32x4.shr_u(v128.load(upper, 16), shift), mask),
    v128.and(i32x4.shr_u(v128.load(lower, 16), shift), mask),
  );
  return i32x4.extadd_pairwise_i16x8_s(i16x8.narrow_i32x4_s(left, right));
}

/** Averages of one channel over eight 2 × 2 blocks: 16 pixels of two rows. */
// @ts-ignore: decorator
@inline
function averages(upper: usize, lower: usize, shift: i32): v128 {
  const all = i16x8.narrow_i32x4_s(sums(upper, lower, shift), sums(upper + 32, lower + 32, shift));
  return i16x8.shr_u(i16x8.add(all, i16x8.splat(2)), 2);
}

// @ts-ignore: decorator
@inline
function chroma(upper: usize, lower: usize, u: usize, v: usize): void {
  const half = i16x8.splat(128);
  const red = averages(upper, lower, 0);
  const green = averages(upper, lower, 8);
  const blue = averages(upper, lower, 16);
  const cb = i16x8.sub(
    i16x8.sub(i16x8.mul(blue, i16x8.splat(112)), i16x8.mul(green, i16x8.splat(86))),
    i16x8.mul(red, i16x8.splat(26)),
  );
  const cr = i16x8.sub(
    i16x8.sub(i16x8.mul(red, i16x8.splat(112)), i16x8.mul(green, i16x8.splat(102))),
    i16x8.mul(blue, i16x8.splat(10)),
  );
  const cb8 = i16x8.add(i16x8.shr_s(i16x8.add(cb, half), 8), half);
  const cr8 = i16x8.add(i16x8.shr_s(i16x8.add(cr, half), 8), half);
  v128.store64_lane(u, i8x16.narrow_i16x8_u(cb8, cb8), 0);
  v128.store64_lane(v, i8x16.narrow_i16x8_u(cr8, cr8), 0);
}

/**
 * Converts a block of `width` × `height` px (multiples of 16 and of 2) lying without gaps at `rgba` to planes without
 * gaps at `y`, `u` and `v`.
 */
export function convert(rgba: usize, y: usize, u: usize, v: usize, width: i32, height: i32): void {
  const stride = <usize>width * 4;
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 16) {
      const upper = rgba + <usize>(column * 4);
      const lower = upper + stride;
      luma(upper, y + <usize>column);
      luma(lower, y + <usize>(width + column));
      chroma(upper, lower, u + <usize>(column >> 1), v + <usize>(column >> 1));
    }
    rgba += stride * 2;
    y += <usize>width * 2;
    u += <usize>width >> 1;
    v += <usize>width >> 1;
  }
}
