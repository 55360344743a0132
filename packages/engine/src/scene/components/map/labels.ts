/** Finds each label a place beside its marker, clear of other labels, markers and routes. */
import { ChalktalkError } from '../../../errors.ts';
import { isInside, overlap } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';

export interface Wanted {
  name: string;
  at: Point;
  width: number;
  height: number;
  /** From the middle of what it names to the label, px; 0 for what it may lie upon. */
  clear: number;
}

/** Directions tried, best first: to the right, to the left, below, above, then aslant. */
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;
/** Between a label and what it must not touch, px. */
const AIR = 6;
/** How much farther than clear of its marker a label may stand, px. */
const FARTHER = [0, 22, 50, 90, 140, 200];

/**
 * Boxes in the order of the labels.
 * @param hard what must not be covered
 * @param soft what had better not be covered
 * @throws ChalktalkError `does_not_fit` when a label has no free place near what it names
 */
export function placeLabels(labels: Wanted[], within: Box, hard: Box[], soft: Box[]): Box[] {
  const taken = [...hard];
  return labels.map((label) => {
    const ways = FARTHER.flatMap((farther) => WAYS.map((way) => beside(label, way, farther)));
    const upon = label.clear === 0 ? [beside(label, [0, 0], 0)] : [];
    const candidates = [...upon, ...ways].filter(
      (box) => isInside(box, within) && !taken.some((other) => overlap(box, other, AIR)),
    );
    const cost = (box: Box) => soft.filter((other) => overlap(box, other, AIR)).length;
    const best = candidates.reduce<Box | undefined>(
      (least, box) => (least && cost(least) <= cost(box) ? least : box),
      undefined,
    );
    if (!best) {
      throw new ChalktalkError(
        'does_not_fit',
        `The map has no room for the label "${label.name}"; name fewer places, or shorten it.`,
      );
    }
    taken.push(best);
    return best;
  });
}

function beside(
  { at, width, height, clear }: Wanted,
  [x, y]: readonly [number, number],
  farther: number,
): Box {
  const away = clear + farther;
  return {
    x: at.x + x * (away + width / 2) - width / 2,
    y: at.y + y * (away + height / 2) - height / 2,
    width,
    height,
  };
}
