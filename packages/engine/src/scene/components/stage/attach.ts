/** What is fastened to a figure and goes wherever it goes: a padlock at its corner, or the mark of what is rejected. */
import { around, centreOf } from '../../layout/box.ts';
import type { Box } from '../../scene.ts';
import { type Figure, portraitIn, wordsOn } from './cast.ts';
import type { Company } from './dock.ts';
import { CONFLICT, type Room } from './room.ts';

/** How far a padlock may stand out of the picture's area, into the frame's margin, px. */
const BEYOND = 40;

/** The corner of a body where a badge covers no words and leaves the picture to be seen. */
export function badgeOn(figure: Figure, body: Box, room: Room): { badge: Company; cost: number } {
  const by = body.width / figure.width;
  const portrait = portraitIn(figure, body);
  const size = Math.min(112, Math.max(76, Math.max(portrait.width, portrait.height) * 0.4));
  const middle = centreOf(body);
  const hasWords = wordsOn(figure.body) !== undefined;
  let best: { badge: Company; cost: number } | undefined;
  // A picture's upper corners are often empty: its lower ones hold what stands.
  const corners = hasWords ? [...ENDS, ...CORNERS] : [...CORNERS.slice(2), ...CORNERS.slice(0, 2)];
  for (const [rank, [right, down]] of corners.entries()) {
    for (const [step, tuck] of (hasWords ? [-0.1, -0.28] : [0.34, 0.1]).entries()) {
      const corner = {
        x: portrait.x + portrait.width / 2 + right * (portrait.width / 2 - size * tuck),
        y: portrait.y + portrait.height / 2 + down * (portrait.height / 2 - size * tuck),
      };
      const { box, beyond } = inside(around(corner, size), room.area);
      const cost =
        rank * 3 +
        step * 2 +
        room.costOfBody(box, new Set([figure.id])) +
        (beyond > BEYOND ? CONFLICT : beyond);
      const badge = {
        dx: (corner.x - middle.x) / by,
        dy: (corner.y - middle.y) / by,
        width: size / by,
        height: size / by,
      };
      if (!best || cost < best.cost) best = { badge, cost };
    }
  }
  return best!;
}

/** Where a seal closes a card: at its right or left end. */
const ENDS: [right: number, down: number][] = [
  [1, 0],
  [-1, 0],
];
/** Top right, top left, then the lower corners. */
const CORNERS: [right: number, down: number][] = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/** Where what is fastened to a body is, when the body takes this box. */
export function attachedTo(figure: Figure, body: Box, { dx, dy, width, height }: Company): Box {
  const by = body.width / figure.width;
  const { x, y } = centreOf(body);
  return around({ x: x + dx * by, y: y + dy * by }, width * by, height * by);
}

function inside(box: Box, area: Box): { box: Box; beyond: number } {
  const x = Math.min(area.x + area.width - box.width, Math.max(area.x, box.x));
  const y = Math.min(area.y + area.height - box.height, Math.max(area.y, box.y));
  return { box: { ...box, x, y }, beyond: Math.max(Math.abs(x - box.x), Math.abs(y - box.y)) };
}
