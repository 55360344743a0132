/**
 * The ceilings beside a film: x264 alone, same settings, on the same frames lying in memory, once as it comes and once
 * told what changed. `ceiling.ts <name> <part> <parts> <plain|hinted>` takes every parts-th piece of the film and prints
 * frames and seconds spent encoding, as JSON.
 */
import { chunksOf } from '../packages/engine/src/frames/chunk.ts';
import { type Planes, YuvFrame } from '../packages/engine/src/frames/colour/yuv-frame.ts';
import { Picture, X264 } from '../packages/engine/src/frames/libx264.ts';
import { createPainter } from '../packages/engine/src/frames/painter.ts';
import type { Box, SceneDocument } from '../packages/engine/src/scene/scene.ts';
import { FILMS, type FilmName } from './films.ts';

export interface Ceiling {
  frames: number;
  /** Spent encoding. */
  seconds: number;
}

/** Frames that lie in memory at once: 93 MB at 1080p. */
const BATCH = 30;
/** Enough of a long film to tell. */
const MOST_FRAMES = 1200;

const [name, part, parts, hints] = process.argv.slice(2) as [FilmName, string, string, 'plain' | 'hinted'];
const scenes = await FILMS[name].scenes();
const pieces = scenes
  .flatMap((scene) => chunksOf(scene).map((span) => ({ scene, span })))
  .filter((_, index) => index % Number(parts) === Number(part));
const ceiling: Ceiling = { frames: 0, seconds: 0 };
for (const { scene, span } of pieces) {
  if (ceiling.frames >= MOST_FRAMES) break;
  await encodeAlone(scene, span.from, span.to);
}
console.log(JSON.stringify(ceiling));

async function encodeAlone(scene: SceneDocument, from: number, to: number): Promise<void> {
  const painter = await createPainter(scene);
  const yuv = new YuvFrame(scene.width, scene.height);
  const x264 = new X264(scene);
  const batch = Array.from({ length: BATCH }, () => ({ picture: new Picture(scene), changed: [] as Box[] }));
  let before: Planes | undefined;
  for (let first = from; first < to; first += BATCH) {
    const frames = batch.slice(0, Math.min(BATCH, to - first));
    for (const [index, held] of frames.entries()) {
      const { planes } = held.picture;
      if (before && before !== planes)
        for (const plane of ['y', 'u', 'v'] as const) planes[plane].set(before[plane]);
      for (const { box, rgba } of painter.patches(first + index)) yuv.write(rgba, box);
      held.changed = yuv.takeChanges(planes);
      before = planes;
      if (index % 2 === 1) await new Promise(setImmediate);
    }
    const started = performance.now();
    for (const [index, { picture, changed }] of frames.entries())
      x264.encode(picture, first - from + index, hints === 'hinted' ? changed : undefined);
    ceiling.seconds += (performance.now() - started) / 1000;
    ceiling.frames += frames.length;
  }
  for (const { picture } of batch) picture.free();
  x264.close();
}
