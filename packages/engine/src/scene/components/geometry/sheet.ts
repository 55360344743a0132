/** The sheet a construction is drawn on: maps its coordinates to px, as large as the area and the labels allow. */
import type { Box, Point } from '../../scene.ts';
import { between, distance, type Figure, polar } from './construct.ts';

export interface Sheet {
  /** px of one unit. */
  scale: number;
  /** A point of the construction in px of the frame. */
  place(point: Point): Point;
}

/** Fits the figures into an area, `pads` px clear of its edges, centred. */
export function sheetFor(figures: readonly Figure[], area: Box, pads: { x: number; y: number }): Sheet {
  const points = figures.flatMap(extentOf);
  const left = Math.min(...points.map(({ x }) => x));
  const right = Math.max(...points.map(({ x }) => x));
  const bottom = Math.min(...points.map(({ y }) => y));
  const top = Math.max(...points.map(({ y }) => y));
  const room = { width: area.width - 2 * pads.x, height: area.height - 2 * pads.y };
  const scale = Math.min(
    room.width / Math.max(right - left, 1e-9),
    room.height / Math.max(top - bottom, 1e-9),
    // A single point has no size to go by.
    room.height / Math.max(Math.max(right - left, top - bottom) / 8, 1e-3),
  );
  return sheetAt(scale, {
    x: area.x + area.width / 2 - ((left + right) / 2) * scale,
    y: area.y + area.height / 2 + ((top + bottom) / 2) * scale,
  });
}

/** The same sheet moved by some px. */
export function moved(sheet: Sheet, by: Point): Sheet {
  const origin = sheet.place({ x: 0, y: 0 });
  return sheetAt(sheet.scale, { x: origin.x + by.x, y: origin.y + by.y });
}

function sheetAt(scale: number, origin: Point): Sheet {
  return {
    scale,
    place: ({ x, y }) => ({
      x: Math.round((origin.x + x * scale) * 100) / 100,
      y: Math.round((origin.y - y * scale) * 100) / 100,
    }),
  };
}

function extentOf(figure: Figure): Point[] {
  switch (figure.kind) {
    case 'point':
      return [figure.at];
    case 'segment':
    case 'line':
      return [figure.a, figure.b];
    case 'polygon':
      return figure.corners;
    case 'circle': {
      const { centre, radius } = figure;
      return [0, 90, 180, 270].map((degrees) => polar(centre, radius, degrees));
    }
    case 'angle':
      return [figure.vertex];
    case 'arm': {
      const { pivot, from, to, length, tail } = figure;
      const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => from + (to - from) * share);
      return [
        ...stops.map((degrees) => polar(pivot, length, degrees)),
        ...stops.map((degrees) => polar(pivot, tail, degrees + 180)),
      ];
    }
  }
}

/** An endless line reaches somewhat beyond everything that lies on it. */
export function reachOfLine(figure: { a: Point; b: Point }, figures: readonly Figure[]): [Point, Point] {
  const { a, b } = figure;
  const length = distance(a, b);
  const shares = figures.flatMap((other) => {
    if (other.kind !== 'point') return [];
    const { x, y } = other.at;
    const off = Math.abs((x - a.x) * (b.y - a.y) - (y - a.y) * (b.x - a.x)) / length;
    if (off > 1e-6 * length) return [];
    return [((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length ** 2];
  });
  const from = Math.min(0, ...shares);
  const to = Math.max(1, ...shares);
  const beyond = (to - from) * 0.12;
  return [between(a, b, from - beyond), between(a, b, to + beyond)];
}
