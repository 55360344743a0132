/** Geometry of boxes, px. */
import type { Box, Point } from '../scene.ts';

export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The box of the given size around a centre. */
export function around(centre: Point, width: number, height = width): Box {
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** Smaller by the given margins on each side. */
export function inset(box: Box, x: number, y = x): Box {
  return { x: box.x + x, y: box.y + y, width: box.width - 2 * x, height: box.height - 2 * y };
}

/** The smallest box that holds all. */
export function union(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
