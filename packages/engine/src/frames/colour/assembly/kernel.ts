/**
 * RGBA to YUV 4:2:0, BT.709, limited range, sixteen pixels at a time. Full-range red, green and blue are weighted in
 * 8-bit fixed point; each 2 × 2 block of pixels shares one chroma sample, their average.
 * The planes of the frame before stay in memory, so that blocks of 16 × 16 px that did not change are told apart.
 * Built by `node scripts/build-colour.mjs`; the result, kernel.wasm, is committed beside this folder.
 */

/** Luma of 16 pixels. */
// @ts-ignore: decorator
@inline
function luma(from: usize): v128 {
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
  return i8x16.narrow_i16x8_u(weigh(red0, green0, blue0), weigh(red1, green1, blue1));
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

/** Chroma of 16 pixels of two rows: eight bytes of U, then eight of V. */
// @ts-ignore: decorator
@inline
function chroma(upper: usize, lower: usize): v128 {
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
  return i8x16.narrow_i16x8_u(
    i16x8.add(i16x8.shr_s(i16x8.add(cb, half), 8), half),
    i16x8.add(i16x8.shr_s(i16x8.add(cr, half), 8), half),
  );
}

/** Puts what is new in place of what was there, and returns the bits that differ. */
// @ts-ignore: decorator
@inline
function replaced(at: usize, fresh: v128): v128 {
  const before = v128.load(at);
  v128.store(at, fresh);
  return v128.xor(before, fresh);
}

/** One block of 16 px by `rows`; true when it differs from what the planes held. */
// @ts-ignore: decorator
@inline
function block(rgba: usize, stride: usize, rows: i32, y: usize, wide: usize, u: usize, v: usize): bool {
  let differing = i64x2.splat(0);
  for (let row = 0; row < rows; row += 2) {
    const lower = rgba + stride;
    differing = v128.or(differing, replaced(y, luma(rgba)));
    differing = v128.or(differing, replaced(y + wide, luma(lower)));
    const colour = chroma(rgba, lower);
    const before = v128.load64_lane(v, v128.load64_zero(u), 1);
    v128.store64_lane(u, colour, 0);
    v128.store64_lane(v, colour, 1);
    differing = v128.or(differing, v128.xor(before, colour));
    rgba += stride * 2;
    y += wide * 2;
    u += wide >> 1;
    v += wide >> 1;
  }
  return v128.any_true(differing);
}

/**
 * Converts a box of `width` × `height` px (a multiple of 16, an even number) lying without gaps at `rgba` into planes
 * at `y`, `u` and `v` whose luma rows are `wide` bytes apart. Each block that changed sets its byte at `changes`, of
 * which there is one for each 16 px.
 */
export function convert(
  rgba: usize,
  width: i32,
  height: i32,
  y: usize,
  u: usize,
  v: usize,
  wide: usize,
  changes: usize,
): void {
  const stride = <usize>width * 4;
  for (let row = 0; row < height; row += 16) {
    const rows = min(16, height - row);
    for (let column = 0; column < width; column += 16) {
      const from = rgba + <usize>(column * 4);
      const half = <usize>(column >> 1);
      if (block(from, stride, rows, y + <usize>column, wide, u + half, v + half)) {
        store<u8>(changes + <usize>(column >> 4), 1);
      }
    }
    rgba += stride * 16;
    y += wide * 16;
    u += wide * 4;
    v += wide * 4;
    changes += wide >> 4;
  }
}
