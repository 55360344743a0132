/**
 * The camera leans in to a part that is spoken of for long, and comes back before the next. All that moves with it
 * is drawn again in every frame, so its moves are short and rare; what it would cut off is gone while it is near.
 */
import type { Draft } from '../compose.ts';
import { centreOf, isInside, overlap, union } from '../layout/box.ts';
import { type Box, CAMERA, type Element, type Point } from '../scene.ts';
import { isLeftover } from '../transition.ts';
import { spotlight } from './grammar.ts';

/** Of one move, s. */
export const MOVE = 0.65;
/** A part is looked at closely from so long after its word, s, */
const ENTERED = 1.1;
/** and only if it can be for so long, s. */
const LEAST_CLOSE = 1.6;
/** The camera is back so long before the next word, s. */
const BACK = 0.25;
/** Shares of the picture's width and height that the part then takes, at most, and how near the camera goes. */
const FILLS = { width: 0.62, height: 0.75 };
const NEAREST = 1.4;
/** How far it brings the part towards the middle: what is around it should stay in sight. */
const CENTRED = 0.3;
/** Nearer by less than this is not worth moving for. */
const LEAST = 1.18;
/** Opacity of what is beside the point meanwhile. */
const ASIDE = 0.3;
/** When more than this share of the rest would have to go, the part is seen better among it. */
const MOST_GONE = 0.6;
/** What stands so close to the part belongs to it, px. */
const TOUCHING = 16;

/** Leans in to the part of the scene that is spoken of longest. Returns whether there was one to lean in to. */
export function leanIn(draft: Draft): boolean {
  const { story, setting } = draft;
  const moments = [...new Set(story.cues.map((cue) => cue.at)), setting.duration - 0.2].sort((a, b) => a - b);
  const dwells = story.cues
    .map(({ part, at }) => {
      const next = moments.find((moment) => moment > at + 0.01) ?? at;
      return { part, from: at + ENTERED, until: next - BACK - MOVE };
    })
    .filter(({ from, until }) => until - from >= MOVE + LEAST_CLOSE)
    .sort((a, b) => b.until - b.from - (a.until - a.from));
  return dwells.some(({ part, from, until }) => focus(draft, part, from, until));
}

/** Brings a part near at `from` and lets it go at `until`, s. False when it is seen as well from where the camera is. */
function focus(draft: Draft, part: string, from: number, until: number): boolean {
  const { setting, elements } = draft;
  const { area, width, height, timeline } = setting;
  const isOf = (element: Element) => element.part === part || element.part?.startsWith(`${part}.`) === true;
  const own = elements.filter(
    (element) => isOf(element) && element.role !== 'scenery' && element.kind !== 'group',
  );
  if (own.length === 0) return false;
  const box = union(own.map((element) => element.box));
  const scale = Math.min(
    NEAREST,
    (FILLS.width * area.width) / Math.max(1, box.width),
    (FILLS.height * area.height) / Math.max(1, box.height),
  );
  if (scale < LEAST) return false;
  const at = centreOf(box);
  const to = towards(at, area, { width: box.width * scale, height: box.height * scale });
  const x = to.x - width / 2 - (at.x - width / 2) * scale;
  const y = to.y - height / 2 - (at.y - height / 2) * scale;
  const near = ({ x: left, y: top, width: across, height: down }: Box): Box => ({
    x: (left - width / 2) * scale + width / 2 + x,
    y: (top - height / 2) * scale + height / 2 + y,
    width: across * scale,
    height: down * scale,
  });
  const placeOf = ({ id, box: { x: left, y: top, ...size } }: Element): Box => ({
    ...size,
    x: left + timeline.valueAt(id, 'x', from),
    y: top + timeline.valueAt(id, 'y', from),
  });
  const holdsOwn = (element: Element) => own.some((one) => one.group === element.id);
  const aside = elements.filter(
    (element) =>
      element.group === undefined &&
      !element.fixed &&
      !own.includes(element) &&
      !holdsOwn(element) &&
      !isLeftover(element),
  );
  const staysInside = (element: Element) => isInside(near(placeOf(element)), area);
  const isClose = (element: Element) => element.kind !== 'path' && overlap(placeOf(element), box, TOUCHING);
  const cut = new Set(aside.filter((element) => !staysInside(element)).map(({ id }) => id));
  // Words on something that is gone would hang in the air.
  const gone = aside.filter(({ id, on }) => cut.has(id) || on?.some((below) => cut.has(below)));
  if (gone.length > aside.length * MOST_GONE) return false;
  const dimmed = aside.filter((element) => !gone.includes(element) && !isClose(element));
  const ids = (some: Element[]) => some.map(({ id }) => id);
  spotlight(timeline, ids(dimmed), from, until, ASIDE);
  spotlight(timeline, ids(gone), from, until + MOVE / 2, 0);
  timeline.set(CAMERA, { x: 0, y: 0, scale: 1 });
  timeline.to(CAMERA, { x, y, scale }, { at: from, over: MOVE, ease: 'in_out' });
  timeline.to(CAMERA, { x: 0, y: 0, scale: 1 }, { at: until, over: MOVE, ease: 'in_out' });
  return true;
}

/** Where the middle of a part of the given size comes to stand, px. */
function towards(from: Point, area: Box, size: { width: number; height: number }): Point {
  const middle = centreOf(area);
  const clamped = (wanted: number, start: number, length: number, own: number) =>
    Math.min(start + length - own / 2, Math.max(start + own / 2, wanted));
  return {
    x: clamped(from.x + (middle.x - from.x) * CENTRED, area.x, area.width, size.width),
    y: clamped(from.y + (middle.y - from.y) * CENTRED, area.y, area.height, size.height),
  };
}
