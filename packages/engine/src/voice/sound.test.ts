import { expect, test } from 'vitest';
import { amplifyWithin } from './limiter.ts';
import { measureLoudness } from './measure.ts';
import { SAMPLE_RATE } from './narration.ts';
import { resample } from './resample.ts';

function sine(hertz: number, rate: number, seconds: number, level = 1, phase = 0): Float32Array {
  return Float32Array.from(
    { length: Math.round(rate * seconds) },
    (_, index) => level * Math.sin((2 * Math.PI * hertz * index) / rate + phase),
  );
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

test('a full-scale sine of 997 Hz measures −3.01 LUFS, as BS.1770 defines it', () => {
  expect(measureLoudness(sine(997, SAMPLE_RATE, 5), SAMPLE_RATE).integrated_lufs).toBeCloseTo(-3.01, 1);
});

test('silence between loud passages does not lower the loudness', () => {
  const loud = sine(997, SAMPLE_RATE, 4, 0.25);
  const pausing = new Float32Array(SAMPLE_RATE * 12);
  pausing.set(loud, 0);
  pausing.set(loud, SAMPLE_RATE * 8);
  const alone = measureLoudness(loud, SAMPLE_RATE).integrated_lufs;
  expect(measureLoudness(pausing, SAMPLE_RATE).integrated_lufs).toBeCloseTo(alone, 0);
});

test('a peak between two samples is found', () => {
  // At a quarter of the rate and an eighth of a turn off, every sample is 3 dB below the crest.
  const off = sine(SAMPLE_RATE / 4, SAMPLE_RATE, 0.5, 1, Math.PI / 4);
  expect(Math.max(...off)).toBeLessThan(0.71);
  expect(measureLoudness(off, SAMPLE_RATE).true_peak_dbtp).toBeCloseTo(0, 0);
});

test('resampling keeps the level and the pitch, and adds nothing above the old band', () => {
  const tone = sine(1000, 16_000, 1, 0.5);
  const result = resample(tone, 16_000, SAMPLE_RATE);
  expect(result).toHaveLength(SAMPLE_RATE);
  const expected = sine(1000, SAMPLE_RATE, 1, 0.5);
  const middle = (samples: Float32Array) => samples.subarray(2000, SAMPLE_RATE - 2000);
  const difference = middle(result).map((sample, index) => sample - middle(expected)[index]!);
  expect(20 * Math.log10(rms(difference) / rms(middle(expected)))).toBeLessThan(-60);
});

test('resampling from 11 025 Hz, no whole part of 48 000, gives the right length', () => {
  expect(resample(new Float32Array(11_025), 11_025, SAMPLE_RATE)).toHaveLength(SAMPLE_RATE);
});

test('the limiter holds the ceiling between samples, and leaves what is below it alone', () => {
  const speechLike = sine(180, SAMPLE_RATE, 1, 0.2);
  speechLike.set(sine(2300, SAMPLE_RATE, 0.02, 0.9), 20_000);
  const ceiling = 10 ** (-1.7 / 20);
  const limited = amplifyWithin(speechLike, 2, ceiling);
  expect(measureLoudness(limited, SAMPLE_RATE).true_peak_dbtp).toBeLessThanOrEqual(-1.5);
  expect(limited[1234]).toBeCloseTo(speechLike[1234]! * 2, 6);
  const quiet = sine(180, SAMPLE_RATE, 0.1, 0.2);
  expect(amplifyWithin(quiet, 2, ceiling)).toEqual(quiet.map((sample) => sample * 2));
});
