/** Shapes on the globe as SVG paths on the frame: projected, thinned to what a pixel can show, cut at the sheet's edge. */
import { type GeoPermissibleObjects, geoPath } from 'd3-geo';
import type { Box, Point } from '../../scene.ts';
import type { View } from './projection.ts';

/** Points nearer than this to the last are left out, px. */
const FINE = 1.1;
/** Islands smaller than this both ways are left out, px. */
const SPECK = 2;

export interface Outline {
  d: string;
  /** What the shape covers, px. */
  box: Box;
}

/** Undefined where nothing of the shape is on the map. */
export function outlineOf(shape: GeoPermissibleObjects, view: View, corner: number): Outline | undefined {
  const edge = view.kind === 'region' ? rounded(view.box, corner) : undefined;
  const rings = ringsOf(shape, view)
    .map((ring) => (edge ? clipped(ring, edge) : ring))
    .map(thinned)
    .filter((ring) => ring.length > 2 && !isSpeck(ring));
  if (rings.length === 0) return undefined;
  const xs = rings.flat().map(({ x }) => x);
  const ys = rings.flat().map(({ y }) => y);
  const [x, y] = [min(xs), min(ys)];
  return {
    d: rings.map((ring) => `M${ring.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`).join(''),
    box: { x, y, width: max(xs) - x, height: max(ys) - y },
  };
}

function ringsOf(shape: GeoPermissibleObjects, view: View): Point[][] {
  const rings: Point[][] = [];
  const pen = {
    moveTo: (x: number, y: number) => void rings.push([{ x, y }]),
    lineTo: (x: number, y: number) => void rings.at(-1)!.push({ x, y }),
    closePath: () => undefined,
    arc: () => undefined,
    beginPath: () => undefined,
  };
  geoPath(view.projection, pen)(shape);
  return rings;
}

function thinned(ring: Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= FINE) kept.push(point);
  }
  return kept;
}

function isSpeck(ring: Point[]): boolean {
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  return max(xs) - min(xs) < SPECK && max(ys) - min(ys) < SPECK;
}

/** Sutherland and Hodgman's clipping of a ring by a convex polygon that runs clockwise on the screen. */
function clipped(ring: Point[], edge: Point[]): Point[] {
  let points = ring;
  for (const [index, from] of edge.entries()) {
    const to = edge[(index + 1) % edge.length]!;
    const side = ({ x, y }: Point) => (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
    const result: Point[] = [];
    for (const [at, point] of points.entries()) {
      const before = points[(at + points.length - 1) % points.length]!;
      const [a, b] = [side(before), side(point)];
      if (a >= 0 !== b >= 0) {
        const share = a / (a - b);
        result.push({
          x: before.x + (point.x - before.x) * share,
          y: before.y + (point.y - before.y) * share,
        });
      }
      if (b >= 0) result.push(point);
    }
    points = result;
    if (points.length === 0) break;
  }
  return points;
}

/** A box with round corners as a polygon. */
function rounded({ x, y, width, height }: Box, radius: number): Point[] {
  const corners = [
    { x: x + width - radius, y: y + radius, from: -90 },
    { x: x + width - radius, y: y + height - radius, from: 0 },
    { x: x + radius, y: y + height - radius, from: 90 },
    { x: x + radius, y: y + radius, from: 180 },
  ];
  return corners.flatMap((corner) =>
    [0, 22.5, 45, 67.5, 90].map((turn) => {
      const angle = ((corner.from + turn) * Math.PI) / 180;
      return { x: corner.x + radius * Math.cos(angle), y: corner.y + radius * Math.sin(angle) };
    }),
  );
}

function min(values: number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function max(values: number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
