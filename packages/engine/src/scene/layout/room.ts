/** Room for labels: each goes to the first of its wished places that is free and wholly inside the bounds. All px. */
import type { Box, Point } from '../scene.ts';
import { around, isInside, overlap } from './box.ts';

export class Room {
  #bounds: Box;
  #taken: Box[] = [];

  constructor(bounds: Box) {
    this.#bounds = bounds;
  }

  /** Nothing may be placed here. */
  block(box: Box): void {
    this.#taken.push(box);
  }

  /** Nothing may be placed upon a line through these points, `width` thick. */
  blockLine(points: readonly Point[], width: number): void {
    for (const [index, point] of points.entries()) {
      const before = points[index - 1] ?? point;
      const count = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / width));
      for (let step = index === 0 ? count : 1; step <= count; step += 1) {
        const share = step / count;
        const at = {
          x: before.x + (point.x - before.x) * share,
          y: before.y + (point.y - before.y) * share,
        };
        this.block(around(at, width));
      }
    }
  }

  isFree(box: Box, clear = 0): boolean {
    return isInside(box, this.#bounds) && !this.#taken.some((other) => overlap(box, other, clear));
  }

  /** Takes the first free place of a size among the wished centres; undefined when there is none. */
  take(size: { width: number; height: number }, wished: readonly Point[], clear = 8): Box | undefined {
    for (const centre of wished) {
      const box = around(centre, size.width, size.height);
      if (!this.isFree(box, clear)) continue;
      this.block(box);
      return box;
    }
    return undefined;
  }
}

/** Centres from which a box of a size touches a point from 16 directions, the wished one first; radians, y down. */
export function centresAround(
  at: Point,
  size: { width: number; height: number },
  gap: number,
  wished: number,
): Point[] {
  return [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8].map((turn) =>
    centreTowards(at, size, gap, wished + (turn * Math.PI) / 8),
  );
}

/** The centre of a box of a size that lies off a point in one direction, `gap` px clear of it; radians, y down. */
export function centreTowards(
  at: Point,
  size: { width: number; height: number },
  gap: number,
  direction: number,
): Point {
  const cos = Math.cos(direction);
  const sin = Math.sin(direction);
  // Half the box's extent towards the point, so that labels above and beside stand equally close.
  const reach = Math.min(
    size.width / 2 / Math.max(1e-6, Math.abs(cos)),
    size.height / 2 / Math.max(1e-6, Math.abs(sin)),
  );
  return { x: at.x + cos * (gap + reach), y: at.y + sin * (gap + reach) };
}
