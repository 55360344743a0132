/**
 * Foresees which frames of a film a viewer will see change. What sways gently may sway unseen, so where nothing else
 * moves the pictures are drawn and compared as `readFilm` compares those of the finished film.
 */
import { createCanvas } from '@napi-rs/canvas';
import { foreseenChanges } from '../packages/engine/src/check/film.ts';
import { createPainter } from '../packages/engine/src/frames/painter.ts';
import { FPS, type SceneDocument } from '../packages/engine/src/scene/scene.ts';

/** As in `readFilm`: px between samples, luma that is a change (and a little more, as coding blurs), samples. */
const STEP = 8;
const NOTICEABLE = 24;
const FEWEST = 2;
/** Shorter waits need no drawing, frames. */
const SHORT = 3 * FPS;
/** Frames between drawings. */
const STRIDE = 3;

/** For each frame of the film 1 where a change is seen or sure, else 0. */
export async function seenChanges(scenes: SceneDocument[]): Promise<Float32Array> {
  const all: number[] = [];
  for (const scene of scenes) {
    const changes = foreseenChanges([withoutSways(scene)]);
    // A cut is seen.
    changes[0] = 1;
    let still = 0;
    for (let frame = 1; frame <= changes.length; frame += 1) {
      if (frame < changes.length && changes[frame] === 0) continue;
      if (frame - still > SHORT) await look(scene, changes, still, frame);
      still = frame;
    }
    all.push(...changes);
  }
  return Float32Array.from(all);
}

/** The scene moving on purpose only. */
function withoutSways(scene: SceneDocument): SceneDocument {
  const tracks = scene.tracks.map((track) => ({
    ...track,
    keys: track.keys.filter((key) => key.ease !== 'sine'),
  }));
  return { ...scene, tracks: tracks.filter((track) => track.keys.length > 0) };
}

async function look(scene: SceneDocument, changes: Float32Array, from: number, to: number): Promise<void> {
  const painter = await createPainter(scene);
  const [width, height] = [Math.ceil(scene.width / STEP), Math.ceil(scene.height / STEP)];
  const small = createCanvas(width, height).getContext('2d');
  small.imageSmoothingEnabled = false;
  const lumaOf = (frame: number): Uint8Array => {
    small.drawImage(painter.paint(frame), 0, 0, width, height);
    const { data } = small.getImageData(0, 0, width, height);
    return Uint8Array.from({ length: width * height }, (_, index) => {
      const [red, green, blue] = [data[index * 4]!, data[index * 4 + 1]!, data[index * 4 + 2]!];
      return 16 + (219 * (0.2126 * red + 0.7152 * green + 0.0722 * blue)) / 255;
    });
  };
  let moved = lumaOf(from);
  for (let frame = from + STRIDE; frame < to; frame += STRIDE) {
    const now = lumaOf(frame);
    const changed = now.filter((value, index) => Math.abs(value - moved[index]!) > NOTICEABLE).length;
    if (changed < FEWEST) continue;
    changes[frame] = 1;
    moved = now;
  }
}
