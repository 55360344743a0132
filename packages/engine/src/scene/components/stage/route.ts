/**
 * Lines over the stage: from body to body, straight, in an arc or in a wave, led around whatever is in the way.
 * All lengths are px of the frame.
 */
import { centreOf } from '../../layout/box.ts';
import { measurePath } from '../../motion/path.ts';
import type { Box, Point } from '../../scene.ts';
import { holds, swell } from './room.ts';

export interface Route {
  /** SVG path data. */
  d: string;
  /** Points of it at equal distances, from start to end. */
  points: Point[];
  length: number;
}

export type Bend = 'straight' | 'wave' | 'arc';

/** One hand-drawn wave: heights at equal distances, between −1 and 1; up is positive. */
const WAVE = [0, 0.42, -0.16, 0.34, 1, 0.66, 0];
/** Space between a body and a line that begins or ends at it. */
const GAP = 14;
const SAMPLES = 61;

/**
 * The best of the ways a line can take between two bodies, by the cost that `costOf` gives for it.
 * @param options.height the farthest a line may swing to either side, and `swing` the same as a share of its length
 */
export function routeBetween(
  from: Box,
  to: Box,
  bend: Bend,
  costOf: (route: Route) => number,
  options: { height: number; swing?: number; gap?: number; isRound?: { from?: boolean; to?: boolean } },
): Route & { cost: number } {
  const { gap = GAP, isRound = {} } = options;
  let best: (Route & { cost: number }) | undefined;
  for (const { offset, price } of ways(bend, centreOf(from), centreOf(to), options)) {
    const whole = along(centreOf(from), centreOf(to), offset);
    const points = trimmed(whole, from, to, gap, isRound);
    if (points.length < 2) continue;
    const route = smooth(points);
    const cost = price + costOf(route);
    if (!best || cost < best.cost) best = { ...route, cost };
    if (cost === 0) break;
  }
  return best ?? { ...smooth([centreOf(from), centreOf(to)]), cost: 0 };
}

/** A free line through points. */
export function smooth(points: Point[]): Route {
  const d = spline(points);
  const way = measurePath(d);
  return {
    d,
    length: way.length,
    points: Array.from({ length: SAMPLES }, (_, index) => way.pointAt(index / (SAMPLES - 1))),
  };
}

/** A stream out of the underside of one body into the top of another, beside those that come from elsewhere. */
export function flowInto(from: Box, into: Box): Route {
  const start = centreOf(from);
  const middle = centreOf(into);
  const down = middle.y >= start.y ? 1 : -1;
  const lean = Math.sign(middle.x - start.x);
  const isSteep = Math.abs(middle.x - start.x) < 1.4 * Math.abs(middle.y - start.y);
  const a = isSteep
    ? { x: start.x + lean * from.width * 0.2, y: start.y + down * (from.height / 2 + 22) }
    : { x: start.x + lean * (from.width * 0.36 + 16), y: start.y + down * (from.height * 0.36 + 16) };
  const b = isSteep
    ? { x: middle.x - lean * into.width * 0.11, y: middle.y - down * (into.height / 2 + 4) }
    : { x: middle.x - lean * (into.width * 0.4 + 4), y: middle.y - down * (into.height * 0.36 + 4) };
  const rise = b.y - a.y;
  const [c, d] = [
    { x: a.x, y: a.y + rise * (isSteep ? 0.62 : 0.5) },
    { x: b.x - (b.x - a.x) * (isSteep ? 0.42 : 0.1), y: b.y - rise * (isSteep ? 0.36 : 0.5) },
  ];
  return smooth([0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => cubic(a, c, d, b, share)));
}

/** The part of a route between two shares of its length, backwards when `from` is the larger. */
export function partOf(route: Route, from: number, to: number): Route {
  const way = measurePath(route.d);
  const steps = Math.max(2, Math.ceil((Math.abs(to - from) * route.length) / 60));
  return smooth(
    Array.from({ length: steps + 1 }, (_, index) => way.pointAt(from + ((to - from) * index) / steps)),
  );
}

export function pointAt(route: Route, share: number): Point {
  return measurePath(route.d).pointAt(share);
}

interface Way {
  /** Height over the straight line, px, after a share of its length; to the left of the way is positive. */
  offset: (share: number) => number;
  /** How much less welcome it is than the first. */
  price: number;
}

function ways(
  bend: Bend,
  a: Point,
  b: Point,
  { height, swing = 0.15 }: { height: number; swing?: number },
): Way[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  // The left of a way to the right is up, the left of a way to the left is down.
  const up = b.x >= a.x ? 1 : -1;
  const arc = (share: number, price: number): Way => ({
    offset: (at) => Math.min(share * length, share * 4 * height) * 4 * at * (1 - at) * up,
    price,
  });
  const flat: Way = { offset: () => 0, price: 0 };
  if (bend === 'straight') {
    return [
      flat,
      arc(0.1, 10),
      arc(-0.1, 12),
      arc(0.2, 20),
      arc(-0.2, 22),
      arc(0.32, 34),
      arc(-0.32, 36),
      arc(0.45, 50),
    ];
  }
  if (bend === 'arc') {
    return [
      arc(0.2, 0),
      arc(0.27, 6),
      arc(0.14, 8),
      arc(0.34, 14),
      arc(-0.2, 24),
      arc(-0.3, 30),
      arc(0.07, 26),
      arc(-0.1, 34),
    ];
  }
  const most = Math.min(swing * length, height);
  const shapes: { shape: number[]; sign: number }[] = [
    { shape: WAVE, sign: 1 },
    { shape: [...WAVE].reverse(), sign: 1 },
    { shape: WAVE, sign: -1 },
    { shape: [...WAVE].reverse(), sign: -1 },
  ];
  return [1, 0.75, 0.5, 0.3, 0.12].flatMap((share, weaker) =>
    shapes.map(({ shape, sign }, other) => ({
      offset: (at: number) => between(shape, at) * most * share * sign * up,
      price: weaker * 10 + other * 4,
    })),
  );
}

function along(a: Point, b: Point, offset: (share: number) => number): Point[] {
  const length = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
  const normal = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  return Array.from({ length: 97 }, (_, index) => {
    const share = index / 96;
    const over = offset(share);
    return { x: a.x + (b.x - a.x) * share + normal.x * over, y: a.y + (b.y - a.y) * share + normal.y * over };
  });
}

/** What is left of a line from centre to centre outside the two bodies, thinned to what a spline needs. */
function trimmed(
  points: Point[],
  from: Box,
  to: Box,
  gap: number,
  isRound: { from?: boolean; to?: boolean },
): Point[] {
  const inFrom = (point: Point) =>
    isRound.from ? holdsRound(from, point, gap) : holds(swell(from, gap), point);
  const inTo = (point: Point) => (isRound.to ? holdsRound(to, point, gap) : holds(swell(to, gap), point));
  let start = 0;
  points.forEach((point, index) => {
    if (inFrom(point)) start = index + 1;
  });
  let end = points.findIndex((point, index) => index >= start && inTo(point));
  if (end < 0) end = points.length;
  const rest = points.slice(start, end);
  const every = Math.max(1, Math.floor(rest.length / 12));
  return rest.filter((_, index) => index % every === 0 || index === rest.length - 1);
}

function holdsRound(box: Box, point: Point, gap: number): boolean {
  const centre = centreOf(box);
  return Math.hypot(point.x - centre.x, point.y - centre.y) < Math.max(box.width, box.height) / 2 + gap;
}

function cubic(a: Point, c: Point, d: Point, b: Point, at: number): Point {
  const [p, q, r, s] = [(1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at ** 2 * (1 - at), at ** 3];
  return { x: p * a.x + q * c.x + r * d.x + s * b.x, y: p * a.y + q * c.y + r * d.y + s * b.y };
}

/** Catmull-Rom through the points, as cubic curves. */
function spline(points: Point[]): string {
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))]!;
  let d = `M${px(at(0).x)} ${px(at(0).y)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, a, b, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const c1 = { x: a.x + (b.x - before.x) / 6, y: a.y + (b.y - before.y) / 6 };
    const c2 = { x: b.x - (after.x - a.x) / 6, y: b.y - (after.y - a.y) / 6 };
    d += `C${px(c1.x)} ${px(c1.y)} ${px(c2.x)} ${px(c2.y)} ${px(b.x)} ${px(b.y)}`;
  }
  return d;
}

/** Value of a curve through equidistant heights. */
function between(heights: number[], share: number): number {
  const place = share * (heights.length - 1);
  const index = Math.min(heights.length - 2, Math.floor(place));
  const at = (one: number) => heights[Math.min(heights.length - 1, Math.max(0, one))]!;
  const [p0, p1, p2, p3] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
  const t = place - index;
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
