/** A chunk: up to five seconds of a scene, drawn and encoded in one go, starting with a key frame. */
import { setImmediate as breathe } from 'node:timers/promises';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { YuvFrame } from './colour/yuv-frame.ts';
import { type EncodedChunk, KEY_INTERVAL, openEncoder } from './encoder.ts';
import { createPainter } from './painter.ts';

export interface Span {
  from: number;
  /** Exclusive. */
  to: number;
}

/** The spans of frames a scene is drawn in: the same wherever and by however many workers it is drawn. */
export function chunksOf(scene: SceneDocument): Span[] {
  const frames = Math.round(scene.duration * FPS);
  const count = Math.ceil(frames / KEY_INTERVAL);
  return Array.from({ length: count }, (_, index) => ({
    from: Math.round((index * frames) / count),
    to: Math.round(((index + 1) * frames) / count),
  }));
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
  const painter = await createPainter(scene);
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
