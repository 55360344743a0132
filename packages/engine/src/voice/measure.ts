/** What a finished sound measures, as gates and documents state it. */
import { LoudnessMeter } from './loudness.ts';
import { SAMPLE_RATE } from './narration.ts';
import { resample } from './resample.ts';
import { truePeaks } from './true-peak.ts';

/** Peaks between samples are looked for only near samples above this (linear). */
const FLOOR = 0.5;

/** BS.1770 loudness (LUFS) and true peak (dBTP) of a mono sound at `rate` Hz; −Infinity for silence. */
export function measureLoudness(
  samples: Float32Array,
  rate: number,
): { integrated_lufs: number; true_peak_dbtp: number } {
  const sound = resample(samples, rate, SAMPLE_RATE);
  const meter = new LoudnessMeter();
  meter.add(sound);
  return { integrated_lufs: meter.integrated(), true_peak_dbtp: truePeak([sound]) };
}

/** The highest true peak (dBTP) in any of these pieces. */
export function truePeak(pieces: readonly Float32Array[]): number {
  let highest = 0;
  for (const piece of pieces) {
    for (const peak of truePeaks(piece, FLOOR)) highest = Math.max(highest, peak);
  }
  return 20 * Math.log10(highest);
}
