/** Nothing freezes: where a scene would hold still for long, what was last spoken of breathes gently. */
import { parse } from 'culori';
import type { Draft } from '../compose.ts';
import type { Element } from '../scene.ts';

/** The longest the picture may hold still, s; the gate allows 4. */
const LONGEST_STILL = 2.6;
/** By how much of its opacity a shape fades and comes back as it glows. */
const GLOW = 0.42;
/** What that must make of its brightness (0–1): twice what the gate calls a change. And how thick (px) it must be. */
const SEEN = 0.2;
const THIN = 16;
/** Of one breath, s. */
const PERIOD = 3.2;

export function keepAlive(draft: Draft): void {
  const { timeline, duration } = draft.setting;
  const moving = timeline.tracks().flatMap(({ keys }) => spans(keys));
  for (const gap of gaps(moving, duration)) {
    const shown = draft.elements.filter((element) => isShown(draft, element, gap.from));
    // What was last spoken of first; of equals the picture before the shape, the shape before the word.
    const rank = (element: Element) => eagerness(element, draft);
    shown.sort((a, b) => rank(a) - rank(b) || timeline.endOf(b.id) - timeline.endOf(a.id));
    shown.find((element) => breathe(draft, element, gap));
  }
}

function isShown(draft: Draft, element: Element, at: number): boolean {
  const { timeline } = draft.setting;
  const properties = ['opacity', 'reveal', 'draw'] as const;
  return (
    element.group === undefined &&
    // A hint of what is to come is too faint for its breath to be seen.
    (element.opacity ?? 1) > 0.5 &&
    properties.every((property) => timeline.valueAt(element.id, property, at) > 0.5)
  );
}

function eagerness(element: Element, draft: Draft): number {
  if (element.kind === 'icon' || element.kind === 'group') return 0;
  if (element.kind === 'text') return 2;
  return element.role !== 'scenery' && glowsVisibly(element, draft) ? 1 : 3;
}

/** Bright or dark enough against the ground, not a mere line, and nothing that words are read upon. */
function glowsVisibly(element: Element, { setting, elements }: Draft): boolean {
  if (Math.min(element.box.width, element.box.height) < THIN) return false;
  if (elements.some((other) => other.on?.includes(element.id))) return false;
  const own = ('fill' in element && element.fill) || ('stroke' in element && element.stroke);
  if (!own) return false;
  const stops = setting.theme.background.gradient.stops.map((stop) => brightness(stop.color));
  const ground = stops.reduce((sum, one) => sum + one, 0) / stops.length;
  return Math.abs(brightness(own) - ground) * (element.opacity ?? 1) * GLOW >= SEEN;
}

/** As a screen shows it, 0–1. */
function brightness(color: string): number {
  const parsed = parse(color);
  if (parsed?.mode !== 'rgb') return 0.5;
  return 0.2126 * parsed.r + 0.7152 * parsed.g + 0.0722 * parsed.b;
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
  const glow = { amount: GLOW, period: PERIOD, direction: -1, one_sided: true } as const;
  return timeline.sway(element.id, 'opacity', { ...gap, ...glow });
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
