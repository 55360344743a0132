/** Loudness and silence, measured on the audio decoded from the finished film. */

import { measureLoudness } from '../voice/index.ts';
import type { Narration } from '../voice/narration.ts';
import { atMost, type Gate } from './gate.ts';

const TARGET = -16;
const TOLERANCE = 1;
const TRUE_PEAK = -1;
const LONGEST_SILENCE = 1.5;
/** Below this the ear hears nothing beside speech at −16 LUFS. */
const SILENT = 10 ** (-50 / 20);

/** @param samples mono, 48 kHz */
export function checkLoudness(samples: Float32Array, rate: number, narration: Narration): Gate[] {
  const { integrated_lufs, true_peak_dbtp } = measureLoudness(samples, rate);
  const silence = longestSilence(samples, rate, narration);
  return [
    atMost('loudness', Math.abs(integrated_lufs - TARGET), TOLERANCE, `${integrated_lufs.toFixed(1)} LUFS`),
    atMost('true_peak', true_peak_dbtp, TRUE_PEAK, `${true_peak_dbtp.toFixed(1)} dBTP`),
    atMost('silence', silence.seconds, LONGEST_SILENCE, `at ${silence.at.toFixed(1)} s`),
  ];
}

/** The longest quiet stretch inside a scene, between its first and last word. */
function longestSilence(
  samples: Float32Array,
  rate: number,
  narration: Narration,
): { seconds: number; at: number } {
  let worst = { seconds: 0, at: 0 };
  narration.sections.forEach((_, section) => {
    const words = narration.words.filter((word) => word.section === section);
    const first = words[0];
    const last = words.at(-1);
    if (!first || !last) return;
    let quietFrom = Math.floor(first.start * rate);
    const end = Math.min(samples.length, Math.ceil(last.end * rate));
    for (let index = quietFrom; index <= end; index += 1) {
      if (index < end && Math.abs(samples[index]!) < SILENT) continue;
      const seconds = (index - quietFrom) / rate;
      if (seconds > worst.seconds) worst = { seconds, at: quietFrom / rate };
      quietFrom = index + 1;
    }
  });
  return worst;
}
