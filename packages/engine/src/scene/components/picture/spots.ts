/** The places on a picture that callouts point to, px. */
import { type Composition, compositionOf, placedParts } from '../../../assets/illustration/composition.ts';
import type { Box, Point } from '../../scene.ts';
import type { Callout, SPOTS } from './schema.ts';

const COLUMN: Record<string, number> = { left: 0.22, right: 0.78 };
const ROW: Record<string, number> = { top: 0.2, bottom: 0.8 };

/** @param icon the id of the picture shown, by which the parts of a composed one are found */
export function spotOf(at: Callout['at'], picture: Box, icon: string | undefined): Point {
  const [x, y] = shareOf(at, compositionOf(icon ?? ''));
  return { x: picture.x + x * picture.width, y: picture.y + y * picture.height };
}

function shareOf(at: Callout['at'], composition: Composition | undefined): [x: number, y: number] {
  if (typeof at === 'string') return named(at);
  if ('across' in at) return [at.across / 100, at.down / 100];
  const part = composition && placedParts(composition)[at.part];
  if (!part) return [0.5, 0.5];
  // The middle of the base is covered by what lies on it.
  return at.part === 0 ? [part.x - part.size * 0.32, part.y + part.size * 0.3] : [part.x, part.y];
}

function named(spot: (typeof SPOTS)[number]): [x: number, y: number] {
  const words = spot.split('-');
  const share = (table: Record<string, number>) =>
    words.map((word) => table[word]).find((found) => found !== undefined) ?? 0.5;
  return [share(COLUMN), share(ROW)];
}

/** The points moved, each as little as it takes, until none is nearer to another than `distance`. */
export function apart(points: readonly Point[], distance: number): Point[] {
  const moved = points.map((point) => ({ ...point }));
  for (let round = 0; round < 60; round += 1) {
    let isClear = true;
    for (let a = 0; a < moved.length; a += 1) {
      for (let b = a + 1; b < moved.length; b += 1) {
        const [one, other] = [moved[a]!, moved[b]!];
        const away = Math.hypot(other.x - one.x, other.y - one.y);
        if (away >= distance - 0.5) continue;
        isClear = false;
        // Points in the very same place part in directions of their own.
        const angle = away > 1 ? Math.atan2(other.y - one.y, other.x - one.x) : b * 2.4;
        const push = (distance - away) / 2;
        one.x -= Math.cos(angle) * push;
        one.y -= Math.sin(angle) * push;
        other.x += Math.cos(angle) * push;
        other.y += Math.sin(angle) * push;
      }
    }
    if (isClear) break;
  }
  return moved;
}
