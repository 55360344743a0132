/**
 * The strings of each figure: what it is made of moves together, and its place, size and presence are remembered
 * from act to act, so that one gesture never undoes another.
 */
import { CALM, QUICK } from '../../motion/grammar.ts';
import type { Values } from '../../motion/timeline.ts';
import type { Setting } from '../setting.ts';
import type { Answers } from './answers.ts';
import type { Plan } from './plan.ts';
import type { Way } from './story.ts';
import { type Side, toSide } from './verbs.ts';

interface Strings {
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

const DIMMED = 0.42;
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
      const isAlone = plan.cast.rows.get(figure.name)!.length === 1;
      this.#strings.set(figure.id, {
        bodies: [`figure.${figure.id}`],
        company: hasDisc ? [lit] : [],
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
        if (way.label) setting.timeline.set(this.#arrivalLabel(way, step.index), { opacity: 0 });
    }
  }

  hide(id: string): void {
    for (const body of this.#of(id).bodies) this.setting.timeline.set(body, { opacity: 0 });
  }

  /** Is there from the start: swells into being. */
  appear(id: string, at: number): void {
    const one = this.#of(id);
    one.isHere = true;
    for (const body of one.bodies) {
      this.setting.timeline.set(body, { opacity: 0, scale: 0.4 });
      this.setting.timeline.to(body, { opacity: 1 }, { at, over: 0.18 });
      this.setting.timeline.to(body, { scale: 1 }, { at, over: CALM, ease: 'back' });
    }
  }

  /** Comes in on its word: from a side, or pictures from below and bodies out of nothing. */
  enter(id: string, at: number, from = this.#entrance(id)): void {
    const one = this.#of(id);
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
    const { name } = this.plan.cast.figures.get(id)!;
    const label = `label.${name}`;
    if (this.plan.cast.labels.has(name)) timeline.to(label, { opacity: 1 }, { at: at + 0.08, over: QUICK });
  }

  /** Pictures come up from below, bodies out of nothing. */
  #entrance(id: string): { x: number; y: number } | undefined {
    return this.plan.cast.figures.get(id)!.body.kind === 'picture' ? { x: 0, y: 60 } : undefined;
  }

  leave(id: string, at: number, side?: Side): void {
    const one = this.#of(id);
    const { timeline } = this.setting;
    const to = side && toSide(side, AWAY);
    this.#all(one).forEach((body) => {
      if (to) timeline.to(body, { x: one.x + to.x, y: one.y + to.y }, { at, over: 0.6, ease: 'in' });
      else if (one.bodies.includes(body))
        timeline.to(body, { scale: one.scale * 0.5 }, { at, over: 0.45, ease: 'in' });
      timeline.to(body, { opacity: 0 }, { at, over: to ? 0.55 : 0.45, ease: 'in_out' });
    });
    if (one.label) timeline.to(one.label, { opacity: 0 }, { at, over: QUICK });
    this.#untie(id, at);
  }

  light(id: string, at: number): void {
    const one = this.#of(id);
    const { timeline, theme } = this.setting;
    const lit = `lit.${id}`;
    if (this.setting.placed.has(lit)) {
      const isDisc = one.company.includes(lit);
      if (isDisc) timeline.set(lit, { scale: 0.6 });
      if (isDisc)
        timeline.to(lit, { scale: 1, stroke: theme.colors.accent }, { at, over: 0.45, ease: 'back' });
      timeline.to(lit, { opacity: 1 }, { at, over: 0.18 });
    }
    this.#ring(id, theme.colors.accent, at);
    if (one.opacity < 1) this.#present(one, at);
    this.#restore(id, at);
    if (one.label) timeline.to(one.label, { color: theme.colors.accent }, { at, over: 0.25 });
    this.pulse(id, at);
  }

  /** The light has passed on to others: what was lit stays marked, quietly. */
  settle(ids: string[], at: number): void {
    const { timeline, theme, placed } = this.setting;
    for (const id of ids) {
      const one = this.#of(id);
      const lit = `lit.${id}`;
      const { actor } = this.plan.cast.figures.get(id)!;
      if (one.company.includes(lit))
        timeline.to(lit, { stroke: theme.colors.surface_edge }, { at, over: 0.4 });
      else if (placed.has(lit)) timeline.to(lit, { opacity: 0 }, { at, over: 0.4 });
      this.#ring(id, actor.tone ? this.setting.tone(actor.tone) : theme.colors.second, at);
      if (one.label) timeline.to(one.label, { color: this.setting.tone(actor.tone) }, { at, over: 0.4 });
    }
  }

  dim(id: string, at: number): void {
    const one = this.#of(id);
    const { timeline, theme } = this.setting;
    if (this.setting.placed.has(`words.${id}`)) {
      // Words stay readable: the body loses its colour instead of its presence.
      timeline.to(`words.${id}`, { color: theme.colors.faint }, { at, over: CALM });
      this.#paint(id, theme.colors.surface, at);
    } else {
      one.opacity = DIMMED;
      for (const body of one.bodies.slice(-1)) timeline.to(body, { opacity: DIMMED }, { at, over: CALM });
    }
    if (one.label) timeline.to(one.label, { color: theme.colors.faint }, { at, over: CALM });
    const lit = `lit.${id}`;
    if (this.setting.placed.has(lit)) timeline.to(lit, { opacity: 0 }, { at, over: CALM });
  }

  pulse(id: string, at: number): void {
    const one = this.#of(id);
    for (const body of one.bodies) {
      this.setting.timeline.to(body, { scale: one.scale * 1.12 }, { at, over: 0.2 });
      this.setting.timeline.to(body, { scale: one.scale }, { at: at + 0.2, over: 0.4, ease: 'in_out' });
    }
  }

  shake(id: string, at: number): void {
    const one = this.#of(id);
    const rest = one.x;
    [1, -0.85, 0.65, -0.45, 0.25, 0].forEach((share, index) => {
      this.#shift(one, { x: rest + share * 15 }, { at: at + index * 0.085, over: 0.085, ease: 'in_out' });
    });
  }

  resize(id: string, at: number, to: number): void {
    const one = this.#of(id);
    one.scale = to;
    for (const body of one.bodies)
      this.setting.timeline.to(body, { scale: to }, { at, over: 0.7, ease: 'back' });
  }

  /** Becomes another picture, which from then on is moved with it. */
  turn(id: string, icon: string, at: number): void {
    const one = this.#of(id);
    const { timeline } = this.setting;
    const { body } = this.plan.cast.figures.get(id)!;
    const old = body.kind === 'picture' ? one.bodies : this.#contents(id);
    for (const other of old) {
      timeline.to(other, { opacity: 0 }, { at: at + 0.06, over: 0.2, ease: 'in_out' });
    }
    timeline.set(icon, { opacity: 0 });
    timeline.to(icon, { opacity: one.opacity }, { at, over: 0.16 });
    if (body.kind === 'picture') {
      timeline.set(icon, { x: one.x, y: one.y, scale: one.scale * 0.4 });
      one.bodies.push(icon);
    } else {
      timeline.set(icon, { scale: 0.4 });
    }
    timeline.to(icon, { scale: body.kind === 'picture' ? one.scale : 1 }, { at, over: CALM, ease: 'back' });
  }

  /** A padlock closes on it, or the one it wears opens and leaves. */
  badge(id: string, badge: string, at: number, isLocking: boolean): void {
    const one = this.#of(id);
    const { timeline } = this.setting;
    if (isLocking) {
      timeline.set(badge, { opacity: 0, scale: 1.9, y: -46 });
      timeline.to(badge, { opacity: 1 }, { at, over: 0.12 });
      timeline.to(badge, { scale: 1, y: 0 }, { at, over: 0.4, ease: 'back' });
      this.#strings.get(id)!.company.push(badge);
      this.#rebase(one, badge);
      return;
    }
    for (const worn of one.company.filter((other) => other.startsWith('badge.'))) {
      timeline.to(worn, { opacity: 0 }, { at, over: 0.08 });
    }
    one.company = one.company.filter((other) => !other.startsWith('badge.'));
    timeline.set(badge, { opacity: 0, scale: 1 });
    timeline.to(badge, { opacity: 1, scale: 1.15 }, { at, over: 0.12 });
    timeline.to(badge, { opacity: 0, y: -60 }, { at: at + 0.7, over: 0.5, ease: 'in' });
  }

  unlabel(id: string, at: number): void {
    const one = this.#of(id);
    if (one.label) this.setting.timeline.to(one.label, { opacity: 0 }, { at, over: 0.034 });
    delete one.label;
  }

  /** Goes a way; its label stays behind and comes again where there is room for it. */
  travel(way: Way, index: number): void {
    const one = this.#of(way.figure);
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
      one.label = this.#arrivalLabel(way, index);
      timeline.to(one.label, { opacity: 1 }, { at: way.start + way.seconds, over: QUICK });
    }
    for (const { figure, at } of way.passes) this.#passed(figure, at);
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
    const one = this.#of(id);
    if (!one.isHere) return;
    for (const body of [
      ...one.bodies.slice(-1),
      ...one.company.filter((other) => other.startsWith('badge.')),
    ]) {
      this.setting.timeline.sway(body, 'y', { from, to, amount: 7, period: 3.2, direction: -1 });
    }
  }

  #passed(id: string, at: number): void {
    const { timeline, theme, placed } = this.setting;
    const lit = `lit.${id}`;
    if (placed.has(lit)) timeline.to(lit, { opacity: 1 }, { at, over: 0.2 });
    this.#ring(id, theme.colors.accent, at);
    this.pulse(id, at);
  }

  /** The edge of a round takes a colour. */
  #ring(id: string, color: string, at: number): void {
    const body = this.setting.placed.get(`body.${id}`);
    if (this.plan.cast.figures.get(id)!.body.kind === 'round' && body) {
      this.setting.timeline.to(`body.${id}`, { stroke: color }, { at, over: 0.25 });
    }
  }

  #paint(id: string, fill: string, at: number): void {
    const body = this.setting.placed.get(`body.${id}`);
    if (body && 'fill' in body && body.fill)
      this.setting.timeline.to(`body.${id}`, { fill }, { at, over: CALM });
  }

  /** A body that was dimmed takes its colours again. */
  #restore(id: string, at: number): void {
    const { placed, timeline } = this.setting;
    const words = placed.get(`words.${id}`);
    const body = placed.get(`body.${id}`);
    if (words?.kind !== 'text' || !timeline.has(`words.${id}`, 'color')) return;
    timeline.to(`words.${id}`, { color: words.color }, { at, over: QUICK });
    if (body && 'fill' in body && body.fill) this.#paint(id, body.fill, at);
  }

  #present(one: Strings, at: number): void {
    one.opacity = 1;
    for (const body of one.bodies.slice(-1))
      this.setting.timeline.to(body, { opacity: 1 }, { at, over: QUICK });
  }

  #untie(id: string, at: number): void {
    for (const { line, figures } of this.#ties) {
      if (figures.includes(id)) this.setting.timeline.to(line, { opacity: 0 }, { at, over: QUICK });
    }
  }

  /** Where a badge was placed, the figure already stood; from there on it moves by the same amounts. */
  #rebase(one: Strings, badge: string): void {
    this.#bases.set(badge, { x: one.x, y: one.y });
  }

  #bases = new Map<string, { x: number; y: number }>();

  #shift(
    one: Strings,
    to: { x?: number; y?: number },
    tween: { at: number; over: number; ease: 'linear' | 'in_out' },
  ): void {
    for (const id of this.#all(one)) {
      const base = this.#bases.get(id) ?? { x: 0, y: 0 };
      const values: Values = {};
      if (to.x !== undefined) values.x = to.x - base.x;
      if (to.y !== undefined) values.y = to.y - base.y;
      this.setting.timeline.to(id, values, tween);
    }
    if (to.x !== undefined) one.x = to.x;
    if (to.y !== undefined) one.y = to.y;
  }

  #contents(id: string): string[] {
    return [`icon.${id}`, `words.${id}`, `lit.${id}`].filter((other) => this.setting.placed.has(other));
  }

  #all(one: Strings): string[] {
    return [...one.bodies, ...one.company];
  }

  #arrivalLabel(way: Way, index: number): string {
    return `label.${this.plan.cast.figures.get(way.figure)!.name}.${index}`;
  }

  #of(id: string): Strings {
    return this.#strings.get(id)!;
  }
}
