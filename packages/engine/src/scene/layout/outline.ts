/** Outlines moved and scaled: SVG path data in one measure becomes path data in px of the frame. */
import { Path2D } from '@napi-rs/canvas';
import type { Point } from '../scene.ts';

/** All outlines as one path, each scaled about the origin and then moved. */
export function placeOutlines(outlines: string[], scale: number, at: Point): string {
  const matrix = { a: scale, b: 0, c: 0, d: scale, e: at.x, f: at.y };
  return outlines.map((d) => new Path2D(d).transform(matrix).toSVGString()).join('');
}
