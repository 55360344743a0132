/**
 * Brings speech to the film's sample rate: band-limited interpolation by a windowed sinc, one precomputed
 * filter for each of the few positions an output sample can have between two input samples.
 */

interface Bank {
  /** Output samples for every `down` input samples. */
  up: number;
  down: number;
  /** One row of `2 × REACH` weights for each of the `up` positions. */
  weights: Float64Array;
}

/** Input samples looked at on either side. */
const REACH = 16;
const KAISER_BETA = 9;
/** Share of the lower of the two bands that is kept; the rest is the filter's slope. */
const PASS = 0.94;

const banks = new Map<string, Bank>();

/** `samples` at `from` Hz as samples at `to` Hz, same duration, same level. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const { up, down, weights } = bankFor(from, to);
  const result = new Float32Array(Math.floor((samples.length * up) / down));
  const width = 2 * REACH;
  for (let index = 0; index < result.length; index++) {
    const position = index * down;
    const row = (position % up) * width;
    const first = Math.floor(position / up) - REACH + 1;
    const begin = Math.max(0, -first);
    const end = Math.min(width, samples.length - first);
    let sum = 0;
    for (let tap = begin; tap < end; tap++) sum += samples[first + tap]! * weights[row + tap]!;
    result[index] = sum;
  }
  return result;
}

function bankFor(from: number, to: number): Bank {
  const key = `${from}/${to}`;
  const known = banks.get(key);
  if (known) return known;
  const common = gcd(from, to);
  const up = to / common;
  const down = from / common;
  const cutoff = PASS * Math.min(1, up / down);
  const width = 2 * REACH;
  const weights = new Float64Array(up * width);
  for (let phase = 0; phase < up; phase++) {
    let sum = 0;
    for (let tap = 0; tap < width; tap++) {
      const offset = phase / up - (tap - REACH + 1);
      const weight = sinc(cutoff * offset) * kaiser(offset / REACH);
      weights[phase * width + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < width; tap++) weights[phase * width + tap]! /= sum;
  }
  const bank = { up, down, weights };
  banks.set(key, bank);
  return bank;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The Kaiser window on −1 to 1. */
function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - x * x)) / besselI0(KAISER_BETA);
}

function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 40; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
