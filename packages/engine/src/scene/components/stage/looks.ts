/** What changes a figure's looks: light and dimness, another picture, a padlock. */
import { CALM, QUICK } from '../../motion/grammar.ts';
import { inkOf } from './lettering.ts';
import type { Puppets, Strings } from './puppets.ts';

const DIMMED = 0.42;
/** Least contrast of names dimmed on purpose. */
export const DIM = 2.2;

export class Looks {
  /** The pictures each has in its body, once it has turned into something. */
  #pictures = new Map<string, string[]>();

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
    if (one.label) timeline.to(one.label, { color: this.#ink(theme.colors.accent) }, { at, over: 0.25 });
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
        timeline.to(
          one.label,
          { color: this.#ink(this.puppets.setting.tone(actor.tone)) },
          { at, over: 0.4 },
        );
    }
  }

  dim(id: string, at: number): void {
    const one = this.puppets.of(id);
    const { timeline, theme } = this.puppets.setting;
    const words = this.#words(id);
    if (words.length > 0 && !this.puppets.setting.placed.has(`tag.${id}`)) {
      // Words stay readable: the body loses its colour instead of its presence.
      for (const one of words) timeline.to(one, { color: theme.colors.faint }, { at, over: CALM });
      this.#paint(id, theme.colors.surface, at);
    } else {
      one.opacity = DIMMED;
      for (const body of one.bodies.slice(-1)) timeline.to(body, { opacity: DIMMED }, { at, over: CALM });
    }
    if (one.label) timeline.to(one.label, { color: this.#ink(theme.colors.faint, DIM) }, { at, over: CALM });
    const lit = `lit.${id}`;
    if (this.puppets.setting.placed.has(lit)) timeline.to(lit, { opacity: 0 }, { at, over: CALM });
  }

  /** Becomes another picture, which from then on is moved with it. */
  turn(id: string, icon: string, at: number): void {
    const one = this.puppets.of(id);
    const { timeline } = this.puppets.setting;
    const isBare = !this.puppets.plan.cast.figures.get(id)!.isBound;
    const old = isBare ? one.bodies : this.#contents(id);
    for (const other of old) {
      timeline.to(other, { opacity: 0 }, { at: at + 0.06, over: 0.2, ease: 'in_out' });
    }
    this.#pictures.set(id, [icon]);
    timeline.set(icon, { opacity: 0 });
    timeline.to(icon, { opacity: one.opacity }, { at, over: 0.16 });
    if (isBare) {
      timeline.set(icon, { x: one.x, y: one.y, scale: one.scale * 0.4 });
      one.bodies.push(icon);
    } else {
      timeline.set(icon, { scale: 0.4 });
    }
    timeline.to(icon, { scale: isBare ? one.scale : 1 }, { at, over: CALM, ease: 'back' });
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
  #restore(who: string, at: number): void {
    const { placed, timeline } = this.puppets.setting;
    for (const id of this.#words(who)) {
      const words = placed.get(id);
      if (words?.kind === 'text' && timeline.has(id, 'color'))
        timeline.to(id, { color: words.color }, { at, over: QUICK });
    }
    const body = placed.get(`body.${who}`);
    if (body && 'fill' in body && body.fill && timeline.has(`body.${who}`, 'fill'))
      this.#paint(who, body.fill, at);
  }

  /** Its words, and all that they become. */
  #words(id: string): string[] {
    const { placed } = this.puppets.setting;
    const { rewritten } = this.puppets.plan.cast.figures.get(id)!;
    const ids = [`words.${id}`, ...[...rewritten.keys()].map((cue) => `words.${id}.${cue}`)];
    return ids.filter((one) => placed.has(one));
  }

  #present(one: Strings, at: number): void {
    one.opacity = 1;
    for (const body of one.bodies.slice(-1))
      this.puppets.setting.timeline.to(body, { opacity: 1 }, { at, over: QUICK });
  }

  /** A colour for a name, before whatever scenery there is. */
  #ink(color: string, ratio?: number): string {
    return inkOf(color, this.puppets.plan, this.puppets.setting, ratio);
  }

  /** What gives way to another picture: all within the body but a tag. */
  #contents(id: string): string[] {
    const hasTag = this.puppets.setting.placed.has(`tag.${id}`);
    const words = hasTag ? [] : [`words.${id}`];
    return [...(this.#pictures.get(id) ?? [`icon.${id}`]), ...words, `lit.${id}`].filter((other) =>
      this.puppets.setting.placed.has(other),
    );
  }
}
