/** Paints the frames of a scene: whole, or only what changed since the frame before. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { registerFonts } from '../assets/fonts.ts';
import { createEvaluator, type ElementState } from '../scene/motion/evaluate.ts';
import { type Box, FPS, type SceneDocument } from '../scene/scene.ts';
import { paintBackground } from './background.ts';
import { ChangeTracker } from './dirty.ts';
import { drawElement } from './draw.ts';
import { Pictures } from './pictures.ts';

export interface Painter {
  readonly canvas: Canvas;
  /** The frame with this number (from 0) of the scene. The canvas is the painter's own and is used again. */
  paint(frame: number): Canvas;
  /**
   * Brings the canvas from the frame painted last to this one and returns the boxes (px, on a grid of 16) that were
   * drawn again. The first call paints all.
   */
  advance(frame: number): Box[];
}

export async function createPainter(scene: SceneDocument): Promise<Painter> {
  registerFonts();
  const pictures = new Pictures();
  for (const element of scene.elements) if (element.kind === 'icon') await pictures.load(element);
  const background = paintBackground(scene.background, scene.width, scene.height);
  const canvas = createCanvas(scene.width, scene.height);
  const pen = canvas.getContext('2d');
  const evaluator = createEvaluator(scene);
  const tracker = new ChangeTracker(scene.width, scene.height);
  return {
    canvas,
    paint(frame) {
      pen.drawImage(background, 0, 0);
      for (const state of evaluator.at(frame / FPS)) drawElement(pen, state, pictures);
      return canvas;
    },
    advance(frame) {
      const states = evaluator.at(frame / FPS);
      const boxes = tracker.changed(states);
      if (boxes.length > 0) repaint(pen, background, states, boxes, pictures);
      return boxes;
    },
  };
}

function repaint(
  pen: SKRSContext2D,
  background: Canvas,
  states: readonly ElementState[],
  boxes: Box[],
  pictures: Pictures,
): void {
  for (const box of boxes) {
    pen.save();
    pen.beginPath();
    pen.rect(box.x, box.y, box.width, box.height);
    pen.clip();
    pen.drawImage(background, box.x, box.y, box.width, box.height, box.x, box.y, box.width, box.height);
    for (const state of states) if (touches(state.bounds, box)) drawElement(pen, state, pictures);
    pen.restore();
  }
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
