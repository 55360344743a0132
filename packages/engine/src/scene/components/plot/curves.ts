/** Functions as lines in the frame: sampled, cut off at the edges of the plot, broken where they jump. */
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Box, Point } from '../../scene.ts';
import { type Function1, parseExpression } from './expression.ts';
import type { PlotData } from './schema.ts';

const SAMPLES = 320;
/** Unbroken runs that are drawn of one curve. */
const MOST_RUNS = 8;
/** A step of more than this part of the plot's height between two samples is a jump. */
const JUMP = 0.7;
/** Kept free within the plot's edges, so that a point there touches no words, px. */
const EDGE = 26;

export interface Plane {
  box: Box;
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
}

export function functionsOf(data: PlotData): Function1[] {
  return data.curves.map((curve) => parseExpression(curve.f));
}

/** The y range that holds the curves, but for their wildest twentieth, and the lines across. */
export function yDomain(data: PlotData): [number, number] {
  if (data.y) return data.y;
  const values = functionsOf(data)
    .flatMap((f) => xs(data).map(f))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
  const wild = at(1) - at(0) > 4 * (at(0.95) - at(0.05));
  const across = (data.lines ?? []).flatMap((line) => (line.y === undefined ? [] : [line.y]));
  const low = Math.min(wild ? at(0.05) : at(0), ...across);
  const high = Math.max(wild ? at(0.95) : at(1), ...across);
  // The axis belongs to the picture where it is not far off.
  const margin = (high - low || 1) * 0.06;
  const near = (high - low) * 0.5;
  return [low > 0 && low < near ? 0 : low - margin, high < 0 && -high < near ? 0 : high + margin];
}

export function planeOf(data: PlotData, box: Box): Plane {
  return {
    box,
    x: scaleLinear()
      .domain(data.x)
      .range([box.x + EDGE, box.x + box.width - EDGE]),
    y: scaleLinear()
      .domain(yDomain(data))
      .range([box.y + box.height - EDGE, box.y + EDGE]),
  };
}

function xs(data: PlotData): number[] {
  const [from, to] = data.x;
  return Array.from({ length: SAMPLES + 1 }, (_, index) => from + ((to - from) * index) / SAMPLES);
}

/** The visible runs of a function, each at least two points, px. */
export function runsOf(f: Function1, data: PlotData, { box, x, y }: Plane): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  const end = () => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  let before: Point | undefined;
  for (const value of xs(data)) {
    const point = { x: x(value), y: y(f(value)) };
    const inside = Number.isFinite(point.y) && point.y >= box.y && point.y <= box.y + box.height;
    const jumps = before === undefined || Math.abs(point.y - before.y) > box.height * JUMP;
    const wasInside = run.length > 0;
    if (!Number.isFinite(point.y)) end();
    else if (inside) {
      if (wasInside && jumps) end();
      else if (!wasInside && before && !jumps) run.push(atEdge(point, before, box));
      run.push(point);
    } else if (wasInside) {
      if (before && !jumps) run.push(atEdge(before, point, box));
      end();
    }
    before = Number.isFinite(point.y) ? point : undefined;
  }
  end();
  return runs.slice(0, MOST_RUNS);
}

/** Where the way from a point inside to one outside crosses the upper or lower edge. */
function atEdge(inside: Point, outside: Point, box: Box): Point {
  const edge = outside.y < box.y ? box.y : box.y + box.height;
  const way = outside.y === inside.y ? 0 : (edge - inside.y) / (outside.y - inside.y);
  return { x: inside.x + (outside.x - inside.x) * way, y: edge };
}

export function pathThrough(points: Point[]): string {
  return points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');
}

/** A point of the curve kept within the plot, px. */
export function pointOn(f: Function1, value: number, { box, x, y }: Plane): Point {
  const at = y(f(value));
  const inside = Number.isFinite(at) ? Math.min(box.y + box.height, Math.max(box.y, at)) : y.range()[0]!;
  return { x: x(value), y: inside };
}

/** By central difference. */
export function slopeOf(f: Function1, value: number, data: PlotData): number {
  const step = (data.x[1] - data.x[0]) * 1e-5;
  const slope = (f(value + step) - f(value - step)) / (2 * step);
  return Number.isFinite(slope) ? slope : 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
