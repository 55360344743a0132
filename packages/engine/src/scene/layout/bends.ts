/** Lines through corners as SVG path data: corners are rounded, small steps aside are soft. All lengths are px. */
import type { Point } from '../scene.ts';

/** A line that steps aside by less than this does so in one soft bend instead of two corners, px. */
const STEP = 64;
const SOFT = 70;

/** A line through the points with its corners rounded, as SVG path data. */
export function rounded(points: Point[], radius: number): string {
  const last = points.length - 1;
  let d = `M${at(points[0]!)}`;
  for (let index = 1; index < last; index += 1) {
    const [before, corner, after] = [points[index - 1]!, points[index]!, points[index + 1]!];
    const beyond = points[index + 2];
    const side = distance(corner, after);
    if (beyond && side < STEP && sameWay(before, corner, after, beyond)) {
      const from = towards(corner, before, Math.min(SOFT, distance(before, corner) * 0.45));
      const to = towards(after, beyond, Math.min(SOFT, distance(after, beyond) * 0.45));
      d += `L${at(from)}C${at(corner)} ${at(after)} ${at(to)}`;
      index += 1;
    } else {
      const reach = Math.min(radius, distance(before, corner) / 2, side / 2);
      d += `L${at(towards(corner, before, reach))}Q${at(corner)} ${at(towards(corner, after, reach))}`;
    }
  }
  return `${d}L${at(points[last]!)}`;
}

function sameWay(a: Point, b: Point, c: Point, d: Point): boolean {
  return (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) > 0;
}

/** The point at a distance from one towards another. */
export function towards(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
