/**
 * The way from one scene to the next. The old picture stands until the cut; what does not stay is then taken over by
 * the new scene as scenery and clears while the new one enters, so that the screen is never empty in between.
 */
import type { Draft } from './compose.ts';
import { withGroups } from './groups.ts';
import { centreOf } from './layout/box.ts';
import { measurePath } from './motion/path.ts';
import type { Element, SceneDocument } from './scene.ts';
import type { Transition } from './themes/theme.ts';

/** Seconds in which the old picture clears. */
export const CLEARS = 0.34;
/** Seconds after which nothing of it is to be seen, with those that what stays needs to reach its new place. */
export const CLEARED = 0.6;
/** How far the old picture is moved as it clears, px. */
export const PUSHED = 170;
export const SLID = 70;
/** Less than this cannot be seen leaving. */
const SEEN = 0.03;
const LEFT = 'left:';

/** Puts what `before` shows at its end, except what was carried over, below the picture of `draft`, and clears it. */
export function leaveInto(before: Draft, draft: Draft, carried: Set<string>, style: Transition): void {
  const leaving = before.elements.filter(
    (element) => element.kind !== 'group' && !carried.has(element.id) && isSeen(before, element),
  );
  const moving = new Set(leaving.flatMap((element) => withGroups(before.elements, element)));
  const left = before.elements.filter((element) => moving.has(element));
  for (const element of left) {
    freeze(before, element, draft);
    if (element.group === undefined) clear(draft, element, style);
  }
  draft.elements.unshift(...left.map(leftOver));
}

/** Whether an element is the old scene's. */
export function isLeftover({ id }: Element): boolean {
  return id.startsWith(LEFT);
}

/** The scene once the old one has cleared. */
export function withoutLeftovers(scene: SceneDocument): SceneDocument {
  const elements = scene.elements.filter((element) => !isLeftover(element));
  if (elements.length === scene.elements.length) return scene;
  return { ...scene, elements, tracks: scene.tracks.filter(({ element }) => !element.startsWith(LEFT)) };
}

function isSeen({ elements, setting }: Draft, element: Element): boolean {
  const { timeline, duration } = setting;
  let opacity = element.opacity ?? 1;
  for (const { id } of withGroups(elements, element)) opacity *= timeline.valueAt(id, 'opacity', duration);
  const isThere = (property: 'draw' | 'reveal') => timeline.valueAt(element.id, property, duration) > 0;
  return opacity > SEEN && isThere('draw') && isThere('reveal');
}

function leftOver(element: Element): Element {
  const { part: _part, key: _key, on: _on, group, ...rest } = element;
  return {
    ...rest,
    id: `${LEFT}${element.id}`,
    role: 'scenery',
    ...(group === undefined ? {} : { group: `${LEFT}${group}` }),
    // It has been read: while it clears it need not stand out.
    ...(element.kind === 'text' ? { dimmed_from: 0 } : {}),
  } as Element;
}

/** Holds the element as its scene leaves it. */
function freeze(before: Draft, element: Element, { setting }: Draft): void {
  const { timeline, duration } = before.setting;
  const id = `${LEFT}${element.id}`;
  const { along, ...values } = timeline.valuesAt(element.id, duration);
  if (along) {
    // The path itself does not come along: where it ended is an offset.
    const path = before.elements.find((one) => one.id === along.path);
    if (path?.kind === 'path') {
      const point = measurePath(path.d).pointAt(along.value);
      const centre = centreOf(element.box);
      values.x = (values.x ?? 0) + point.x - centre.x;
      values.y = (values.y ?? 0) + point.y - centre.y;
    }
  }
  setting.timeline.set(id, values);
}

function clear({ setting }: Draft, element: Element, style: Transition): void {
  const { timeline, width } = setting;
  const id = `${LEFT}${element.id}`;
  if (style === 'wipe') {
    // An edge runs over the frame from the left, and takes away what it passes.
    const share = Math.min(1, Math.max(0, centreOf(element.box).x / width));
    timeline.to(id, { opacity: 0 }, { at: share * CLEARS * 0.6, over: CLEARS * 0.4 });
    return;
  }
  // Two headlines in one place would not be read: the old one is gone before the new one is there.
  timeline.to(id, { opacity: 0 }, { at: 0, over: element.id === 'headline' ? CLEARS * 0.4 : CLEARS });
  const move = (property: 'x' | 'y', distance: number) => {
    const rest = timeline.valueAt(id, property, 0);
    timeline.to(id, { [property]: rest + distance }, { at: 0, over: CLEARS + 0.06 });
  };
  if (style === 'push') move('x', -PUSHED);
  if (style === 'slide') move('y', -SLID);
}
