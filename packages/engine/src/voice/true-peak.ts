/**
 * True peaks: how high the waveform rises between its samples, found by oversampling four times
 * (ITU-R BS.1770-4, annex 2).
 */

const OVERSAMPLING = 4;
/** Samples looked at on either side of an in-between point. */
const REACH = 8;
const WEIGHTS = Array.from({ length: OVERSAMPLING - 1 }, (_, phase) => weightsAt((phase + 1) / OVERSAMPLING));

/**
 * For each sample the greatest height of the waveform from it to just before the next one.
 * Between samples that are both lower than `floor` nothing is looked for: speech is so far from filling the band
 * of 48 kHz audio that it rises by a tenth there at most.
 */
export function truePeaks(samples: Float32Array, floor: number): Float32Array {
  const peaks = new Float32Array(samples.length);
  for (let index = 0; index < samples.length; index++) {
    const here = Math.abs(samples[index]!);
    let peak = here;
    if (here > floor || Math.abs(samples[index + 1] ?? 0) > floor) {
      for (const weights of WEIGHTS) peak = Math.max(peak, Math.abs(between(samples, index, weights)));
    }
    peaks[index] = peak;
  }
  return peaks;
}

function between(samples: Float32Array, index: number, weights: Float64Array): number {
  const first = index - REACH + 1;
  let sum = 0;
  for (let tap = 0; tap < weights.length; tap++) sum += (samples[first + tap] ?? 0) * weights[tap]!;
  return sum;
}

/** A sinc under a raised-cosine window, for the point a `fraction` of the way to the next sample. */
function weightsAt(fraction: number): Float64Array {
  return Float64Array.from({ length: 2 * REACH }, (_, tap) => {
    const offset = fraction - (tap - REACH + 1);
    const window = 0.5 + 0.5 * Math.cos((Math.PI * offset) / REACH);
    return (window * Math.sin(Math.PI * offset)) / (Math.PI * offset);
  });
}
