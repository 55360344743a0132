/** The plane beside the figures: a grid that a matrix turns and stretches, or arrows laid end to end. */
import { around, boundsOf, centreOf, union } from '../../layout/box.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import type { Setting } from '../setting.ts';
import { resultOf } from './product.ts';
import type { MatrixData } from './schema.ts';

/** The grid reaches this many units to each side. */
const REACH = 2;

/** Where a line or an arrow that the matrix moves comes from, relative to where it ends. */
export interface Origin {
  id: string;
  x: number;
  y: number;
  /** Degrees. */
  rotation: number;
  scale: number;
}

interface Plane {
  /** px of a point of the plane. */
  at(point: Point): Point;
  unit: number;
  box: Box;
}

export function planeElements(data: MatrixData, box: Box, setting: Setting): Element[] {
  const plane = planeFor(data, box);
  const { colors, stroke } = setting.theme;
  const axes: Element[] = [
    [
      { x: box.x, y: plane.at({ x: 0, y: 0 }).y },
      { x: box.x + box.width, y: plane.at({ x: 0, y: 0 }).y },
    ],
    [
      { x: plane.at({ x: 0, y: 0 }).x, y: box.y + box.height },
      { x: plane.at({ x: 0, y: 0 }).x, y: box.y },
    ],
  ].map(([from, to], index) =>
    line(`axis.${index}`, from!, to!, {
      role: 'scenery',
      stroke: colors.line,
      stroke_width: stroke - 1,
      head: { end: true, size: 22 },
    }),
  );
  return [
    squares(plane, setting),
    ...axes,
    ...(data.operation === 'add' ? sumOfArrows(data, plane, setting) : transformed(data, plane, setting)),
  ];
}

/** Squared paper over the whole plane. */
function squares({ at, box, unit }: Plane, { theme }: Setting): Element {
  const zero = at({ x: 0, y: 0 });
  const most = Math.floor(box.width / 2 / unit);
  const lines = Array.from({ length: 2 * most + 1 }, (_, index) => (index - most) * unit).flatMap((off) => [
    `M${round(zero.x + off)} ${box.y}L${round(zero.x + off)} ${box.y + box.height}`,
    `M${box.x} ${round(zero.y + off)}L${box.x + box.width} ${round(zero.y + off)}`,
  ]);
  return {
    kind: 'path',
    id: 'squares',
    role: 'scenery',
    box,
    d: lines.join(''),
    stroke: theme.colors.surface_edge,
    stroke_width: 2,
    opacity: 0.4,
  };
}

/** Every moved element's start, for the motion: read off from the same figures as its end. */
export function originsFor(data: MatrixData, box: Box, { placed }: Setting): Origin[] {
  if (data.operation === 'add') return [];
  const { at } = planeFor(data, box);
  const zero = at({ x: 0, y: 0 });
  const lines = gridLines().map((ends, index) => ({ id: `warp.${index}`, ends, about: 'middle' as const }));
  const arrows = arrowsOf(data).map(({ id, to }) => ({
    id,
    ends: [{ x: 0, y: 0 }, to] as [Point, Point],
    about: 'origin' as const,
  }));
  return [...lines, ...arrows].flatMap(({ id, ends, about }) => {
    if (!placed.has(id)) return [];
    const [was, is] = [ends, ends.map((end) => image(data, end)) as [Point, Point]];
    const angle = ([a, b]: [Point, Point]) => (Math.atan2(-(b.y - a.y), b.x - a.x) * 180) / Math.PI;
    const length = ([a, b]: [Point, Point]) => Math.hypot(b.x - a.x, b.y - a.y);
    const middle = ([a, b]: [Point, Point]) => at({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    const [from, to] = about === 'middle' ? [middle(was), middle(is)] : [zero, zero];
    return [
      {
        id,
        x: from.x - to.x,
        y: from.y - to.y,
        rotation: ((angle(was) - angle(is) + 540) % 360) - 180,
        scale: length(was) / length(is),
      },
    ];
  });
}

function planeFor(data: MatrixData, box: Box): Plane {
  const corners = [-REACH, REACH].flatMap((x) => [-REACH, REACH].map((y) => ({ x, y })));
  const shown =
    data.operation === 'add'
      ? [vector(data.left.rows), vector(data.right.rows), vector(resultOf(data))]
      : [
          ...corners.map((corner) => image(data, corner)),
          ...arrowsOf(data).flatMap(({ to }) => [to, image(data, to)]),
        ];
  const most = Math.max(REACH, ...shown.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  const unit = box.width / (2 * most + 0.8);
  const zero = centreOf(box);
  return { unit, box, at: ({ x, y }) => ({ x: round(zero.x + x * unit), y: round(zero.y - y * unit) }) };
}

/** The grid and the arrows where the matrix takes them. */
function transformed(data: MatrixData, plane: Plane, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const zero = plane.at({ x: 0, y: 0 });
  const square = (id: string, corners: Point[], fill: string): Element => {
    const points = corners.map(plane.at);
    return {
      kind: 'path',
      id,
      part: 'plane',
      box: boundsOf(points, 1),
      d: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`,
      fill,
    };
  };
  const unit = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  const tint = mix(colors.surface, colors.second, 0.35);
  const before = arrowsOf(data).filter(({ id }) => id === 'vector');
  return [
    square('square', unit, tint),
    square(
      'image',
      unit.map((corner) => image(data, corner)),
      tint,
    ),
    ...gridLines().flatMap((ends, index) => {
      const [from, to] = ends.map((end) => image(data, end)) as [Point, Point];
      // A matrix without an inverse flattens the plane: what shrinks to a point is not drawn.
      if (Math.hypot(to.x - from.x, to.y - from.y) < 0.05) return [];
      return [
        line(`warp.${index}`, plane.at(from), plane.at(to), {
          part: 'plane',
          stroke: colors.second,
          stroke_width: stroke - 1,
        }),
      ];
    }),
    ...before.map(({ to }) =>
      line('was', zero, plane.at(to), {
        part: 'right',
        stroke: colors.faint,
        stroke_width: stroke + 2,
        head: { end: true, size: 28 },
      }),
    ),
    ...arrowsOf(data).flatMap(({ id, to }) => {
      const end = image(data, to);
      const length = Math.hypot(end.x, end.y) * plane.unit;
      if (length < 4) return [];
      const color = { first: colors.danger, second: colors.good, vector: colors.accent }[id]!;
      return [
        {
          ...line(id, zero, plane.at(end), {
            part: 'plane',
            stroke: color,
            stroke_width: stroke + 4,
            head: { end: true, size: 34 },
          }),
          // Turned about the middle of its box: the origin.
          box: around(zero, 2 * length),
        },
      ];
    }),
  ];
}

/** Both arrows end to end, and the one that leads there directly. */
function sumOfArrows(data: MatrixData, plane: Plane, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const [a, sum] = [vector(data.left.rows), vector(resultOf(data))];
  const zero = plane.at({ x: 0, y: 0 });
  const arrow = (id: string, part: string, from: Point, to: Point, color: string) =>
    line(id, from, to, { part, stroke: color, stroke_width: stroke + 4, head: { end: true, size: 34 } });
  return [
    arrow('arrow.left', 'left', zero, plane.at(a), colors.good),
    arrow('arrow.right', 'right', plane.at(a), plane.at(sum), colors.second),
    arrow('arrow.sum', 'plane', zero, plane.at(sum), colors.accent),
  ];
}

/** The unit vectors, and the vector that is multiplied where there is one. */
function arrowsOf({ right }: MatrixData): { id: 'first' | 'second' | 'vector'; to: Point }[] {
  return [
    { id: 'first', to: { x: 1, y: 0 } },
    { id: 'second', to: { x: 0, y: 1 } },
    ...(right.rows[0]!.length === 1 ? [{ id: 'vector' as const, to: vector(right.rows) }] : []),
  ];
}

function gridLines(): [Point, Point][] {
  return Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH).flatMap((k): [Point, Point][] => [
    [
      { x: k, y: -REACH },
      { x: k, y: REACH },
    ],
    [
      { x: -REACH, y: k },
      { x: REACH, y: k },
    ],
  ]);
}

function image({ left }: MatrixData, { x, y }: Point): Point {
  const [[a, b], [c, d]] = left.rows as [[number, number], [number, number]];
  return { x: a * x + b * y, y: c * x + d * y };
}

function vector(rows: readonly (readonly unknown[])[]): Point {
  return { x: Number(rows[0]![0]), y: Number(rows[1]![0]) };
}

function line(id: string, from: Point, to: Point, rest: Partial<PathElement>): PathElement {
  return {
    kind: 'path',
    id,
    box: union([
      { ...from, width: 1, height: 1 },
      { ...to, width: 1, height: 1 },
    ]),
    d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
    ...rest,
  };
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
