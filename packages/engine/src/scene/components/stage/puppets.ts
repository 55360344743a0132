/**
 * The strings of each figure: what it is made of moves together, and its place, size and presence are remembered
 * from act to act, so that one gesture never undoes another.
 */
import { centreOf } from '../../layout/box.ts';
import { CALM, QUICK } from '../../motion/grammar.ts';
import type { Values } from '../../motion/timeline.ts';
import type { Setting } from '../setting.ts';
import type { Answers } from './answers.ts';
import type { Plan } from './plan.ts';
import type { Way } from './step.ts';
import { type Side, toSide } from './verbs.ts';

export interface Strings {
  /** What carries the body and whatever it has turned into; the last is what is seen. */
  bodies: string[];
  /** What goes where it goes: the disc behind it when lit, padlocks. */
  company: string[];
  x: number;
  y: number;
  scale: number;
  opacity: number;
  isHere: boolean;
  label?: string;
}

/** How far one goes while leaving, px. */
const AWAY = 220;

export class Puppets {
  #strings = new Map<string, Strings>();
  #ties: { line: string; figures: string[] }[] = [];

  constructor(
    readonly setting: Setting,
    readonly plan: Plan,
    readonly answers: Answers,
  ) {
    for (const figure of plan.cast.figures.values()) {
      const lit = `lit.${figure.id}`;
      const hasDisc = figure.body.kind === 'picture' && setting.placed.has(lit);
      const shade = `shade-below.${figure.id}`;
      const isAlone = plan.cast.rows.get(figure.name)!.length === 1;
      this.#strings.set(figure.id, {
        bodies: [`figure.${figure.id}`],
        company: [...(hasDisc ? [lit] : []), ...(setting.placed.has(shade) ? [shade] : [])],
        x: 0,
        y: 0,
        scale: 1,
        opacity: 1,
        isHere: false,
        ...(plan.cast.labels.has(figure.name) && isAlone ? { label: `label.${figure.name}` } : {}),
      });
      if (setting.placed.has(lit)) setting.timeline.set(lit, { opacity: 0 });
    }
    for (const step of plan.steps) {
      for (const way of step.ways)
        if (way.label) setting.timeline.set(this.#arrivalLabel(way.figure, step.index), { opacity: 0 });
      for (const id of step.renamed.keys())
        setting.timeline.set(this.#arrivalLabel(id, step.index), { opacity: 0 });
    }
  }

  hide(id: string): void {
    for (const body of [...this.of(id).bodies, ...this.#shadeOf(id)])
      this.setting.timeline.set(body, { opacity: 0 });
  }

  /** Is there from the start: swells into being. */
  appear(id: string, at: number): void {
    const one = this.of(id);
    one.isHere = true;
    for (const body of one.bodies) {
      this.setting.timeline.set(body, { opacity: 0, scale: 0.4 });
      this.setting.timeline.to(body, { opacity: 1 }, { at, over: 0.18 });
      this.setting.timeline.to(body, { scale: 1 }, { at, over: CALM, ease: 'back' });
    }
    this.#castShade(id, at);
  }

  #shadeOf(id: string): string[] {
    return this.of(id).company.filter((other) => other.startsWith('shade-below.'));
  }

  #castShade(id: string, at: number): void {
    for (const shade of this.#shadeOf(id)) {
      this.setting.timeline.set(shade, { opacity: 0 });
      this.setting.timeline.to(shade, { opacity: 1 }, { at: at + 0.1, over: QUICK });
    }
  }

  /** Comes in on its word: from a side, or pictures from below and bodies out of nothing. */
  enter(id: string, at: number, from = this.#entrance(id)): void {
    const one = this.of(id);
    const { timeline } = this.setting;
    const wasHere = one.isHere;
    one.isHere = true;
    one.opacity = 1;
    for (const body of one.bodies) {
      const start: Values = from ? { x: one.x + from.x, y: one.y + from.y } : { scale: one.scale * 0.3 };
      const end: Values = from ? { x: one.x, y: one.y } : { scale: one.scale };
      if (wasHere) timeline.to(body, start, { at: at - 0.02, over: 0.01, ease: 'linear' });
      else timeline.set(body, { opacity: 0, ...start });
      timeline.to(body, { opacity: 1 }, { at, over: from ? QUICK : 0.16 });
      timeline.to(body, end, { at, over: from ? CALM + 0.15 : CALM, ease: 'back' });
    }
    this.#castShade(id, at);
    const { name } = this.plan.cast.figures.get(id)!;
    const label = `label.${name}`;
    if (this.plan.cast.labels.has(name)) timeline.to(label, { opacity: 1 }, { at: at + 0.08, over: QUICK });
  }

  /** Pictures come up from below, bodies out of nothing. */
  #entrance(id: string): { x: number; y: number } | undefined {
    return this.plan.cast.figures.get(id)!.body.kind === 'picture' ? { x: 0, y: 60 } : undefined;
  }

  leave(id: string, at: number, side?: Side): void {
    const one = this.of(id);
    const { timeline } = this.setting;
    const to = side && toSide(side, AWAY);
    this.#all(one).forEach((body) => {
      if (to) timeline.to(body, { x: one.x + to.x, y: one.y + to.y }, { at, over: 0.6, ease: 'in' });
      else if (one.bodies.includes(body))
        timeline.to(body, { scale: one.scale * 0.5 }, { at, over: 0.45, ease: 'in' });
      timeline.to(body, { opacity: 0 }, { at, over: to ? 0.55 : 0.45, ease: 'in_out' });
    });
    if (!to) this.#regain(one, at + 0.45);
    if (one.label) timeline.to(one.label, { opacity: 0 }, { at, over: QUICK });
    one.isHere = false;
    this.#closePaths(id, at);
    this.#untie(id, at);
  }

  /** Comes out of another's place and takes its own. */
  emerge(id: string, at: number, from: { x: number; y: number }): void {
    const one = this.of(id);
    const { timeline, placed } = this.setting;
    const home = centreOf(this.plan.homes.get(id)!);
    one.isHere = true;
    for (const body of one.bodies) {
      timeline.set(body, { opacity: 0, x: from.x - home.x, y: from.y - home.y, scale: 0.45 });
      timeline.to(body, { opacity: 1 }, { at, over: 0.2 });
      timeline.to(body, { x: 0, y: 0 }, { at: at + 0.08, over: 0.8, ease: 'in_out' });
      timeline.to(body, { scale: 1 }, { at: at + 0.08, over: 0.8, ease: 'back' });
    }
    this.#castShade(id, at + 0.8);
    const label = `label.${this.plan.cast.figures.get(id)!.name}`;
    if (placed.has(label)) {
      timeline.set(label, { opacity: 0 });
      timeline.to(label, { opacity: 1 }, { at: at + 0.75, over: QUICK });
    }
  }

  /** Goes into another's place and is no more. */
  vanishInto(id: string, at: number, to: { x: number; y: number }): void {
    const one = this.of(id);
    const { timeline } = this.setting;
    const home = centreOf(this.plan.homes.get(id)!);
    for (const body of this.#all(one)) {
      const base = { x: to.x - home.x, y: to.y - home.y };
      timeline.to(body, base, { at, over: 0.6, ease: 'in' });
      timeline.to(body, { opacity: 0 }, { at: at + 0.5, over: 0.14, ease: 'linear' });
      if (one.bodies.includes(body))
        timeline.to(body, { scale: one.scale * 0.55 }, { at, over: 0.64, ease: 'in' });
    }
    this.#regain(one, at + 0.64);
    this.unlabel(id, at);
    one.isHere = false;
    this.#closePaths(id, at);
    this.#untie(id, at);
  }

  /** Swells and is gone: what came of it has taken its place. */
  dissolve(id: string, at: number): void {
    const one = this.of(id);
    const { timeline } = this.setting;
    for (const body of this.#all(one)) {
      if (one.bodies.includes(body)) timeline.to(body, { scale: one.scale * 1.16 }, { at, over: 0.18 });
      timeline.to(body, { opacity: 0 }, { at: at + 0.12, over: 0.26, ease: 'linear' });
    }
    this.unlabel(id, at);
    one.isHere = false;
    this.#closePaths(id, at);
    this.#untie(id, at);
  }

  /** Out of sight it has its size again: nobody reads the small words of what is gone. */
  #regain(one: Strings, at: number): void {
    for (const body of one.bodies)
      this.setting.timeline.to(body, { scale: one.scale }, { at, over: 0.01, ease: 'linear' });
  }

  pulse(id: string, at: number): void {
    const one = this.of(id);
    for (const body of one.bodies) {
      this.setting.timeline.to(body, { scale: one.scale * 1.12 }, { at, over: 0.2 });
      this.setting.timeline.to(body, { scale: one.scale }, { at: at + 0.2, over: 0.4, ease: 'in_out' });
    }
  }

  shake(id: string, at: number): void {
    const one = this.of(id);
    const rest = one.x;
    [1, -0.85, 0.65, -0.45, 0.25, 0].forEach((share, index) => {
      this.#shift(one, { x: rest + share * 15 }, { at: at + index * 0.085, over: 0.085, ease: 'in_out' });
    });
  }

  resize(id: string, at: number, to: number): void {
    const one = this.of(id);
    one.scale = to;
    for (const body of one.bodies)
      this.setting.timeline.to(body, { scale: to }, { at, over: 0.7, ease: 'back' });
  }

  /** Between two frames: half gone, it would be unreadable for a moment. */
  unlabel(id: string, at: number): void {
    const one = this.of(id);
    if (one.label) this.setting.timeline.to(one.label, { opacity: 0 }, { at, over: 0.001 });
    delete one.label;
  }

  /** Goes a way; its label stays behind and comes again where there is room for it. */
  travel(way: Way, index: number): void {
    const one = this.of(way.figure);
    const { timeline } = this.setting;
    const home = this.plan.homes.get(way.figure)!;
    const centre = { x: home.x + home.width / 2, y: home.y + home.height / 2 };
    const count = way.centres.length - 1;
    const tick = way.seconds / count;
    way.centres.slice(1).forEach((point, step) => {
      const to = { x: point.x - centre.x, y: point.y - centre.y };
      this.#shift(one, to, { at: way.start + step * tick, over: tick, ease: 'linear' });
    });
    one.scale = way.scale.to;
    if (way.scale.to !== way.scale.from) {
      for (const body of one.bodies) {
        timeline.to(
          body,
          { scale: way.scale.to },
          { at: way.start + way.seconds * 0.5, over: way.seconds * 0.5, ease: 'in_out' },
        );
      }
    }
    this.unlabel(way.figure, way.start);
    if (way.label) {
      one.label = this.#arrivalLabel(way.figure, index);
      timeline.to(one.label, { opacity: 1 }, { at: way.start + way.seconds, over: QUICK });
    }
    this.#untie(way.figure, way.start);
  }

  /** The line behind someone on the way, drawn as far as they have come. */
  trail(line: string, way: Way, stays: boolean): void {
    const { timeline } = this.setting;
    const count = way.centres.length - 1;
    const tick = way.seconds / count;
    timeline.set(line, { draw: 0, opacity: 0 });
    timeline.to(line, { opacity: stays ? 1 : 0.8 }, { at: way.start, over: 0.05 });
    for (let step = 0; step < count; step += 1) {
      const share = (1 - Math.cos((Math.PI * (step + 1)) / count)) / 2;
      timeline.to(line, { draw: share }, { at: way.start + step * tick, over: tick, ease: 'linear' });
    }
    if (!stays) timeline.to(line, { opacity: 0 }, { at: way.start + way.seconds, over: 0.5, ease: 'in_out' });
  }

  /** A line that holds only as long as both ends stay. */
  tie(line: string, figures: string[]): void {
    this.#ties.push({ line, figures });
  }

  /** Hovers until something happens. */
  breathe(id: string, from: number, to: number): void {
    const one = this.of(id);
    if (!one.isHere) return;
    for (const body of one.bodies.slice(-1)) {
      this.setting.timeline.sway(body, 'y', { from, to, amount: 7, period: 3.2, direction: -1 });
    }
  }

  /** A path to somebody who is gone leads nowhere. */
  #closePaths(id: string, at: number): void {
    const { name } = this.plan.cast.figures.get(id)!;
    for (const [path, { from, to }] of Object.entries(this.plan.ends)) {
      if (from !== name && to !== name) continue;
      for (const line of [`path.${path}`, `path-label.${path}`])
        if (this.setting.placed.has(line))
          this.setting.timeline.to(line, { opacity: 0 }, { at, over: QUICK });
    }
  }

  #untie(id: string, at: number): void {
    for (const { line, figures } of this.#ties) {
      if (figures.includes(id)) this.setting.timeline.to(line, { opacity: 0 }, { at, over: QUICK });
    }
  }

  #shift(
    one: Strings,
    to: { x?: number; y?: number },
    tween: { at: number; over: number; ease: 'linear' | 'in_out' },
  ): void {
    for (const id of this.#all(one)) this.setting.timeline.to(id, to, tween);
    if (to.x !== undefined) one.x = to.x;
    if (to.y !== undefined) one.y = to.y;
  }

  #all(one: Strings): string[] {
    return [...one.bodies, ...one.company];
  }

  #arrivalLabel(id: string, index: number): string {
    return `label.${this.plan.cast.figures.get(id)!.name}.${index}`;
  }

  /** Another name takes the place of its own. */
  rename(id: string, index: number, at: number): void {
    const one = this.of(id);
    this.unlabel(id, at);
    one.label = this.#arrivalLabel(id, index);
    this.setting.timeline.to(one.label, { opacity: 1 }, { at, over: QUICK });
  }

  of(id: string): Strings {
    return this.#strings.get(id)!;
  }
}
