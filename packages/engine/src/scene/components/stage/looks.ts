/** What changes a figure's looks: light and dimness, another picture, a padlock. */
import { CALM, QUICK } from '../../motion/grammar.ts';
import type { Puppets, Strings } from './puppets.ts';

const DIMMED = 0.42;

export class Looks {
  constructor(readonly puppets: Puppets) {}

  light(id: string, at: number): void {
    const one = this.puppets.of(id);
    const { timeline, theme } = this.puppets.setting;
    const lit = `lit.${id}`;
    if (this.puppets.setting.placed.has(lit)) {
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
    this.puppets.pulse(id, at);
  }

  /** The light has passed on to others: what was lit stays marked, quietly. */
  settle(ids: string[], at: number): void {
    const { timeline, theme, placed } = this.puppets.setting;
    for (const id of ids) {
      const one = this.puppets.of(id);
      const lit = `lit.${id}`;
      const { actor } = this.puppets.plan.cast.figures.get(id)!;
      if (one.company.includes(lit))
        timeline.to(lit, { stroke: theme.colors.surface_edge }, { at, over: 0.4 });
      else if (placed.has(lit)) timeline.to(lit, { opacity: 0 }, { at, over: 0.4 });
      this.#ring(id, actor.tone ? this.puppets.setting.tone(actor.tone) : theme.colors.second, at);
      if (one.label)
        timeline.to(one.label, { color: this.puppets.setting.tone(actor.tone) }, { at, over: 0.4 });
    }
  }

  dim(id: string, at: number): void {
    const one = this.puppets.of(id);
    const { timeline, theme } = this.puppets.setting;
    if (this.puppets.setting.placed.has(`words.${id}`)) {
      // Words stay readable: the body loses its colour instead of its presence.
      timeline.to(`words.${id}`, { color: theme.colors.faint }, { at, over: CALM });
      this.#paint(id, theme.colors.surface, at);
    } else {
      one.opacity = DIMMED;
      for (const body of one.bodies.slice(-1)) timeline.to(body, { opacity: DIMMED }, { at, over: CALM });
    }
    if (one.label) timeline.to(one.label, { color: theme.colors.faint }, { at, over: CALM });
    const lit = `lit.${id}`;
    if (this.puppets.setting.placed.has(lit)) timeline.to(lit, { opacity: 0 }, { at, over: CALM });
  }

  /** Becomes another picture, which from then on is moved with it. */
  turn(id: string, icon: string, at: number): void {
    const one = this.puppets.of(id);
    const { timeline } = this.puppets.setting;
    const { body } = this.puppets.plan.cast.figures.get(id)!;
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
    const one = this.puppets.of(id);
    const { timeline } = this.puppets.setting;
    if (isLocking) {
      timeline.set(badge, { opacity: 0, scale: 1.25, y: -14 });
      timeline.to(badge, { opacity: 1 }, { at, over: 0.12 });
      timeline.to(badge, { scale: 1, y: 0 }, { at, over: 0.4, ease: 'back' });
      one.company.push(badge);
      this.puppets.rebase(one, badge);
      return;
    }
    for (const worn of one.company.filter((other) => other.startsWith('badge.'))) {
      timeline.to(worn, { opacity: 0 }, { at, over: 0.08 });
    }
    one.company = one.company.filter((other) => !other.startsWith('badge.'));
    timeline.set(badge, { opacity: 0, scale: 1 });
    timeline.to(badge, { opacity: 1, scale: 1.1 }, { at, over: 0.12 });
    timeline.to(badge, { opacity: 0 }, { at: at + 0.5, over: 0.4, ease: 'in_out' });
  }

  /** Somebody passes: the figure lights and stays so. */
  passed(id: string, at: number): void {
    const { timeline, theme, placed } = this.puppets.setting;
    const lit = `lit.${id}`;
    if (placed.has(lit)) timeline.to(lit, { opacity: 1 }, { at, over: 0.2 });
    this.#ring(id, theme.colors.accent, at);
    this.puppets.pulse(id, at);
  }

  /** The edge of a round takes a colour. */
  #ring(id: string, color: string, at: number): void {
    const body = this.puppets.setting.placed.get(`body.${id}`);
    if (this.puppets.plan.cast.figures.get(id)!.body.kind === 'round' && body) {
      this.puppets.setting.timeline.to(`body.${id}`, { stroke: color }, { at, over: 0.25 });
    }
  }

  #paint(id: string, fill: string, at: number): void {
    const body = this.puppets.setting.placed.get(`body.${id}`);
    if (body && 'fill' in body && body.fill)
      this.puppets.setting.timeline.to(`body.${id}`, { fill }, { at, over: CALM });
  }

  /** A body that was dimmed takes its colours again. */
  #restore(id: string, at: number): void {
    const { placed, timeline } = this.puppets.setting;
    const words = placed.get(`words.${id}`);
    const body = placed.get(`body.${id}`);
    if (words?.kind !== 'text' || !timeline.has(`words.${id}`, 'color')) return;
    timeline.to(`words.${id}`, { color: words.color }, { at, over: QUICK });
    if (body && 'fill' in body && body.fill) this.#paint(id, body.fill, at);
  }

  #present(one: Strings, at: number): void {
    one.opacity = 1;
    for (const body of one.bodies.slice(-1))
      this.puppets.setting.timeline.to(body, { opacity: 1 }, { at, over: QUICK });
  }

  #contents(id: string): string[] {
    return [`icon.${id}`, `words.${id}`, `lit.${id}`].filter((other) =>
      this.puppets.setting.placed.has(other),
    );
  }
}
