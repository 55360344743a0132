/**
 * What two neighbouring scenes share does not leave and come back: it waits through the cut and moves to its
 * new place. The same thing is what carries the same key, the same picture of some size, or the same words.
 */
import type { Draft } from './compose.ts';
import { withGroups } from './groups.ts';
import { centreOf } from './layout/box.ts';
import { pulse } from './motion/grammar.ts';
import { type Element, FPS, type NumberProperty, type Point } from './scene.ts';

const MOVE = 0.55;
/** Too little time before the first spoken part: what is shared then changes places like everything else. */
const SHORTEST_MOVE = 0.2;
/** A smaller picture is a bullet rather than somebody the eye would follow, px. */
const ACTOR = 84;
/** Words that name something; longer ones are a sentence. */
const NAME = { shortest: 3, longest: 32 };
/** The longest an entrance takes, s. */
const ENTERED = 0.7;
/** What an entrance may do to an element or to the group it comes with. */
const ENTRANCE: NumberProperty[] = ['opacity', 'x', 'y', 'scale', 'reveal'];

/** Makes the shared elements of `draft` start from where `before` leaves them. Returns the ids they have there. */
export function carryOver(before: Draft, draft: Draft): Set<string> {
  const carried = new Set<string>();
  const moved = new Set<string>();
  const parts = new Set<string>();
  const move = Math.min(MOVE, firstCue(draft) - 1 / FPS);
  if (move < SHORTEST_MOVE) return carried;
  const picturesFirst = [...draft.elements].sort(
    (a, b) => Number(a.kind === 'text') - Number(b.kind === 'text'),
  );
  // A name says more than a likeness.
  for (const identityOf of [(element: Element) => element.key, likenessOf]) {
    for (const element of picturesFirst) {
      const identity = identityOf(element);
      const mover = moverOf(draft, element);
      if (identity === undefined || element.role === 'scenery' || moved.has(mover.id)) continue;
      if (!comesToStay(draft, element, mover)) continue;
      // The name of a thing that is not there yet would stand alone.
      if (element.kind === 'text' && element.part !== undefined && !parts.has(element.part)) continue;
      const old = before.elements.find(
        (one) =>
          identityOf(one) === identity &&
          one.role !== 'scenery' &&
          !carried.has(one.id) &&
          isSame(one, element) &&
          stays(before, one),
      );
      if (!old) continue;
      carried.add(old.id);
      moved.add(mover.id);
      if (element.kind !== 'text' && element.part !== undefined) parts.add(element.part);
      continueFrom(before, old, draft, element, mover, move);
    }
  }
  return carried;
}

function firstCue({ story }: Draft): number {
  return Math.min(Number.POSITIVE_INFINITY, ...story.cues.map((cue) => cue.at));
}

function likenessOf(element: Element): string | undefined {
  if (element.kind === 'icon') return element.box.width >= ACTOR ? `picture:${element.icon}` : undefined;
  if (element.kind !== 'text' || element.counter) return undefined;
  const words = wordsOf(element);
  return words.length >= NAME.shortest && words.length <= NAME.longest ? `words:${words}` : undefined;
}

function wordsOf(element: Element & { kind: 'text' }): string {
  return element.lines.map((line) => line.runs.map((run) => run.text).join('')).join('\n');
}

function isSame(old: Element, element: Element): boolean {
  if (old.kind === 'icon' && element.kind === 'icon') return old.icon === element.icon;
  if (old.kind === 'text' && element.kind === 'text')
    return wordsOf(old) === wordsOf(element) && old.font.weight === element.font.weight;
  return old.kind === element.kind;
}

/** The outermost group it comes and goes with, or itself. */
function moverOf({ elements }: Draft, element: Element): Element {
  return withGroups(elements, element).at(-1)!;
}

interface Whereabouts {
  centre: Point;
  scale: number;
  opacity: number;
}

/** Where an element of a scene stands at a moment, through all its groups. */
function whereabouts({ elements, setting }: Draft, element: Element, at: number): Whereabouts {
  const { timeline } = setting;
  let { centre, scale, opacity } = { centre: centreOf(element.box), scale: 1, opacity: 1 };
  for (const one of withGroups(elements, element)) {
    const pivot = centreOf(one.box);
    const own = timeline.valueAt(one.id, 'scale', at);
    centre = {
      x: pivot.x + (centre.x - pivot.x) * own + timeline.valueAt(one.id, 'x', at),
      y: pivot.y + (centre.y - pivot.y) * own + timeline.valueAt(one.id, 'y', at),
    };
    scale *= own;
    opacity *= timeline.valueAt(one.id, 'opacity', at);
  }
  return { centre, scale, opacity };
}

function stays(before: Draft, old: Element): boolean {
  const { timeline, duration } = before.setting;
  const mover = moverOf(before, old);
  const isTurned = [old, mover].some(
    ({ id }) => timeline.has(id, 'along') || Math.abs(timeline.valueAt(id, 'rotation', duration)) > 0.5,
  );
  return (
    !isTurned &&
    timeline.valueAt(old.id, 'reveal', duration) === 1 &&
    whereabouts(before, old, duration).opacity > 0.9
  );
}

/** What comes only later, or goes again before it has quite come in, cannot wait for it through the cut. */
function comesToStay(draft: Draft, element: Element, mover: Element): boolean {
  const entrance = entranceOf(draft, element, mover);
  const opacityAt = (at: number) => whereabouts(draft, element, at).opacity;
  const until = opacityAt(entrance + ENTERED);
  const moments = Array.from({ length: 10 }, (_, index) => entrance + (index / 10) * ENTERED);
  return until > 0.5 && moments.every((at) => opacityAt(at) <= until + 0.05);
}

function continueFrom(
  before: Draft,
  old: Element,
  draft: Draft,
  element: Element,
  mover: Element,
  move: number,
): void {
  const { timeline } = draft.setting;
  const entrance = entranceOf(draft, element, mover);
  // It is there already: no entrance, but a nod when its word is spoken.
  for (const id of new Set([element.id, mover.id])) {
    for (const property of ENTRANCE) timeline.startAt(id, property, entrance + ENTERED);
    timeline.set(id, { opacity: 1 });
  }
  if (entrance > move) pulse(timeline, mover.id, entrance);
  const was = whereabouts(before, old, before.setting.duration);
  const pivot = centreOf(mover.box);
  const own = centreOf(element.box);
  const rest = {
    x: timeline.valueAt(mover.id, 'x', 0),
    y: timeline.valueAt(mover.id, 'y', 0),
    scale: timeline.valueAt(mover.id, 'scale', 0),
  };
  const ratio = element.box.height > 0 ? (old.box.height * was.scale) / element.box.height : 1;
  const scale = rest.scale * ratio;
  const from = {
    x: was.centre.x - pivot.x - (own.x - pivot.x) * scale,
    y: was.centre.y - pivot.y - (own.y - pivot.y) * scale,
    scale,
  };
  for (const property of ['x', 'y', 'scale'] as const) {
    if (Math.abs(from[property] - rest[property]) < 1e-3) continue;
    timeline.open(mover.id, property, from[property], rest[property], move);
  }
}

function entranceOf(draft: Draft, element: Element, mover: Element): number {
  const { timeline } = draft.setting;
  const cue = draft.story.cues.find((one) => one.part === element.part);
  const enters = [element, mover].some(({ id }) => timeline.has(id, 'opacity'));
  return cue && enters ? cue.at : 0;
}
