/** Where a figure comes to rest upon another: at its shoulder or beside it, never over words. */
import { centreOf } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import type { Room } from './room.ts';

export interface Dock {
  centre: Point;
  /** Factor of the figure's own size. */
  scale: number;
  cost: number;
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
      const cost = price + room.costOfBody(box, without);
      if (!best || cost < best.cost) best = { centre, scale, cost };
    });
  }
  return best!;
}
