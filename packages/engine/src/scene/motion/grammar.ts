/**
 * One grammar of motion for every component: things enter, are drawn, become what is now, settle, and never freeze.
 * All times are seconds from the scene's start. Entrances move at once, so that the eye sees them on the spoken word.
 */
import { FPS } from '../scene.ts';
import type { Timeline } from './timeline.ts';

/** How long a quick gesture and an unhurried one take. */
export const QUICK = 0.35;
export const CALM = 0.55;
/** Between the entrances of things that come together. */
export const STAGGER = 0.06;

/**
 * Seconds for a change of colours that starts at `at`, `usual` where there is time for it: it is over when the next thing
 * is named, as halfway words do not stand out from what they lie on.
 */
export function overBefore(next: number, at: number, usual: number): number {
  return Math.min(usual, Math.max(0.06, next - at - 1 / FPS));
}

/** Comes up from below while it appears; several follow one another closely. */
export function rise(timeline: Timeline, ids: string[], at: number, distance = 36): void {
  ids.forEach((id, index) => {
    const start = at + index * STAGGER;
    timeline.set(id, { opacity: 0, y: distance });
    timeline.to(id, { opacity: 1 }, { at: start, over: QUICK });
    timeline.to(id, { y: 0 }, { at: start, over: CALM });
  });
}

/** Swells into being, slightly past its size and back: for pictures and badges. */
export function pop(timeline: Timeline, ids: string[], at: number): void {
  ids.forEach((id, index) => {
    const start = at + index * STAGGER;
    timeline.set(id, { opacity: 0, scale: 0.4 });
    timeline.to(id, { opacity: 1 }, { at: start, over: 0.18 });
    timeline.to(id, { scale: 1 }, { at: start, over: CALM, ease: 'back' });
  });
}

/** Appears in place. */
export function fade(timeline: Timeline, ids: string[], at: number, over = QUICK): void {
  for (const id of ids) {
    timeline.set(id, { opacity: 0 });
    timeline.to(id, { opacity: 1 }, { at, over });
  }
}

/** A line draws itself from its start. */
export function draw(timeline: Timeline, ids: string[], at: number, over = CALM): void {
  for (const id of ids) {
    timeline.set(id, { draw: 0, opacity: 0 });
    timeline.to(id, { opacity: 1 }, { at, over: 0.05 });
    timeline.to(id, { draw: 1 }, { at, over, ease: 'in_out' });
  }
}

/** A bar or panel grows from its bottom (`up`) or its left edge (`right`). */
export function grow(timeline: Timeline, id: string, at: number, way: 'up' | 'right', over = 0.7): void {
  const property = way === 'up' ? 'scale_y' : 'scale_x';
  timeline.set(id, { [property]: 0, opacity: 0 });
  timeline.to(id, { opacity: 1 }, { at, over: 0.05 });
  timeline.to(id, { [property]: 1 }, { at, over, ease: 'out' });
}

/** Text types itself, or a picture is uncovered from the left. */
export function reveal(timeline: Timeline, id: string, at: number, over = 0.6): void {
  timeline.set(id, { reveal: 0 });
  timeline.to(id, { reveal: 1 }, { at, over, ease: 'linear' });
}

/** Swells once: look here. */
export function pulse(timeline: Timeline, id: string, at: number, by = 1.12): void {
  const rest = timeline.valueAt(id, 'scale', at);
  timeline.to(id, { scale: rest * by }, { at, over: 0.2 });
  timeline.to(id, { scale: rest }, { at: at + 0.2, over: 0.4, ease: 'in_out' });
}

/** The rest steps back while one thing is looked at, and comes forward again: from `at` until `until`. */
export function spotlight(
  timeline: Timeline,
  rest: string[],
  at: number,
  until: number,
  opacity = 0.35,
): void {
  for (const id of rest) {
    const before = timeline.valueAt(id, 'opacity', at);
    if (before === 0) continue;
    timeline.to(id, { opacity: before * opacity }, { at, over: QUICK });
    timeline.to(id, { opacity: before }, { at: until, over: QUICK });
  }
}

/** Trembles: refused, broken, afraid. */
export function shake(timeline: Timeline, id: string, at: number, by = 14): void {
  const rest = timeline.valueAt(id, 'x', at);
  [1, -0.8, 0.55, -0.3, 0].forEach((share, index) => {
    timeline.to(id, { x: rest + share * by }, { at: at + index * 0.09, over: 0.09, ease: 'in_out' });
  });
}

/** Grows to be what is now; `rest` brings it back. */
export function present(timeline: Timeline, id: string, at: number, by = 1.08): void {
  timeline.to(id, { scale: by }, { at, over: QUICK });
}

/** Falls back among what has been said. */
export function rest(timeline: Timeline, id: string, at: number, opacity = 1): void {
  timeline.to(id, { scale: 1 }, { at, over: QUICK });
  if (opacity < 1) timeline.to(id, { opacity }, { at, over: QUICK });
}

/** Something runs along a line for as long as it matters: what the connection carries. `spark` comes from `sparkOn`. */
export function flow(
  timeline: Timeline,
  spark: string,
  path: string,
  from: number,
  to: number,
  { lap = 1.3, pause = 0.5 } = {},
): boolean {
  return timeline.circulate(spark, path, { from, to, lap, pause });
}

/** Hovers a few pixels for as long as it matters, so that the picture never freezes. */
export function float(
  timeline: Timeline,
  id: string,
  from: number,
  to: number,
  amount = 7,
  direction: 1 | -1 = -1,
): void {
  timeline.sway(id, 'y', { from, to, amount, period: 3.2, direction });
}
