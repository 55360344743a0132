/** Paints whole frames of a scene. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { registerFonts } from '../assets/fonts.ts';
import { createEvaluator } from '../scene/motion/evaluate.ts';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { paintBackground } from './background.ts';
import { drawElement } from './draw.ts';
import { Pictures } from './pictures.ts';

export interface Painter {
  /** The frame with this number (from 0) of the scene. The canvas is the painter's own and is used again. */
  paint(frame: number): Canvas;
}

export async function createPainter(scene: SceneDocument): Promise<Painter> {
  registerFonts();
  const pictures = new Pictures();
  for (const element of scene.elements) if (element.kind === 'icon') await pictures.load(element);
  const background = paintBackground(scene.background, scene.width, scene.height);
  const canvas = createCanvas(scene.width, scene.height);
  const pen = canvas.getContext('2d');
  const evaluator = createEvaluator(scene);
  return {
    paint(frame) {
      pen.drawImage(background, 0, 0);
      for (const state of evaluator.at(frame / FPS)) drawElement(pen, state, pictures);
      return canvas;
    },
  };
}
