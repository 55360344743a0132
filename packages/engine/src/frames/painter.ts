/** Paints the frames of a scene: whole, or only what changed since the frame before. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { registerFonts } from '../assets/fonts.ts';
import { overlap } from '../scene/layout/box.ts';
import { createEvaluator } from '../scene/motion/evaluate.ts';
import { type Box, FPS, type SceneDocument } from '../scene/scene.ts';
import { paintBackground } from './background.ts';
import { ChangeTracker } from './dirty.ts';
import { drawElement } from './draw.ts';
import { Easel } from './easel.ts';
import { Pictures } from './pictures.ts';

/** A part of a frame, painted. */
export interface Patch {
  /** px, on a grid of 16. */
  box: Box;
  /** Its pixels, tightly packed and opaque. */
  rgba: Uint8ClampedArray;
}

export interface Painter {
  /** The frame with this number (from 0) of the scene. The canvas is the painter's own and is used again. */
  paint(frame: number): Canvas;
  /** What differs in this frame from the one patched last; the first call gives the whole frame. */
  patches(frame: number): Patch[];
}

export async function createPainter(scene: SceneDocument): Promise<Painter> {
  registerFonts();
  const { width, height } = scene;
  const pictures = new Pictures();
  for (const element of scene.elements) if (element.kind === 'icon') await pictures.load(element);
  const background = paintBackground(scene.background, width, height);
  const evaluator = createEvaluator(scene);
  const tracker = new ChangeTracker(width, height);
  const easel = new Easel();
  let whole: SKRSContext2D | undefined;
  return {
    paint(frame) {
      whole ??= createCanvas(width, height).getContext('2d');
      // The canvas remembers every stroke since it was last cleared as a whole.
      whole.clearRect(0, 0, width, height);
      whole.drawImage(background, 0, 0);
      for (const state of evaluator.at(frame / FPS)) drawElement(whole, state, pictures);
      return whole.canvas;
    },
    patches(frame) {
      const states = evaluator.at(frame / FPS);
      return tracker.changed(states).map((box) => ({
        box,
        rgba: easel.paint(box, (pen) => {
          const { x, y } = box;
          pen.drawImage(background, x, y, box.width, box.height, x, y, box.width, box.height);
          for (const state of states) if (overlap(state.bounds, box)) drawElement(pen, state, pictures);
        }),
      }));
    },
  };
}
