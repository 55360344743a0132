/**
 * A look-ahead limiter: turns the signal down smoothly before a true peak that would pass the ceiling,
 * and up again after it.
 */
import { truePeaks } from './true-peak.ts';

/** Half the time (samples at 48 kHz: 10 ms) over which the gain moves. */
const RADIUS = 480;
/** Share of the ceiling under which no peak between samples is looked for. */
const FLOOR = 0.75;

/** The samples times `gain`, with no true peak above `ceiling` (linear). */
export function amplifyWithin(samples: Float32Array, gain: number, ceiling: number): Float32Array {
  const louder = samples.map((sample) => sample * gain);
  const needed = truePeaks(louder, ceiling * FLOOR);
  let isTooLoud = false;
  for (let index = 0; index < needed.length; index++) {
    const peak = needed[index]!;
    if (peak > ceiling) isTooLoud = true;
    needed[index] = peak > ceiling ? ceiling / peak : 1;
  }
  if (!isTooLoud) return louder;
  // The least gain within the radius, averaged over no more than the radius, is never above what a peak needs.
  const half = RADIUS >> 1;
  const curve = average(average(least(needed, RADIUS), half), half);
  for (let index = 0; index < louder.length; index++) louder[index]! *= curve[index]!;
  return louder;
}

/** The least value within `radius` of each place; a queue of candidates makes one pass enough. */
function least(values: Float32Array, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let index = 0; index < values.length + radius; index++) {
    if (index < values.length) {
      while (tail > head && values[queue[tail - 1]!]! >= values[index]!) tail -= 1;
      queue[tail] = index;
      tail += 1;
    }
    const centre = index - radius;
    if (centre < 0) continue;
    while (queue[head]! < centre - radius) head += 1;
    result[centre] = values[queue[head]!]!;
  }
  return result;
}

/** The mean within `radius` of each place; beyond the ends the gain is 1. */
function average(values: Float32Array, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  const width = 2 * radius + 1;
  let sum = radius + 1;
  for (let index = 0; index < radius; index++) sum += values[index] ?? 1;
  for (let index = 0; index < values.length; index++) {
    sum += (values[index + radius] ?? 1) - (values[index - radius - 1] ?? 1);
    result[index] = sum / width;
  }
  return result;
}
