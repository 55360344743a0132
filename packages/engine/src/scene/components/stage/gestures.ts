/** What is fastened to figures, said by them or written on them, and how it comes and goes. */
import { CALM, QUICK } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { inkOf } from './lettering.ts';
import { DIM } from './looks.ts';
import type { Puppets } from './puppets.ts';
import type { Step } from './step.ts';

/** How long something trembles before it breaks, s. */
const BEFORE_BREAKING = 0.42;
const BROKEN = 0.6;
const CROSSED = 0.5;

export class Gestures {
  readonly #setting: Setting;
  /** The padlock each wears, and the words it shows. */
  #worn = new Map<string, string>();
  #shown = new Map<string, string>();

  constructor(readonly puppets: Puppets) {
    this.#setting = puppets.setting;
    for (const id of puppets.plan.locked.keys()) this.#worn.set(id, `badge.start.${id}`);
    for (const id of this.#setting.placed.keys()) {
      if (/^words\..+\.\d+$/.test(id) && this.#isRewritten(id))
        this.#setting.timeline.set(id, { opacity: 0 });
      if (/^(glow|rays|half)\./.test(id)) this.#setting.timeline.set(id, { opacity: 0 });
    }
  }

  /** A padlock closes on it. */
  lock(id: string, index: number, at: number): void {
    const badge = `badge.${index}.${id}`;
    const { timeline } = this.#setting;
    timeline.set(badge, { opacity: 0, scale: 0.4 });
    timeline.to(badge, { opacity: 1 }, { at, over: 0.12 });
    timeline.to(badge, { scale: 1 }, { at, over: 0.4, ease: 'back' });
    this.#takeOff(id, at);
    this.#worn.set(id, badge);
  }

  /** The padlock it wears opens, springs and leaves. */
  unlock(id: string, index: number, at: number): void {
    const badge = `badge.${index}.${id}`;
    const { timeline } = this.#setting;
    this.#takeOff(id, at);
    timeline.set(badge, { opacity: 0, scale: 1 });
    timeline.to(badge, { opacity: 1 }, { at, over: 0.08 });
    timeline.to(badge, { scale: 1.2 }, { at, over: 0.3, ease: 'back' });
    timeline.to(badge, { y: 26 }, { at: at + 0.6, over: 0.4, ease: 'in' });
    timeline.to(badge, { opacity: 0 }, { at: at + 0.6, over: 0.4, ease: 'in_out' });
  }

  #takeOff(id: string, at: number): void {
    const worn = this.#worn.get(id);
    if (worn) this.#setting.timeline.to(worn, { opacity: 0 }, { at, over: 0.08 });
    this.#worn.delete(id);
  }

  /** Two strokes of a pen, or a mark at the corner of what carries words. */
  cross(id: string, index: number, at: number): void {
    const { timeline, placed } = this.#setting;
    if (placed.has(`badge.${index}.${id}`)) {
      this.lock(id, index, at);
      return;
    }
    const strokes = ['down', 'up'].map((name) => `cross.${index}.${id}.${name}`);
    strokes.forEach((stroke, order) => {
      timeline.set(stroke, { draw: 0, opacity: 0 });
      timeline.to(stroke, { opacity: 1 }, { at: at + order * 0.2, over: 0.04 });
      timeline.to(stroke, { draw: 1 }, { at: at + order * 0.2, over: 0.24, ease: 'out' });
    });
    for (const one of [`icon.${id}`, `body.${id}`])
      if (placed.has(one)) timeline.to(one, { opacity: CROSSED }, { at: at + 0.1, over: CALM });
    this.#fadeLabel(id, at);
  }

  /** Light spreads behind it and stays. */
  glow(id: string, index: number, at: number): void {
    const { timeline } = this.#setting;
    const [disc, rays] = [`glow.${index}.${id}`, `rays.${index}.${id}`];
    timeline.set(disc, { opacity: 0, scale: 0.5 });
    timeline.to(disc, { opacity: 1 }, { at, over: QUICK });
    timeline.to(disc, { scale: 1 }, { at, over: 0.6, ease: 'back' });
    timeline.set(rays, { opacity: 0, scale: 0.7, rotation: -14 });
    timeline.to(rays, { opacity: 1 }, { at: at + 0.12, over: 0.2 });
    timeline.to(rays, { scale: 1, rotation: 0 }, { at: at + 0.12, over: 0.7, ease: 'back' });
    this.puppets.pulse(id, at);
  }

  /** Trembles, cracks, and its halves fall apart; they stay, dim. */
  break(id: string, index: number, at: number): void {
    const { timeline, placed } = this.#setting;
    const crack = `crack.${index}.${id}`;
    timeline.set(crack, { draw: 0, opacity: 0 });
    timeline.to(crack, { opacity: 1 }, { at, over: 0.04 });
    timeline.to(crack, { draw: 1 }, { at, over: 0.3, ease: 'in' });
    this.puppets.shake(id, at);
    const apart = at + BEFORE_BREAKING;
    timeline.to(crack, { opacity: 0 }, { at: apart, over: 0.1 });
    const whole = [...placed.keys()].filter((other) => isPartOf(other, id));
    for (const one of whole) timeline.to(one, { opacity: 0 }, { at: apart, over: 0.02, ease: 'linear' });
    for (const [side, way] of [
      ['left', -1],
      ['right', 1],
    ] as const) {
      const half = `half.${index}.${id}.${side}`;
      timeline.to(half, { opacity: 1 }, { at: apart, over: 0.02, ease: 'linear' });
      timeline.to(half, { x: way * 20, y: 14, rotation: way * 11 }, { at: apart, over: 0.45, ease: 'back' });
      timeline.to(half, { opacity: BROKEN }, { at: apart + 0.3, over: CALM, ease: 'in_out' });
    }
    this.#takeOff(id, apart);
    this.#fadeLabel(id, at);
  }

  /** Other words take the place of the old: they turn over, or count. */
  write(id: string, index: number, at: number, isCounting: boolean): void {
    const { timeline } = this.#setting;
    const [old, now] = [this.#shown.get(id) ?? `words.${id}`, `words.${id}.${index}`];
    this.#shown.set(id, now);
    timeline.to(old, { opacity: 0 }, { at, over: 0.03, ease: 'linear' });
    if (isCounting) {
      timeline.set(now, { opacity: 0, count: 0 });
      timeline.to(now, { opacity: 1 }, { at, over: 0.03, ease: 'linear' });
      timeline.to(now, { count: 1 }, { at, over: 1.3, ease: 'in_out' });
    } else {
      timeline.set(now, { opacity: 0, reveal: 0 });
      timeline.to(now, { opacity: 1 }, { at, over: 0.03, ease: 'linear' });
      timeline.to(now, { reveal: 1 }, { at, over: 0.5, ease: 'linear' });
    }
    this.puppets.pulse(id, at);
  }

  /** Words swell out of the speaker's mouth, and are gone before the next begins. */
  talk({ index, at, bubble }: Step): void {
    if (!bubble) return;
    const { timeline, duration } = this.#setting;
    const group = `bubble.${index}`;
    timeline.set(group, { opacity: 0, scale: 0.5 });
    timeline.to(group, { opacity: 1 }, { at, over: 0.14 });
    timeline.to(group, { scale: 1 }, { at, over: 0.42, ease: 'back' });
    if (bubble.until < duration)
      timeline.to(
        group,
        { opacity: 0 },
        { at: Math.max(at + 0.45, bubble.until - 0.22), over: 0.2, ease: 'in_out' },
      );
  }

  #fadeLabel(id: string, at: number): void {
    const { label } = this.puppets.of(id);
    const { plan } = this.puppets;
    const { theme } = this.#setting;
    if (label)
      this.#setting.timeline.to(
        label,
        { color: inkOf(theme.colors.faint, plan, this.#setting, DIM) },
        { at, over: CALM },
      );
  }

  /** `words.hops.2` are the words of one of a row, not a rewriting of `hops`. */
  #isRewritten(id: string): boolean {
    const [, owner, cue] = /^words\.(.+)\.(\d+)$/.exec(id)!;
    return this.puppets.plan.cast.figures.get(owner!)?.rewritten.has(Number(cue)) ?? false;
  }
}

/** All that a figure is drawn of; not what is fastened to it. */
function isPartOf(element: string, id: string): boolean {
  const parts = ['icon', 'body', 'words', 'lit', 'tag', 'shade'].map((part) => `${part}.${id}`);
  if (element.startsWith(`words.${id}.`)) return true;
  return parts.includes(element) || (element.startsWith('turned.') && element.endsWith(`.${id}`));
}
