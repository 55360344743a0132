/**
 * Brings speech to the film's sample rate: band-limited interpolation by a windowed sinc, one precomputed
 * filter for each of the few positions an output sample can have between two input samples.
 */

interface Bank {
  /** Output samples for every `down` input samples. */
  up: number;
  down: number;
  /** Input samples looked at on either side. */
  reach: number;
  /** One row of `2 × reach` weights for each of the `up` positions. */
  weights: Float32Array;
}

/** Samples looked at on either side, at the lower of the two rates. */
const REACH = 12;
const KAISER_BETA = 8;
/** Share of the lower of the two bands that is kept; the rest is the filter's slope. */
const PASS = 0.92;

const banks = new Map<string, Bank>();

/** `samples` at `from` Hz as samples at `to` Hz, same duration, same level. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const { up, down, reach, weights } = bankFor(from, to);
  const result = new Float32Array(Math.floor((samples.length * up) / down));
  const width = 2 * reach;
  // Silence around the samples, so that the filter never has to ask where they end.
  const padded = new Float32Array(samples.length + width);
  padded.set(samples, reach - 1);
  let first = 0;
  let phase = 0;
  for (let index = 0; index < result.length; index++) {
    const row = phase * width;
    let sum = 0;
    for (let tap = 0; tap < width; tap++) sum += padded[first + tap]! * weights[row + tap]!;
    result[index] = sum;
    phase += down;
    while (phase >= up) {
      phase -= up;
      first += 1;
    }
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
  const reach = Math.ceil(REACH * Math.max(1, down / up));
  const width = 2 * reach;
  const weights = new Float32Array(up * width);
  for (let phase = 0; phase < up; phase++) {
    let sum = 0;
    for (let tap = 0; tap < width; tap++) {
      const offset = phase / up - (tap - reach + 1);
      const weight = sinc(cutoff * offset) * kaiser(offset / reach);
      weights[phase * width + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < width; tap++) weights[phase * width + tap]! /= sum;
  }
  const bank = { up, down, reach, weights };
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
