/** What hops, points and ranges have in common: the line they stand on, the room there is, how labels are placed. */
import { ChalktalkError } from '../../../errors.ts';
import { union } from '../../layout/box.ts';
import type { Room } from '../../layout/room.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { Axis } from './axis.ts';
import type { Move, NumberlineData } from './schema.ts';

export const DOT = 34;
/** Between bands that lie over one another. */
export const LANE = 128;

export interface Site {
  data: NumberlineData;
  axis: Axis;
  room: Room;
  setting: Setting;
  /** How high each hop arches, px; 0 for other moves. */
  heights: number[];
  /** On which level each range lies; 0 is the line itself. */
  lanes: number[];
}

export interface Drawn {
  under: (Element | undefined)[];
  over: (Element | undefined)[];
}

export function doesNotFit(): ChalktalkError {
  return new ChalktalkError(
    'does_not_fit',
    'The number line cannot hold all its labels; show fewer of them or shorten them.',
  );
}

export function labelOf(
  index: number,
  block: TextBlock,
  centres: Point[],
  color: string,
  { room, setting }: Pick<Site, 'room' | 'setting'>,
): Element {
  const box = room.take({ width: block.width, height: block.height * 0.9 }, centres, 6);
  if (!box) throw doesNotFit();
  return setting.text(
    `label.${index}`,
    block,
    { x: box.x + box.width / 2, y: box.y + (box.height - block.height) / 2, align: 'centre', color },
    { part: `moves.${index}` },
  );
}

export function toneOf(move: Move, setting: Setting): string {
  return move.tone && move.tone !== 'neutral' ? setting.tone(move.tone) : setting.theme.colors.accent;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

export function spanned(a: Point, b: Point): Box {
  return union([
    { ...a, width: 1, height: 1 },
    { ...b, width: 1, height: 1 },
  ]);
}
