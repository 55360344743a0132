/** Ways from place to place: bowed lines that are drawn and travelled, dotted before. */
import type { Box, PathElement, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';

/** Side of the picture that travels, px. */
export const TRAVELLER = 92;

export interface Route {
  hint: PathElement;
  line: PathElement;
  start: Point;
  /** Points along it, px. */
  along: Point[];
}

/** An arc that bows upwards, so that ways there and back do not lie on each other. */
export function routeOf(index: number, from: Point, to: Point, setting: Setting): Route {
  const { colors, stroke } = setting.theme;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const bow = Math.min(120, length * 0.22) * (to.x >= from.x ? 1 : -1);
  const bend = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / Math.max(1, length)) * bow,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / Math.max(1, length)) * bow,
  };
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * bend.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * bend.y + t ** 2 * to.y,
  });
  const along = Array.from({ length: 21 }, (_, step) => at(step / 20));
  const xs = along.map(({ x }) => x);
  const ys = along.map(({ y }) => y);
  const box: Box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(1, Math.max(...xs) - Math.min(...xs)),
    height: Math.max(1, Math.max(...ys) - Math.min(...ys)),
  };
  const d = `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`;
  return {
    hint: {
      kind: 'path',
      id: `way.${index}`,
      role: 'scenery',
      box,
      d,
      stroke: colors.ink,
      stroke_width: stroke,
      dash: [0, stroke * 3],
      opacity: 0.4,
    },
    line: {
      kind: 'path',
      id: `route.${index}`,
      part: `routes.${index}`,
      box,
      d,
      stroke: colors.accent,
      stroke_width: stroke + 2,
    },
    start: from,
    along,
  };
}
