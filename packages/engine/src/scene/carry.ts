/**
 * What two neighbouring scenes share does not leave and come back: it waits through the cut and moves to its
 * new place. Elements are the same thing when they carry the same key and are of the same kind.
 */
import type { Draft } from './compose.ts';
import { centreOf } from './layout/box.ts';
import { pulse } from './motion/grammar.ts';
import type { Element } from './scene.ts';

const MOVE = 0.6;

/** Makes the shared elements of `draft` start from where `before` leaves them. */
export function carryOver(before: Draft | undefined, draft: Draft): void {
  if (!before) return;
  for (const element of draft.elements) {
    if (element.key === undefined) continue;
    const old = before.elements.find((one) => one.key === element.key);
    if (!old || !isSame(old, element) || !stays(before, old)) {
      // The old scene must not hold on to what cannot be continued here.
      element.key = undefined;
      continue;
    }
    continueFrom(before, old, draft, element);
  }
}

/** A grouped element moves with its group, so its place at the cut is not its own to carry on. */
function isSame(old: Element, element: Element): boolean {
  if (old.kind !== element.kind || old.group !== undefined || element.group !== undefined) return false;
  if (old.kind === 'icon' && element.kind === 'icon') return old.icon === element.icon;
  if (old.kind === 'text' && element.kind === 'text') {
    return old.lines.length === element.lines.length && old.font.weight === element.font.weight;
  }
  return true;
}

function stays(before: Draft, old: Element): boolean {
  const { timeline, duration } = before.setting;
  return timeline.valueAt(old.id, 'opacity', duration) > 0.9 && !timeline.has(old.id, 'along');
}

function continueFrom(before: Draft, old: Element, draft: Draft, element: Element): void {
  const was = before.setting;
  const { timeline } = draft.setting;
  const at = (property: 'x' | 'y' | 'scale') => was.timeline.valueAt(old.id, property, was.duration);
  const from = centreOf(old.box);
  const to = centreOf(element.box);
  const ratio = element.box.height > 0 ? (old.box.height * at('scale')) / element.box.height : 1;

  const entrance = entranceOf(draft, element);
  // It is there already: no entrance, but a nod when its word is spoken.
  for (const property of ['opacity', 'x', 'y', 'scale'] as const)
    timeline.startAt(element.id, property, entrance + 0.6);
  timeline.set(element.id, { opacity: 1 });
  if (entrance > MOVE + 0.1) pulse(timeline, element.id, entrance);
  const rest = {
    x: timeline.valueAt(element.id, 'x', 0),
    y: timeline.valueAt(element.id, 'y', 0),
    scale: timeline.valueAt(element.id, 'scale', 0),
  };
  prepend(draft, element, 'x', rest.x + from.x + at('x') - to.x, rest.x);
  prepend(draft, element, 'y', rest.y + from.y + at('y') - to.y, rest.y);
  prepend(draft, element, 'scale', rest.scale * ratio, rest.scale);
}

function entranceOf(draft: Draft, element: Element): number {
  const cue = draft.story.cues.find((one) => one.part === element.part);
  return cue && draft.setting.timeline.has(element.id, 'opacity') ? cue.at : 0;
}

function prepend(
  draft: Draft,
  element: Element,
  property: 'x' | 'y' | 'scale',
  from: number,
  to: number,
): void {
  if (Math.abs(from - to) < 1e-3) return;
  draft.setting.timeline.open(element.id, property, from, to, MOVE);
}
