/** The lines of a construction in px: what is drawn, and the points it runs through, which labels keep clear of. */
import { boundsOf } from '../../layout/box.ts';
import { measurePath } from '../../motion/path.ts';
import type { Box, Point } from '../../scene.ts';
import { between, degreesOf, distance, type Figure, polar } from './construct.ts';
import { reachOfLine, type Sheet } from './sheet.ts';

export interface Stroke {
  d: string;
  box: Box;
  points: Point[];
}

/** The line of a figure; undefined for a point, which has none. */
export function strokeOf(
  figure: Figure,
  figures: readonly Figure[],
  sheet: Sheet,
  right = false,
): Stroke | undefined {
  const { place, scale } = sheet;
  switch (figure.kind) {
    case 'point':
      return undefined;
    case 'segment':
      return polyline([place(figure.a), place(figure.b)]);
    case 'line':
      return polyline(reachOfLine(figure, figures).map(place));
    case 'polygon':
      return polyline([...figure.corners, figure.corners[0]!].map(place));
    case 'circle':
      return arc(place(figure.centre), figure.radius * scale, 90, 360);
    case 'angle':
      return right ? corner(figure, sheet) : arcOfAngle(figure, sheet);
    case 'arm': {
      const { pivot, to, length, tail } = figure;
      return polyline([place(polar(pivot, -tail, to)), place(polar(pivot, length, to))]);
    }
  }
}

/** px from the vertex to the arc of an angle. */
export function radiusOfAngle({ a, vertex, b }: Extract<Figure, { kind: 'angle' }>, sheet: Sheet): number {
  const shorter = Math.min(distance(a, vertex), distance(b, vertex)) * sheet.scale;
  const narrow = Math.max(0, 45 - degreesOf(a, vertex, b)) / 45;
  return Math.min(shorter * 0.6, Math.max(60, Math.min(120, shorter * 0.28)) * (1 + 0.6 * narrow));
}

/** Where an angle begins, degrees counter-clockwise, and how far it turns to its other leg, −180–180. */
export function sweepOf({ a, vertex, b }: Extract<Figure, { kind: 'angle' }>): { from: number; by: number } {
  const from = (Math.atan2(a.y - vertex.y, a.x - vertex.x) * 180) / Math.PI;
  const to = (Math.atan2(b.y - vertex.y, b.x - vertex.x) * 180) / Math.PI;
  return { from, by: ((to - from + 540) % 360) - 180 };
}

/** An arc about a centre in px, turned `by` degrees counter-clockwise from `from`. */
export function arc(centre: Point, radius: number, from: number, by: number): Stroke {
  const at = (degrees: number) => {
    const point = polar({ x: 0, y: 0 }, radius, degrees);
    return { x: centre.x + point.x, y: centre.y - point.y };
  };
  // SVG draws no arc from a point to itself: a full turn is two halves.
  const parts = Math.max(1, Math.ceil(Math.abs(by) / 170));
  const stops = Array.from({ length: parts }, (_, index) => at(from + (by * (index + 1)) / parts));
  const start = at(from);
  const d = `M${xy(start)}${stops.map((stop) => `A${radius} ${radius} 0 0 ${by > 0 ? 0 : 1} ${xy(stop)}`).join('')}`;
  return traced(d);
}

/** A closed slice between an arc and its centre. */
export function slice(centre: Point, stroke: Stroke): string {
  return `${stroke.d}L${xy(centre)}Z`;
}

function polyline(points: Point[]): Stroke {
  const d = `M${points.map(xy).join('L')}`;
  return { d, points, box: boundsOf(points) };
}

/** One to three short strokes across the middle of a segment. */
export function ticksOf(a: Point, b: Point, count: number): Stroke {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const u = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const middle = between(a, b, 0.5);
  const points = Array.from({ length: count }, (_, index) => {
    const off = (index - (count - 1) / 2) * 16;
    const foot = { x: middle.x + u.x * off, y: middle.y + u.y * off };
    return [-18, 18].map((out) => ({ x: foot.x - u.y * out, y: foot.y + u.x * out }));
  });
  return {
    d: points.map((pair) => `M${pair.map(xy).join('L')}`).join(''),
    points: points.flat(),
    box: boundsOf(points.flat()),
  };
}

function arcOfAngle(figure: Extract<Figure, { kind: 'angle' }>, sheet: Sheet): Stroke {
  const { from, by } = sweepOf(figure);
  return arc(sheet.place(figure.vertex), radiusOfAngle(figure, sheet), from, by);
}

function corner(figure: Extract<Figure, { kind: 'angle' }>, sheet: Sheet): Stroke {
  const vertex = sheet.place(figure.vertex);
  const side = Math.min(44, radiusOfAngle(figure, sheet) * 0.6);
  const towards = (point: Point) => {
    const to = sheet.place(point);
    const length = Math.hypot(to.x - vertex.x, to.y - vertex.y);
    return { x: ((to.x - vertex.x) / length) * side, y: ((to.y - vertex.y) / length) * side };
  };
  const [u, v] = [towards(figure.a), towards(figure.b)];
  return polyline([
    { x: vertex.x + u.x, y: vertex.y + u.y },
    { x: vertex.x + u.x + v.x, y: vertex.y + u.y + v.y },
    { x: vertex.x + v.x, y: vertex.y + v.y },
  ]);
}

function traced(d: string): Stroke {
  const way = measurePath(d);
  const points = Array.from({ length: 49 }, (_, index) => way.pointAt(index / 48));
  return { d, points, box: boundsOf(points) };
}

function xy({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}
