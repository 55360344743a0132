import { expect, test } from 'vitest';
import { captionsOf, toVtt } from '../frames/captions.ts';
import { SAMPLE_RATE } from '../voice/narration.ts';
import { checkCaptions } from './captions.ts';
import { label, narrationOf, sceneOf } from './faults/film.ts';
import { checkFile, checkStillness } from './film.ts';
import { enforce } from './index.ts';
import { checkLoudness } from './loudness.ts';

const reading = {
  width: 1920,
  height: 1080,
  frames: 120,
  monotonic: true,
  video_seconds: 4,
  audio_seconds: 4.01,
  changes: new Float32Array(120).fill(0.1),
  samples: new Float32Array(),
  sample_rate: SAMPLE_RATE,
};
const scenes = [sceneOf([label('a', 200, 200)])];
const failing = (gates: { name: string; passed: boolean }[]) =>
  gates.filter((gate) => !gate.passed).map((gate) => gate.name);

test('a whole file passes', () => {
  expect(failing(checkFile(reading, scenes))).toEqual([]);
});

test.each([
  ['frame_count', { frames: 119 }],
  ['timestamps', { monotonic: false }],
  ['timestamps', { width: 1280 }],
  ['audio_video_length', { audio_seconds: 4.2 }],
])('a file with a fault in its %s is caught', (name, fault) => {
  expect(failing(checkFile({ ...reading, ...fault }, scenes))).toEqual([name]);
});

test('a picture that freezes for more than 4 s of speech is caught, and one that freezes in silence is not', () => {
  const speaking = narrationOf({ sentences: [{ section: 's1', text: '', start: 0, end: 10 }] });
  const silent = narrationOf({ sentences: [{ section: 's1', text: '', start: 0, end: 1 }] });
  const frozen = new Float32Array(300);
  frozen.fill(0.01, 0, 60);
  frozen.fill(0.01, 200, 300);
  expect(checkStillness(frozen, speaking).passed).toBe(false);
  expect(checkStillness(frozen, silent).passed).toBe(true);
});

/** A tone while the words are spoken, quiet in between. */
function tone(amplitude: number, quiet: [number, number] = [0, 0]): Float32Array {
  return Float32Array.from({ length: 4 * SAMPLE_RATE }, (_, index) => {
    const at = index / SAMPLE_RATE;
    return at >= quiet[0] && at < quiet[1] ? 0 : amplitude * Math.sin(2 * Math.PI * 997 * at);
  });
}

test('sound at −16 LUFS passes; quiet, clipping and gaps are caught', () => {
  // A sine of this amplitude measures −16 LUFS at 997 Hz by BS.1770's own calibration.
  const right = 10 ** ((-16 + 3.01 + 0.0) / 20);
  const names = (samples: Float32Array) => failing(checkLoudness(samples, SAMPLE_RATE, narrationOf()));
  expect(names(tone(right))).toEqual([]);
  expect(names(tone(right / 2))).toContain('loudness');
  expect(names(tone(0.99))).toContain('true_peak');
  expect(names(tone(right, [1, 2.7]))).toContain('silence');
});

test('captions made from the narration pass', () => {
  const narration = narrationOf();
  expect(failing(checkCaptions(toVtt(captionsOf(narration)), narration))).toEqual([]);
});

test.each([
  ['caption_words', (vtt: string) => vtt.replace('two ', '')],
  ['caption_words', (vtt: string) => vtt.replace('one two', 'two one')],
  ['caption_timing', (vtt: string) => vtt.replace('00:00:00.500', '00:00:00.900')],
  ['caption_lines', (vtt: string) => vtt.replace('one two three', 'one\ntwo\nthree')],
])('captions with a fault in %s are caught', (name, plant) => {
  const narration = narrationOf();
  const vtt = toVtt(captionsOf(narration));
  const planted = plant(vtt);
  expect(planted).not.toBe(vtt);
  expect(failing(checkCaptions(planted, narration))).toEqual([name]);
});

test('a caption line over 42 characters is caught', () => {
  const text = 'supercalifragilisticexpialidocious-and-longer-still';
  const narration = narrationOf({ words: [{ text, start: 0.5, end: 1.2, section: 0, sentence: 0 }] });
  expect(failing(checkCaptions(`WEBVTT\n\n00:00:00.500 --> 00:00:01.280\n${text}\n`, narration))).toEqual([
    'caption_line_length',
  ]);
});

test('a broken gate is an error that names it', () => {
  const gate = { name: 'overlap', passed: false, value: 1, limit: 0, detail: 'b lies on a' };
  expect(() => enforce([gate])).toThrow(/overlap is 1, limit 0 \(b lies on a\)/);
});
