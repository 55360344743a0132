/** The still that stands for the film: the opening scene when all of it is there. */
import type { SceneDocument } from '../scene/scene.ts';
import { FPS } from '../scene/scene.ts';
import { createPainter } from './painter.ts';

/** How long before the first scene's end everything in it has come and nothing has left, s. */
const BEFORE_END = 0.5;

/** PNG of the film's own size. */
export async function thumbnailOf(scenes: SceneDocument[]): Promise<Buffer> {
  const scene = scenes[0];
  if (!scene) throw new Error('a film without scenes has no thumbnail');
  const painter = await createPainter(scene);
  return painter.paint(Math.max(0, Math.round((scene.duration - BEFORE_END) * FPS))).encode('png');
}
