/** Canvases to paint boxes of a frame on, kept by size and used again. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../scene/scene.ts';

/**
 * Skia copies a whole canvas before it draws on it again after a reading, so a small box gets a small canvas:
 * on one of the frame's size, reading 64 × 64 px costs 0.6 ms instead of 0.02.
 */
const GRAIN = 128;

export class Easel {
  #pens = new Map<number, SKRSContext2D>();

  /** Runs `draw` with a pen that takes frame coordinates and reaches no further than the box; returns its RGBA. */
  paint(box: Box, draw: (pen: SKRSContext2D) => void): Uint8ClampedArray {
    const pen = this.#penFor(box);
    pen.save();
    pen.setTransform(1, 0, 0, 1, -box.x, -box.y);
    pen.beginPath();
    pen.rect(box.x, box.y, box.width, box.height);
    pen.clip();
    draw(pen);
    pen.restore();
    return pen.getImageData(0, 0, box.width, box.height).data;
  }

  #penFor({ width, height }: Box): SKRSContext2D {
    const across = grains(width);
    const down = grains(height);
    const id = across * 1000 + down;
    let pen = this.#pens.get(id);
    if (!pen) {
      pen = createCanvas(across * GRAIN, down * GRAIN).getContext('2d');
      this.#pens.set(id, pen);
    }
    return pen;
  }
}

/** Sizes grow by about a quarter from one to the next, so that a film needs few. */
function grains(length: number): number {
  let grains = 1;
  while (grains * GRAIN < length) grains += Math.max(1, grains >> 2);
  return grains;
}
