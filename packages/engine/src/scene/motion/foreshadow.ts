/**
 * What is to come is hinted: where a scene would open on an almost empty picture, the shapes that will stand there
 * show faintly from the first moments on, each until its own word is spoken.
 */
import type { Draft } from '../compose.ts';
import { withGroups } from '../groups.ts';
import { isInside, overlap } from '../layout/box.ts';
import type { Box, Element } from '../scene.ts';
import { fade, STAGGER } from './grammar.ts';

/** When a viewer has read the headline and looks at the picture, s. */
const LOOKED_AT = 0.9;
/** The picture counts as empty while less than this share of what it will hold is there. */
const EMPTY = 0.12;
const AT = 0.15;
/** After its word an entrance is over, s. */
const ENTERED = 0.95;
/** Smaller shapes are details, px². More hints than this are a crowd. */
const SMALLEST = 48 * 48;
const MOST = 28;
/** Opacity of what is hinted: pictures and outlines. */
const PICTURE = 0.16;
const OUTLINE = 0.8;
/** A flatter body that carries words is a tag, not a thing, px. */
const FLAT = 120;
/** How far (px) and by how much a hint may miss what comes in its place. */
const NEAR = 12;
const ALIKE = 0.2;

export function foreshadow(draft: Draft): void {
  const { setting, story } = draft;
  const shapes = draft.elements.filter(
    (element) => element.role !== 'scenery' && element.kind !== 'group' && element.kind !== 'text',
  );
  const areaOf = (elements: Element[]) =>
    elements.reduce((sum, { box }) => sum + Math.max(box.width, 8) * Math.max(box.height, 8), 0);
  const there = shapes.filter((element) => isThere(draft, element, LOOKED_AT));
  if (areaOf(there) > EMPTY * areaOf(shapes)) return;
  const cues = story.cues.map((cue) => cue.at).filter((at) => at > LOOKED_AT);
  const arrivals = shapes.map((element) =>
    there.includes(element)
      ? 0
      : cues.find((at) => isThere(draft, element, Math.min(at + ENTERED, setting.duration))),
  );
  const hints = shapes.flatMap((element, index) => {
    const cue = arrivals[index];
    if (!cue || element.box.width * element.box.height < SMALLEST) return [];
    if (!staysInPlace(draft, element, Math.min(cue + ENTERED, setting.duration))) return [];
    // What comes before it would cover it in part, and the rest look like a slip.
    if (shapes.some((other, at) => (arrivals[at] ?? cue) < cue && isCut(element.box, other))) return [];
    const hint = hintOf(element, draft);
    return hint ? [{ hint, until: cue }] : [];
  });
  if (hints.length > MOST) return;
  hints.forEach(({ hint, until }, index) => {
    fade(setting.timeline, [hint.id], AT + Math.min(index * STAGGER, 0.4));
    setting.timeline.to(hint.id, { opacity: 0 }, { at: until, over: 0.3 });
  });
  draft.elements.unshift(...hints.map(({ hint }) => hint));
}

function isThere(draft: Draft, element: Element, at: number): boolean {
  const { timeline } = draft.setting;
  return withGroups(draft.elements, element).every(({ id }) =>
    (['opacity', 'draw', 'reveal', 'scale_x', 'scale_y'] as const).every(
      (property) => timeline.valueAt(id, property, at) > 0.5,
    ),
  );
}

/** Whether it will stand where it was laid out, about as large. */
function staysInPlace(draft: Draft, element: Element, at: number): boolean {
  const { timeline } = draft.setting;
  return withGroups(draft.elements, element).every(
    ({ id }) =>
      !timeline.has(id, 'along') &&
      Math.abs(timeline.valueAt(id, 'x', at)) < NEAR &&
      Math.abs(timeline.valueAt(id, 'y', at)) < NEAR &&
      Math.abs(timeline.valueAt(id, 'scale', at) - 1) < ALIKE,
  );
}

/** Whether a body in front of a box hides part of it, but not all. */
function isCut(box: Box, other: Element): boolean {
  if (!('fill' in other && other.fill) && other.kind !== 'icon') return false;
  return overlap(box, other.box) && !isInside(box, other.box);
}

/** Pictures and filled outlines show through faintly; bodies as their outline; lines not at all: they are drawn. */
function hintOf(element: Element, { setting, elements }: Draft): Element | undefined {
  const { colors, stroke } = setting.theme;
  const id = `to-come:${element.id}`;
  const { part: _part, key: _key, group: _group, on: _on, shadow: _shadow, ...rest } = element;
  const base = { ...rest, id, role: 'scenery' as const };
  const isHinted = elements.some(
    ({ role, box }) =>
      role === 'scenery' &&
      box.x === element.box.x &&
      box.y === element.box.y &&
      box.width === element.box.width,
  );
  if (isHinted) return undefined;
  const outline = { stroke: colors.surface_edge, stroke_width: Math.max(2, stroke - 2), opacity: OUTLINE };
  if (base.kind === 'icon' || (base.kind === 'path' && base.fill)) return { ...base, opacity: PICTURE };
  if (base.kind === 'rect') {
    if (
      base.box.height < FLAT &&
      elements.some(({ kind, on }) => kind === 'text' && on?.includes(element.id))
    )
      return undefined;
    const { fill: _fill, fill_to: _to, ...body } = base;
    return { ...body, ...outline };
  }
  if (base.kind === 'ellipse') {
    const { fill: _fill, gloss: _gloss, ...body } = base;
    return { ...body, ...outline };
  }
  return undefined;
}
