/** The levels as bodies with a lit upper face: rings of a funnel, or slices of a pyramid seen from a corner. */
import { scaleLinear } from 'd3-scale';
import { union } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import type { FunnelData } from './schema.ts';

export interface Face {
  name: 'top' | 'body' | 'flank';
  /** SVG path data, px. */
  d: string;
  box: Box;
}

export interface Body {
  /** Back to front. */
  faces: Face[];
  box: Box;
  /** Where a picture upon it stands, and how large it may be. */
  seat: Point;
  room: number;
  /** Its right edge at half height, from where a line leads to its words. */
  edge: Point;
}

/** Air between levels, px. */
const GAP = 20;
/** The narrowest a funnel becomes, as a share of its widest. */
const NARROWEST = 0.2;

/** Bodies from top to bottom, filling the area. */
export function bodiesOf(data: FunnelData, area: Box): Body[] {
  return data.shape === 'funnel' ? rings(data, area) : slices(data, area);
}

function rings(data: FunnelData, area: Box): Body[] {
  const count = data.levels.length;
  const shares = sharesOf(data);
  // The uppermost ellipse reaches above its level, the lowest below it.
  const flat = Math.min(0.085, (area.height * 0.3) / count / area.width);
  const reach = (area.width / 2) * flat * 2;
  const pitch = (area.height - 2 * reach) / count;
  const cx = area.x + area.width / 2;
  return shares.map((share, index) => {
    const next = shares[index + 1] ?? Math.max(NARROWEST * 0.8, share * 0.82);
    // A ring ends where the slope between this level and the next one has brought it, less the air below it.
    const end = share + (next - share) * (1 - GAP / pitch);
    const [rx, rx2] = [(share * area.width) / 2, (end * area.width) / 2];
    const [ry, ry2] = [rx * flat * 2, rx2 * flat * 2];
    const top = area.y + reach + pitch * index;
    const bottom = top + pitch - GAP;
    const ellipse = { x: cx - rx, y: top - ry, width: 2 * rx, height: 2 * ry };
    const body = { x: cx - rx, y: top, width: 2 * rx, height: bottom + ry2 - top };
    return {
      faces: [
        {
          name: 'body',
          box: body,
          d: `M${n(cx - rx)} ${n(top)}L${n(cx - rx2)} ${n(bottom)}A${n(rx2)} ${n(ry2)} 0 0 0 ${n(cx + rx2)} ${n(bottom)}L${n(cx + rx)} ${n(top)}Z`,
        },
        {
          name: 'flank',
          box: { x: cx, y: top, width: rx, height: body.height },
          d: `M${n(cx + rx * 0.3)} ${n(top)}L${n(cx + rx2 * 0.3)} ${n(bottom + ry2 * 0.95)}A${n(rx2)} ${n(ry2)} 0 0 0 ${n(cx + rx2)} ${n(bottom)}L${n(cx + rx)} ${n(top)}Z`,
        },
        {
          name: 'top',
          box: ellipse,
          d: `M${n(cx - rx)} ${n(top)}A${n(rx)} ${n(ry)} 0 0 1 ${n(cx + rx)} ${n(top)}A${n(rx)} ${n(ry)} 0 0 1 ${n(cx - rx)} ${n(top)}Z`,
        },
      ],
      box: union([ellipse, body]),
      seat: { x: cx, y: (top + ry + bottom + ry2) / 2 },
      room: Math.min(bottom + ry2 - top - ry - 10, rx2 * 1.5),
      edge: { x: cx + (rx + rx2) / 2, y: (top + bottom) / 2 },
    };
  });
}

/** Widths as shares of the widest: by value where that leaves all of them visible, else in even steps. */
function sharesOf({ levels }: FunnelData): number[] {
  const values = levels.map((level) => level.value);
  const most = Math.max(...values.map((value) => value ?? 0));
  if (values.every((value) => value !== undefined && value >= most * NARROWEST && most > 0))
    return values.map((value) => value! / most);
  const even = scaleLinear()
    .domain([0, levels.length - 1])
    .range([1, NARROWEST * 1.4]);
  return levels.map((_, index) => even(index));
}

/** The front edge stands right of the middle and reaches below the side corners. */
const FRONT = 0.17;

function slices(data: FunnelData, area: Box): Body[] {
  const count = data.levels.length;
  const sink = Math.min(70, area.height * 0.09);
  const height = area.height - sink;
  const cx = area.x + area.width / 2;
  const corners = (y: number) => {
    const share = (y - area.y) / height;
    const half = (area.width / 2) * share;
    return {
      left: { x: cx - half, y },
      right: { x: cx + half, y },
      front: { x: cx + 2 * half * FRONT, y: y + sink * share },
      back: { x: cx - 2 * half * FRONT, y: y - sink * share },
    };
  };
  return data.levels.map((_, index) => {
    const from = corners(area.y + (height * index) / count + (index > 0 ? GAP : 0));
    const to = corners(area.y + (height * (index + 1)) / count);
    const faces = [
      faceOf('body', [from.left, from.front, to.front, to.left]),
      faceOf('flank', [from.front, from.right, to.right, to.front]),
      ...(index > 0 ? [faceOf('top', [from.left, from.back, from.right, from.front])] : []),
    ];
    const middle = {
      x: (from.left.x + from.front.x + to.left.x + to.front.x) / 4,
      y: (from.left.y + from.front.y + to.left.y + to.front.y) / 4,
    };
    return {
      faces,
      box: union(faces.map((face) => face.box)),
      // At the tip there is room only in the middle and low.
      seat: index > 0 ? middle : { x: cx - 2, y: to.left.y - (to.left.y - from.left.y) * 0.26 },
      room: Math.min(to.left.y - from.left.y - 14, (to.right.x - to.left.x) * (index > 0 ? 0.5 : 0.36)),
      edge: { x: (from.right.x + to.right.x) / 2, y: (from.right.y + to.right.y) / 2 },
    };
  });
}

function faceOf(name: Face['name'], corners: Point[]): Face {
  return {
    name,
    d: `${corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')}Z`,
    box: union(corners.map((corner) => ({ ...corner, width: 0, height: 0 }))),
  };
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
