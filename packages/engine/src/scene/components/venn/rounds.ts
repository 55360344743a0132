/**
 * Two or three overlapping rounds, drawn out to ovals that fill the area, and the shapes of their overlaps. In the
 * plane of the rounds each has the radius 1, so that what fits where is a matter of distances.
 */
import { Path2D, PathOp } from '@napi-rs/canvas';
import type { Box, Point } from '../../scene.ts';

export interface Rounds {
  /** In the plane of the rounds. */
  centres: Point[];
  /** px of one radius. */
  scale: Point;
  /** Where the plane's origin lies, px. */
  origin: Point;
  /** The rounds as they are drawn, px. */
  boxes: Box[];
}

/** The most that a round is drawn out in either direction. */
const OVAL = 1.55;
const APART = { two: 1.14, three: 0.98 } as const;

export function roundsIn(area: Box, count: number, upright: boolean): Rounds {
  const centres = centresOf(count, upright);
  const reach = (axis: 'x' | 'y') => {
    const values = centres.map((centre) => centre[axis]);
    return { low: Math.min(...values) - 1, high: Math.max(...values) + 1 };
  };
  const [x, y] = [reach('x'), reach('y')];
  const most = { x: area.width / (x.high - x.low), y: area.height / (y.high - y.low) };
  const scale = { x: Math.min(most.x, most.y * OVAL), y: Math.min(most.y, most.x * OVAL) };
  const origin = {
    x: area.x + area.width / 2 - ((x.low + x.high) / 2) * scale.x,
    y: area.y + area.height / 2 - ((y.low + y.high) / 2) * scale.y,
  };
  const boxes = centres.map((centre) => ({
    x: origin.x + (centre.x - 1) * scale.x,
    y: origin.y + (centre.y - 1) * scale.y,
    width: 2 * scale.x,
    height: 2 * scale.y,
  }));
  return { centres, scale, origin, boxes };
}

function centresOf(count: number, upright: boolean): Point[] {
  const half = APART.two / 2;
  if (count === 2) {
    return upright
      ? [
          { x: 0, y: -half },
          { x: 0, y: half },
        ]
      : [
          { x: -half, y: 0 },
          { x: half, y: 0 },
        ];
  }
  const radius = APART.three / Math.sqrt(3);
  return [210, 330, 90].map((degrees) => ({
    x: radius * Math.cos((degrees * Math.PI) / 180),
    y: radius * Math.sin((degrees * Math.PI) / 180),
  }));
}

/** What lies in all of the given rounds: SVG path data, px. */
export function overlapOf({ boxes }: Rounds, members: number[]): string {
  const [first, ...others] = members.map((index) => oval(boxes[index]!));
  for (const other of others) first!.op(other, PathOp.Intersect);
  return first!.toSVGString();
}

function oval({ x, y, width, height }: Box): Path2D {
  const path = new Path2D();
  path.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
  return path;
}

/** Air between words and the edge of what they stand in, as a share of the radius. */
const AIR = 0.035;
const STEPS = 48;

/**
 * Where a block of a size in px stands best within all of the given rounds and none of the others: its centre, px.
 * Undefined where it does not fit.
 */
export function placeIn(rounds: Rounds, members: number[], width: number, height: number): Point | undefined {
  const { centres, scale, origin } = rounds;
  const half = { x: width / 2 / scale.x, y: height / 2 / scale.y };
  const room = (x: number, y: number) =>
    centres.reduce((least, centre, index) => {
      const dx = Math.abs(x - centre.x);
      const dy = Math.abs(y - centre.y);
      const clear = members.includes(index)
        ? 1 - Math.hypot(dx + half.x, dy + half.y)
        : Math.hypot(Math.max(0, dx - half.x), Math.max(0, dy - half.y)) - 1;
      return Math.min(least, clear);
    }, Number.POSITIVE_INFINITY);
  let best = { x: 0, y: 0, room: Number.NEGATIVE_INFINITY };
  let [reach, around] = [1.7, { x: 0, y: 0 }];
  // Coarsely over the whole, then finely about the best place.
  for (let round = 0; round < 3; round += 1) {
    for (let row = 0; row <= STEPS; row += 1) {
      for (let column = 0; column <= STEPS; column += 1) {
        const x = around.x + (column / STEPS - 0.5) * 2 * reach;
        const y = around.y + (row / STEPS - 0.5) * 2 * reach;
        const here = room(x, y);
        if (here > best.room + 1e-9) best = { x, y, room: here };
      }
    }
    around = best;
    reach = (reach / STEPS) * 3;
  }
  if (best.room < AIR) return undefined;
  return { x: origin.x + best.x * scale.x, y: origin.y + best.y * scale.y };
}
