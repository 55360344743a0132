/**
 * Nothing freezes: where a scene would hold still for long, what was last spoken of breathes gently. Where there is
 * nothing yet but the headline, its marked words are underlined first.
 */
import { parse } from 'culori';
import { underlineOf } from '../components/emphasis.ts';
import type { Draft } from '../compose.ts';
import type { Element } from '../scene.ts';
import { draw } from './grammar.ts';

/** The longest the picture may hold still, s; the gate allows 4. */
const LONGEST_STILL = 2.6;
/** By how much of its opacity a shape fades and comes back as it glows. */
const GLOW = 0.42;
/** What that must make of its brightness (0–1): twice what the gate calls a change. And how thick (px) it must be. */
const SEEN = 0.2;
const THIN = 16;
/** Of one breath, s. */
const PERIOD = 3.2;

/** The headline has been read when it is underlined, s; and how long that takes. */
const UNDERLINED_AFTER = 0.9;
const UNDERLINING = 0.6;

interface Gap {
  from: number;
  to: number;
}

export function keepAlive(draft: Draft): void {
  const { timeline, duration } = draft.setting;
  const moving = timeline.tracks().flatMap(({ keys }) => spans(keys));
  for (const gap of gaps(moving, duration)) {
    const shown = draft.elements.filter((element) => isShown(draft, element, gap.from));
    // What was last spoken of first; of equals the picture before the shape, the shape before the word.
    const rank = (element: Element) => eagerness(element, draft);
    shown.sort((a, b) => rank(a) - rank(b) || timeline.endOf(b.id) - timeline.endOf(a.id));
    const isBare = shown[0] === undefined || rank(shown[0]) > 1;
    const rest = isBare ? afterUnderlining(draft, gap) : gap;
    if (rest.to - rest.from > LONGEST_STILL || rest === gap)
      shown.find((element) => breathe(draft, element, rest));
  }
}

/** What remains of a gap once the headline's marked words have been underlined in it; the gap where they cannot be. */
function afterUnderlining({ elements, setting }: Draft, gap: Gap): Gap {
  const headline = elements.find(({ id }) => id === 'headline');
  const line = headline?.kind === 'text' ? underlineOf(headline, setting) : undefined;
  const at = gap.from + UNDERLINED_AFTER;
  if (!line || elements.some(({ id }) => id === line.id) || at + UNDERLINING > gap.to) return gap;
  elements.push(line);
  draw(setting.timeline, [line.id], at, UNDERLINING);
  return { from: at + UNDERLINING, to: gap.to };
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
function breathe({ setting }: Draft, element: Element, gap: Gap): boolean {
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
