/** A chunk: up to five seconds of a scene, drawn and encoded in one go, starting with a key frame. */
import { setImmediate as breathe } from 'node:timers/promises';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { ColourConverter } from './colour/converter.ts';
import { type EncodedPacket, Encoder } from './encoder.ts';
import { createPainter } from './painter.ts';

/** Frames. Small enough that two workers share a short film evenly, large enough that key frames cost little. */
const LONGEST = 150;
/** Above this share of the frame, reading all of it at once is cheaper than its parts. */
const READ_ALL = 0.5;

export interface Span {
  from: number;
  /** Exclusive. */
  to: number;
}

export interface EncodedChunk {
  extraData: Uint8Array;
  packets: EncodedPacket[];
}

/** The spans of frames a scene is drawn in: the same wherever and by however many workers it is drawn. */
export function chunksOf(scene: SceneDocument): Span[] {
  const frames = Math.round(scene.duration * FPS);
  const count = Math.ceil(frames / LONGEST);
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
  const pen = painter.canvas.getContext('2d');
  const converter = converterFor(scene.width, scene.height);
  const encoder = new Encoder({ width: scene.width, height: scene.height, hints: true });
  const packets: EncodedPacket[] = [];
  const keep = (packet: EncodedPacket) => packets.push(packet);
  try {
    for (let frame = span.from; frame < span.to; frame += 1) {
      const started = performance.now();
      const boxes = painter.advance(frame);
      const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
      const whole = area > scene.width * scene.height * READ_ALL;
      const read = whole ? [{ x: 0, y: 0, width: scene.width, height: scene.height }] : boxes;
      const pixels = whole
        ? [painter.canvas.data()]
        : read.map((box) => pen.getImageData(box.x, box.y, box.width, box.height).data);
      const drawn = performance.now();
      read.forEach((box, index) => {
        converter.write(pixels[index]!, box, encoder.planes);
      });
      const converted = performance.now();
      encoder.encode(frame, boxes, keep);
      if (times) {
        times.draw += drawn - started;
        times.convert += converted - drawn;
        times.encode += performance.now() - converted;
      }
      if (onFrame && !onFrame()) return undefined;
      // Pixel buffers are freed only when the event loop turns.
      if (boxes.length > 0 && frame % 2 === 1) await breathe();
    }
    encoder.finish(keep);
    return { extraData: encoder.extraData, packets };
  } finally {
    encoder.close();
  }
}

const converters = new Map<string, ColourConverter>();

function converterFor(width: number, height: number): ColourConverter {
  const id = `${width}x${height}`;
  let converter = converters.get(id);
  if (!converter) {
    converter = new ColourConverter(width, height);
    converters.set(id, converter);
  }
  return converter;
}
