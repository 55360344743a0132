/** A way as it is walked: within the frame, at a pace at which nobody is just passing over words when it matters. */
import type { Point } from '../../scene.ts';
import type { Figure } from './cast.ts';
import type { Room } from './room.ts';
import { pointAt, type Route } from './route.ts';
import type { Way } from './step.ts';
import type { Whereabouts } from './whereabouts.ts';

const STEPS_PER_SECOND = 16;
/** When the first gesture of a cue is over and viewers look up again, s. */
const GLANCE = 0.6;

export function wayOf(
  figure: Figure,
  route: Route,
  walk: { start: number; seconds: number; scale: number; passes: Way['passes'] },
  where: Whereabouts,
): Way {
  const { start, seconds, scale, passes } = walk;
  const count = Math.max(8, Math.ceil(seconds * STEPS_PER_SECOND));
  const { area } = where.setting;
  const { centre, scale: before } = where.of(figure.id);
  // What is fastened to it or rests on it stays in the frame too.
  const whole = where.wholeOf(figure.id);
  const by = Math.max(1, scale / before);
  const inside = ({ x, y }: Point): Point => ({
    x: clamp(
      x,
      area.x + (centre.x - whole.x) * by,
      area.x + area.width - (whole.x + whole.width - centre.x) * by,
    ),
    y: clamp(
      y,
      area.y + (centre.y - whole.y) * by,
      area.y + area.height - (whole.y + whole.height - centre.y) * by,
    ),
  });
  return {
    figure: figure.id,
    start,
    seconds,
    centres: Array.from({ length: count + 1 }, (_, index) =>
      inside(pointAt(route, (1 - Math.cos((Math.PI * index) / count)) / 2)),
    ),
    scale: { from: before, to: scale },
    passes,
  };
}

/** Seconds for a way: as wished, or a little faster or slower where that avoids being over words on a cue. */
export function pacedFor(
  way: Route,
  figure: Figure,
  time: { start: number; wished: number; free: number },
  room: Room,
  where: Whereabouts,
): number {
  const { start, wished, free } = time;
  const own = new Set([`words:${figure.id}`, `label:${figure.name}`]);
  const whole = where.wholeOf(figure.id);
  const from = where.of(figure.id).centre;
  const glances = where.data.cues.flatMap((_, index) =>
    [0, GLANCE].map((after) => where.setting.cue(`cues.${index}`) + after),
  );
  const isClear = (seconds: number) =>
    glances.every((at) => {
      if (at <= start + 0.05 || at >= start + seconds) return true;
      const { x, y } = pointAt(way, (1 - Math.cos((Math.PI * (at - start)) / seconds)) / 2);
      const box = {
        x: whole.x + x - from.x - 8,
        y: whole.y + y - from.y - 8,
        width: whole.width + 16,
        height: whole.height + 16,
      };
      return room.costOfReach(box, own) === 0;
    });
  const paces = [1, 0.85, 1.2, 0.7, 1.45, 0.55, 1.8, 0.4].map((pace) => within(wished * pace, free));
  return paces.find(isClear) ?? wished;
}

/** Where on a path someone rests: at an end, at one of its row, or nowhere. */
export function shareOfRest(
  on: string,
  shareOf: (id: string) => number,
  first: string,
  last: string,
  place: { standing: { figure: string }[] },
): number | undefined {
  return on === first || on === last || place.standing.some((one) => one.figure === on)
    ? shareOf(on)
    : undefined;
}

export function within(seconds: number, free: number): number {
  return Math.max(0.3, Math.min(seconds, free));
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

export function soft(share: number): number {
  const at = clamp(share, 0, 1);
  return at * at * (3 - 2 * at);
}
