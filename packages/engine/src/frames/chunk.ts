/**
 * A chunk: up to five seconds of a scene, drawn and encoded in one go, starting with a key frame. A scene's first moments,
 * which show what leaves from the scene before, are a chunk of their own: when that scene changes, no other is drawn again.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { FPS, type SceneDocument, type Track } from '../scene/scene.ts';
import { CLEARED, withoutLeftovers } from '../scene/transition.ts';
import { YuvFrame } from './colour/yuv-frame.ts';
import { type EncodedChunk, KEY_INTERVAL, openEncoder } from './encoder.ts';
import { createPainter } from './painter.ts';

/** Frames in which the scene before clears. */
const OPENING = Math.ceil(CLEARED * FPS);
/** A scene of fewer frames is drawn in one go. */
const LEAST_DIVIDED = 3 * FPS;

export interface Span {
  from: number;
  /** Exclusive. */
  to: number;
}

/** The spans of frames a scene is drawn in: the same wherever and by however many workers it is drawn. */
export function chunksOf(scene: SceneDocument): Span[] {
  const frames = Math.round(scene.duration * FPS);
  const opening = frames < LEAST_DIVIDED ? 0 : OPENING;
  const count = Math.ceil((frames - opening) / KEY_INTERVAL);
  const bound = (index: number) => opening + Math.round((index * (frames - opening)) / count);
  const rest = Array.from({ length: count }, (_, index) => ({ from: bound(index), to: bound(index + 1) }));
  return opening > 0 ? [{ from: 0, to: opening }, ...rest] : rest;
}

/** The scene as far as a span of it shows it: neither what has left by then, nor motion that is over. */
export function spanOf(scene: SceneDocument, { from }: Span): SceneDocument {
  if (from === 0) return scene;
  const rest = from >= OPENING ? withoutLeftovers(scene) : scene;
  return { ...rest, tracks: rest.tracks.map((track) => startedBy(track, from / FPS)) };
}

/** Without the keys that lie before the last one at or before `at`, s. */
function startedBy(track: Track, at: number): Track {
  const past = track.keys.findLastIndex((key) => key.at <= at);
  return past > 0 ? { ...track, keys: track.keys.slice(past) } : track;
}

export interface ChunkTimes {
  /** ms spent drawing and reading back, converting colour, encoding. */
  draw: number;
  convert: number;
  encode: number;
}

/** @param onFrame called after each frame; returning false stops, and the chunk is undefined. */
export async function renderChunk(
  scene: SceneDocument,
  span: Span,
  onFrame?: () => boolean,
  times?: ChunkTimes,
): Promise<EncodedChunk | undefined> {
  const painter = await createPainter(spanOf(scene, span));
  const yuv = yuvFrameFor(scene.width, scene.height);
  const encoder = openEncoder(scene);
  try {
    for (let frame = span.from; frame < span.to; frame += 1) {
      const started = performance.now();
      const patches = painter.patches(frame);
      const drawn = performance.now();
      for (const { box, rgba } of patches) yuv.write(rgba, box);
      const changed = yuv.takeChanges(encoder.planes);
      const converted = performance.now();
      await encoder.encode(changed);
      if (times) {
        times.draw += drawn - started;
        times.convert += converted - drawn;
        times.encode += performance.now() - converted;
      }
      if (onFrame && !onFrame()) return undefined;
      // Pixel buffers are freed only when the event loop turns.
      if (patches.length > 0 && frame % 2 === 1) await breathe();
    }
    return await encoder.finish();
  } finally {
    encoder.close();
  }
}

const yuvFrames = new Map<string, YuvFrame>();

/** One for each size and thread: its memory is large, and chunks come one after another. */
function yuvFrameFor(width: number, height: number): YuvFrame {
  const id = `${width}x${height}`;
  let frame = yuvFrames.get(id);
  if (frame) {
    frame.reset();
  } else {
    frame = new YuvFrame(width, height);
    yuvFrames.set(id, frame);
  }
  return frame;
}
