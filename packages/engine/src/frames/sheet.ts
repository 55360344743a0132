/** Contact sheets: several moments of scenes side by side in one picture, for people to look at. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { createPainter } from './painter.ts';

export interface Moment {
  scene: SceneDocument;
  /** Seconds from the scene's start. */
  at: number;
}

/** A film's sheet shows each scene in the middle and when all of it is there. */
const SHARES = [0.5, 0.93];

/** The contact sheet of a film's scenes, as PNG. */
export async function filmSheet(scenes: readonly SceneDocument[]): Promise<Buffer> {
  const moments = scenes.flatMap((scene) => SHARES.map((share) => ({ scene, at: share * scene.duration })));
  const wide = scenes[0]!.width > scenes[0]!.height;
  const sheet = await contactSheet(moments, wide ? { columns: 4, width: 480 } : { columns: 8, width: 270 });
  return sheet.encode('png');
}

/** Paints the moments in rows of `columns`, each scaled to `width` px. */
export async function contactSheet(
  moments: Moment[],
  options: { columns: number; width: number },
): Promise<Canvas> {
  const first = moments[0];
  if (!first) throw new Error('a contact sheet needs at least one moment');
  const { columns, width } = options;
  const height = Math.round((width * first.scene.height) / first.scene.width);
  const gap = 12;
  const sheet = createCanvas(
    columns * (width + gap) + gap,
    Math.ceil(moments.length / columns) * (height + gap) + gap,
  );
  const pen = sheet.getContext('2d');
  pen.fillStyle = '#777777';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.imageSmoothingQuality = 'high';
  for (const [index, { scene, at }] of moments.entries()) {
    const painter = await createPainter(scene);
    const last = Math.round(scene.duration * FPS) - 1;
    const picture = painter.paint(Math.min(last, Math.max(0, Math.round(at * FPS))));
    const x = gap + (index % columns) * (width + gap);
    const y = gap + Math.floor(index / columns) * (height + gap);
    pen.drawImage(picture, x, y, width, height);
    // The painter may reuse its canvas: settle the drawing before the next picture.
    pen.getImageData(x, y, 1, 1);
  }
  return sheet;
}
