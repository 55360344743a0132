/**
 * Brings a film's sentences to one loudness: −16 LUFS over the whole film, no true peak above −1.5 dBTP.
 */
import { amplifyWithin } from './limiter.ts';
import { LoudnessMeter } from './loudness.ts';
import { truePeak } from './measure.ts';

export const TARGET_LUFS = -16;
/** The bar is −1.5 dBTP; the rest is room for what the moving gain adds between samples. */
const CEILING_DBTP = -1.7;
const TOLERANCE_LU = 0.1;
const MOST_ROUNDS = 4;
/** dB; a voice so quiet that it needs more is not made of speech. */
const MOST_GAIN = 40;

/** A sentence's samples (mono, 48 kHz) and where in the film they begin (in samples). */
export interface Clip {
  samples: Float32Array;
  at: number;
}

export interface Mastered {
  clips: Clip[];
  /** What all of them were amplified by before the limiter, dB. */
  gain_db: number;
  integrated_lufs: number;
  true_peak_dbtp: number;
}

/** @param length of the film, in samples; clips are in order and do not overlap */
export function master(clips: readonly Clip[], length: number): Mastered {
  const ceiling = linear(CEILING_DBTP);
  let gain = Math.min(MOST_GAIN, TARGET_LUFS - loudnessOf(clips, length));
  let result = limited(clips, gain, ceiling);
  let loudness = loudnessOf(result, length);
  for (let round = 1; round < MOST_ROUNDS && Math.abs(TARGET_LUFS - loudness) > TOLERANCE_LU; round++) {
    gain = Math.min(MOST_GAIN, gain + TARGET_LUFS - loudness);
    result = limited(clips, gain, ceiling);
    loudness = loudnessOf(result, length);
  }
  return {
    clips: result,
    gain_db: gain,
    integrated_lufs: loudness,
    true_peak_dbtp: truePeak(result.map(({ samples }) => samples)),
  };
}

/** As `master` does it, by a gain that is known (dB); without one, so that these clips alone have the film's loudness. */
export function amplify(clips: readonly Clip[], gain?: number): Clip[] {
  const end = clips.reduce((last, { samples, at }) => Math.max(last, at + samples.length), 0);
  const own = gain ?? Math.min(MOST_GAIN, TARGET_LUFS - loudnessOf(clips, end));
  return limited(clips, own, linear(CEILING_DBTP));
}

/** What a film of finished clips sounds like. */
export function measured(clips: readonly Clip[], length: number): Omit<Mastered, 'clips' | 'gain_db'> {
  return {
    integrated_lufs: loudnessOf(clips, length),
    true_peak_dbtp: truePeak(clips.map(({ samples }) => samples)),
  };
}

function limited(clips: readonly Clip[], gain: number, ceiling: number): Clip[] {
  return clips.map(({ samples, at }) => ({ samples: amplifyWithin(samples, linear(gain), ceiling), at }));
}

function loudnessOf(clips: readonly Clip[], length: number): number {
  const meter = new LoudnessMeter();
  let end = 0;
  for (const { samples, at } of clips) {
    meter.addSilence(at - end);
    meter.add(samples);
    end = at + samples.length;
  }
  meter.addSilence(length - end);
  return meter.integrated();
}

function linear(decibels: number): number {
  return 10 ** (decibels / 20);
}
