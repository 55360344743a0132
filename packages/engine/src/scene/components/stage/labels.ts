/** Where words find room: around a body, or beside a line. */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Room } from './room.ts';
import { pointAt, type Route } from './route.ts';

/**
 * A label's place around a body: below, above, or at its sides.
 * @param own owner whose reach the label may stand in
 */
export function labelAround(body: Box, block: TextBlock, room: Room, own = ''): { box: Box; cost: number } {
  const { width, height } = block;
  const middle = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
  const candidates: Point[] = [16, 44].flatMap((gap) => [
    { x: middle.x - width / 2, y: body.y + body.height + gap },
    { x: middle.x - width / 2, y: body.y - gap - height },
    { x: body.x + body.width + gap, y: middle.y - height / 2 },
    { x: body.x - gap - width, y: middle.y - height / 2 },
    { x: body.x + body.width + gap, y: body.y - height },
    { x: body.x - gap - width, y: body.y - height },
    { x: body.x + body.width - 10, y: body.y + body.height + gap },
    { x: body.x + 10 - width, y: body.y + body.height + gap },
  ]);
  return cheapest(candidates, block, room, new Set([own]));
}

/**
 * A label's place beside a line, near its middle where possible.
 * @param reach how far those who travel the line reach to its sides, px
 */
export function labelBeside(
  route: Route,
  block: TextBlock,
  reach: number,
  room: Room,
): { box: Box; cost: number } {
  const { width, height } = block;
  const candidates = [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75, 0.15, 0.85].flatMap((share) => {
    const [a, b, at] = [pointAt(route, share - 0.03), pointAt(route, share + 0.03), pointAt(route, share)];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    let [nx, ny] = [(b.y - a.y) / length, -(b.x - a.x) / length];
    if (ny > 0) [nx, ny] = [-nx, -ny];
    const gaps = [20, 40, 70, 110, 160, Math.max(20, reach)];
    return [...gaps.filter((gap) => gap >= reach), ...gaps.filter((gap) => gap < reach)].flatMap((gap) =>
      [1, -1].map((side) => {
        const far = (Math.abs(nx) * width) / 2 + (Math.abs(ny) * height) / 2 + gap;
        return { x: at.x + nx * far * side - width / 2, y: at.y + ny * far * side - height / 2 };
      }),
    );
  });
  return cheapest(candidates, block, room);
}

function cheapest(
  candidates: Point[],
  block: TextBlock,
  room: Room,
  without: ReadonlySet<string> = new Set(),
): { box: Box; cost: number } {
  let best: { box: Box; cost: number } | undefined;
  for (const { x, y } of candidates) {
    const box = { x, y, width: block.width, height: block.height };
    const cost = room.costOfText(box, without);
    if (!best || cost < best.cost) best = { box, cost };
    if (cost === 0) break;
  }
  return best!;
}
