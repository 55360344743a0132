/** Where a figure comes to rest upon another: at its shoulder or beside it, never over words. */
import { around, centreOf } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import type { Room } from './room.ts';

export interface Dock {
  centre: Point;
  /** Factor of the figure's own size. */
  scale: number;
  cost: number;
  /** Does it rest on the other, so that it goes where that goes? */
  isUpon: boolean;
}

/** What comes with a figure: its offset from the figure's centre and its size, px at the figure's own size. */
export interface Company {
  dx: number;
  dy: number;
  width: number;
  height: number;
}

/** Above this share of the other's size a figure stands beside it instead of on it. */
const SMALL = 0.7;

/**
 * @param size of the figure that comes, px
 * @param least the smallest factor at which it may be shown
 * @param from where it comes from
 */
export function dockOn(
  target: Box,
  size: { width: number; height: number },
  from: Point,
  least: number,
  room: Room,
  without: ReadonlySet<string>,
  company: Company[] = [],
): Dock {
  const middle = centreOf(target);
  const side = from.x <= middle.x ? -1 : 1;
  const isSmall = Math.max(size.width, size.height) <= SMALL * Math.max(target.width, target.height);
  let best: Dock | undefined;
  for (const scale of [1, 0.8, 0.62, 0.5].filter((factor) => factor >= least - 1e-6 || factor === 1)) {
    const width = size.width * scale;
    const height = size.height * scale;
    const touch = Math.min(width, height, target.width, target.height) * 0.14;
    const beside = (target.width + width) / 2 - touch;
    const over = (target.height + height) / 2 - touch;
    const shoulders: [number, number][] = [
      [side * target.width * 0.4, -target.height * 0.3],
      [side * target.width * 0.46, target.height * 0.06],
      [-side * target.width * 0.4, -target.height * 0.3],
      [0, -target.height * 0.46],
      [-side * target.width * 0.46, target.height * 0.06],
    ];
    const edges: [number, number][] = [
      [side * beside, 0],
      [-side * beside, 0],
      [side * beside * 0.86, -over * 0.5],
      [0, -over],
      [-side * beside * 0.86, -over * 0.5],
      [side * (beside + touch + 16), 0],
      [-side * (beside + touch + 16), 0],
      [0, -(over + touch + 16)],
      [0, over + touch + 16],
    ];
    const places = isSmall ? [...shoulders, ...edges] : [...edges, ...shoulders];
    places.forEach(([dx, dy], rank) => {
      const centre = { x: middle.x + dx, y: middle.y + dy };
      const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
      const price = rank * 9 + (1 - scale) * 70;
      const others = company.reduce((sum, one) => {
        const [w, h] = [one.width * scale, one.height * scale];
        const at = around({ x: centre.x + one.dx * scale, y: centre.y + one.dy * scale }, w, h);
        return sum + room.costOfBody(at, without);
      }, 0);
      const cost = price + room.costOfBody(box, without) + others;
      const isUpon = Math.abs(dx) < target.width / 2 && Math.abs(dy) < target.height / 2;
      if (!best || cost < best.cost) best = { centre, scale, cost, isUpon };
    });
  }
  return best!;
}
