/** The finished film as a player meets it: it decodes from start to end, keeps time, and never freezes while the voice speaks. */
import type { readFilm } from '../frames/index.ts';
import { createEvaluator } from '../scene/motion/evaluate.ts';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import type { Narration } from '../voice/narration.ts';
import { atMost, type Gate } from './gate.ts';

type Reading = Awaited<ReturnType<typeof readFilm>>;

/** Pictures and sound may end this far apart, s. */
const LENGTHS_APART = 0.05;
/** The longest the picture may stand still while the voice speaks, s. */
const LONGEST_STILL = 4;

export function checkFile(reading: Reading, scenes: SceneDocument[]): Gate[] {
  const wanted = scenes.reduce((sum, scene) => sum + Math.round(scene.duration * FPS), 0);
  const first = scenes[0]!;
  const size = reading.width === first.width && reading.height === first.height;
  return [
    atMost(
      'frame_count',
      Math.abs(reading.frames - wanted),
      0,
      `${reading.frames} frames decoded of ${wanted}`,
    ),
    atMost('timestamps', reading.monotonic && size ? 0 : 1, 0, `${reading.width} × ${reading.height}`),
    atMost(
      'audio_video_length',
      Math.abs(reading.video_seconds - reading.audio_seconds),
      LENGTHS_APART,
      `pictures ${reading.video_seconds.toFixed(2)} s, sound ${reading.audio_seconds.toFixed(2)} s`,
    ),
  ];
}

/** What `readFilm` will find as changes, foreseen from the placed scenes: 1 where anything visible moves, else 0. */
export function foreseenChanges(scenes: SceneDocument[]): Float32Array {
  const changes: number[] = [];
  for (const scene of scenes) {
    const evaluator = createEvaluator(scene);
    let before = '';
    for (let frame = 0; frame < Math.round(scene.duration * FPS); frame += 1) {
      let now = '';
      for (const state of evaluator.at(frame / FPS)) {
        if (state.opacity > 0.05 && state.reveal > 0) now += `${state.signature}|`;
      }
      changes.push(now === before ? 0 : 1);
      before = now;
    }
  }
  return Float32Array.from(changes);
}

/** @param changes share of the picture that differs from the frame before, for each decoded frame */
export function checkStillness(changes: Float32Array, narration: Narration): Gate {
  let stillFrom = 0;
  let longest = 0;
  let at = 0;
  for (let frame = 1; frame <= changes.length; frame += 1) {
    if (frame < changes.length && changes[frame] === 0) continue;
    const spoken = spokenWithin(narration, stillFrom / FPS, (frame - 1) / FPS);
    if (spoken > longest) {
      longest = spoken;
      at = stillFrom / FPS;
    }
    stillFrom = frame;
  }
  return atMost('stillness', longest, LONGEST_STILL, `at ${at.toFixed(1)} s`);
}

/** The part of a span between its first and its last spoken moment, s. */
function spokenWithin(narration: Narration, from: number, to: number): number {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of narration.sentences) {
    if (end <= from || start >= to) continue;
    first = Math.min(first, Math.max(start, from));
    last = Math.max(last, Math.min(end, to));
  }
  return Math.max(0, last - first);
}
