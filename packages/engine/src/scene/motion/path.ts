/**
 * Lines measured: where a share of their length lies, and the part up to there. Skia normalises any SVG path
 * to moves, lines, quadratics and cubics; these are flattened finely enough that no corner shows at 1080p.
 */
import { Path2D } from '@napi-rs/canvas';
import type { Box, Point } from '../scene.ts';

export interface MeasuredPath {
  /** px. */
  length: number;
  /** The point at a share of the length, 0–1. */
  pointAt(share: number): Point;
  /** Direction there, radians clockwise from the x axis. */
  angleAt(share: number): number;
  /** Points of the line from its start to a share of its length. */
  upTo(share: number): Point[];
  /** What the line itself covers between two shares of its length, px. */
  boundsOf(from: number, to: number): Box;
}

const STEP = 4;
/** px. */
const SHORT = 0.5;
const MOST_STEPS = 96;
const measured = new Map<string, MeasuredPath>();

/** Measures SVG path data, px; only its first unbroken line counts. Results are kept. */
export function measurePath(d: string): MeasuredPath {
  let path = measured.get(d);
  if (!path) {
    if (measured.size > 2000) measured.clear();
    path = fromPoints(flatten(d));
    measured.set(d, path);
  }
  return path;
}

function fromPoints(points: Point[]): MeasuredPath {
  const lengths = [0];
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1]!;
    const b = points[index]!;
    lengths.push(lengths[index - 1]! + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const length = lengths.at(-1)!;
  const indexAt = (distance: number) => {
    let low = 0;
    let high = lengths.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lengths[middle]! <= distance) low = middle;
      else high = middle;
    }
    return low;
  };
  const pointAt = (share: number): Point => {
    if (points.length < 2 || length === 0) return points[0] ?? { x: 0, y: 0 };
    const distance = Math.min(1, Math.max(0, share)) * length;
    const index = indexAt(distance);
    const a = points[index]!;
    const b = points[index + 1] ?? a;
    const span = lengths[index + 1] === undefined ? 1 : lengths[index + 1]! - lengths[index]! || 1;
    const way = (distance - lengths[index]!) / span;
    return { x: a.x + (b.x - a.x) * way, y: a.y + (b.y - a.y) * way };
  };
  return {
    length,
    pointAt,
    angleAt(share) {
      const reach = Math.min(0.5, length > 0 ? 6 / length : 0);
      const a = pointAt(Math.max(0, share - reach));
      const b = pointAt(Math.min(1, share + reach / 4));
      return Math.atan2(b.y - a.y, b.x - a.x);
    },
    upTo(share) {
      const distance = Math.min(1, Math.max(0, share)) * length;
      const index = indexAt(distance);
      // A last piece too short to have a direction would turn a flat end any way.
      const kept = index > 0 && distance - lengths[index]! < SHORT ? index : index + 1;
      return [...points.slice(0, kept), pointAt(share)];
    },
    boundsOf(from, to) {
      const start = pointAt(from);
      const end = pointAt(to);
      let [left, right] = start.x < end.x ? [start.x, end.x] : [end.x, start.x];
      let [top, bottom] = start.y < end.y ? [start.y, end.y] : [end.y, start.y];
      const last = indexAt(Math.min(1, Math.max(0, to)) * length);
      for (let index = indexAt(Math.min(1, Math.max(0, from)) * length) + 1; index <= last; index += 1) {
        const { x, y } = points[index]!;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      return { x: left, y: top, width: right - left, height: bottom - top };
    },
  };
}

function flatten(d: string): Point[] {
  const tokens = new Path2D(d).toSVGString().match(/[MLQCZ]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  const points: Point[] = [];
  let at = 0;
  const number = () => Number(tokens[at++]);
  const point = (): Point => ({ x: number(), y: number() });
  let command = '';
  while (at < tokens.length) {
    if (/[a-z]/i.test(tokens[at]!)) command = tokens[at++]!.toUpperCase();
    if (command === 'Z') {
      if (points[0]) points.push({ ...points[0] });
      break;
    }
    if (command === 'M') {
      if (points.length > 0) break;
      points.push(point());
      command = 'L';
    } else if (command === 'L') {
      points.push(point());
    } else if (command === 'Q') {
      curve(points, [point(), point()]);
    } else if (command === 'C') {
      curve(points, [point(), point(), point()]);
    } else {
      break;
    }
  }
  return points;
}

function curve(points: Point[], controls: Point[]): void {
  const all = [points.at(-1)!, ...controls];
  let rough = 0;
  for (let index = 1; index < all.length; index += 1) {
    rough += Math.hypot(all[index]!.x - all[index - 1]!.x, all[index]!.y - all[index - 1]!.y);
  }
  const steps = Math.min(MOST_STEPS, Math.max(4, Math.ceil(rough / STEP)));
  for (let step = 1; step <= steps; step += 1) points.push(bezier(all, step / steps));
}

/** De Casteljau. */
function bezier(points: Point[], way: number): Point {
  let level = points;
  while (level.length > 1) {
    level = level.slice(1).map((point, index) => ({
      x: level[index]!.x + (point.x - level[index]!.x) * way,
      y: level[index]!.y + (point.y - level[index]!.y) * way,
    }));
  }
  return level[0]!;
}
