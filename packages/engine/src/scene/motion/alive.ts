/** Nothing freezes: where a scene would hold still for long, what was last spoken of breathes gently. */
import type { Draft } from '../compose.ts';
import type { Element } from '../scene.ts';

/** The longest the picture may hold still, s; the gate allows 4. */
const LONGEST_STILL = 2.6;
const LEAVE = 0.35;
/** A shape thinner than this, px, glows unseen. */
const THIN = 16;
/** Of one breath, s. */
const PERIOD = 3.2;

export function keepAlive(draft: Draft): void {
  const { timeline, duration } = draft.setting;
  const end = duration - LEAVE;
  const moving = timeline.tracks().flatMap(({ keys }) => spans(keys));
  for (const gap of gaps(moving, end)) {
    const shown = draft.elements.filter((element) => isShown(draft, element, gap.from));
    // What was last spoken of first; of equals the picture before the shape, the shape before the word.
    shown.sort((a, b) => eagerness(a) - eagerness(b) || timeline.endOf(b.id) - timeline.endOf(a.id));
    shown.find((element) => breathe(draft, element, gap));
  }
}

function isShown(draft: Draft, element: Element, at: number): boolean {
  return element.group === undefined && draft.setting.timeline.valueAt(element.id, 'opacity', at) > 0.5;
}

function eagerness(element: Element): number {
  if (element.kind === 'icon' || element.kind === 'group') return 0;
  if (element.kind === 'text') return 2;
  const isThin = Math.min(element.box.width, element.box.height) < THIN;
  return isThin || element.role === 'scenery' ? 3 : 1;
}

/** Pictures hover; a shape that stands on something glows instead; words, where there is nothing else, hover less. */
function breathe({ setting }: Draft, element: Element, gap: { from: number; to: number }): boolean {
  const { timeline } = setting;
  if (element.kind === 'icon' || element.kind === 'group') {
    return ['y', 'x'].some((property) =>
      timeline.sway(element.id, property as 'x' | 'y', { ...gap, amount: 7, period: PERIOD, direction: -1 }),
    );
  }
  if (element.kind === 'text') return timeline.sway(element.id, 'y', { ...gap, amount: 4, period: PERIOD });
  return timeline.sway(element.id, 'opacity', { ...gap, amount: 0.22, period: PERIOD, direction: -1 });
}

function spans(keys: { at: number; value: number | string }[]): { from: number; to: number }[] {
  return keys.flatMap((key, index) => {
    const before = keys[index - 1];
    return before && before.value !== key.value ? [{ from: before.at, to: key.at }] : [];
  });
}

function gaps(moving: { from: number; to: number }[], end: number): { from: number; to: number }[] {
  const sorted = [...moving].sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  let still = 0;
  for (const span of [...sorted, { from: end, to: end }]) {
    if (span.from - still > LONGEST_STILL) result.push({ from: still + 0.05, to: Math.min(span.from, end) });
    still = Math.max(still, span.to);
  }
  return result;
}
