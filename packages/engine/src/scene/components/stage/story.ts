/**
 * What happens when: each cue as a step with its ways, lines and lasting changes, in the order of their moments.
 * Positions are simulated from step to step, so that everything starts from where it then is.
 */
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { badgeOn } from './attach.ts';
import { bubbleAt } from './bubbles.ts';
import { figuresOf, GROWN, SHRUNK, wordsOn } from './cast.ts';
import type { Company } from './dock.ts';
import { leastScale } from './fit.ts';
import { Journeys } from './journeys.ts';
import { labelAround } from './labels.ts';
import type { Plan } from './plan.ts';
import { CONFLICT, wordsOf } from './room.ts';
import { flowInto, type Route, routeBetween } from './route.ts';
import type { StageData } from './schema.ts';
import { SEEN } from './settle-path.ts';
import type { Step } from './step.ts';
import { type Act, actOf, comersOf, moversOf, type Side, toSide } from './verbs.ts';
import { Whereabouts } from './whereabouts.ts';

type Moment = { index: number; act: Act; at: number };

/** The steps in the order of their moments, and what they cost where they cannot but be in something's way. */
export function stepsOf(data: StageData, setting: Setting, plan: Plan): { steps: Step[]; cost: number } {
  const order = data.cues
    .map((cue, index) => ({ index, act: actOf(cue.do), at: setting.cue(`cues.${index}`) }))
    .sort((a, b) => a.at - b.at);
  const teller = new Teller(data, setting, plan, order);
  const steps = order.map((one, rank) =>
    teller.tell(one, order[rank + 1]?.at ?? setting.duration, order.slice(rank + 1)),
  );
  return { steps, cost: teller.cost + teller.journeys.cost };
}

class Teller {
  cost = 0;
  readonly where: Whereabouts;
  readonly journeys: Journeys;

  constructor(
    readonly data: StageData,
    readonly setting: Setting,
    readonly plan: Plan,
    moments: Moment[],
  ) {
    this.where = new Whereabouts(data, setting, plan);
    this.journeys = new Journeys(this.where);
    this.#lockFromTheStart(moments);
    // The parts of what splits are not in anybody's way before it does.
    for (const { act } of moments) {
      if (act.verb !== 'split' && act.verb !== 'merge') continue;
      for (const id of this.#all(comersOf(act))) this.where.of(id).isGone = true;
    }
  }

  tell({ index, act, at }: Moment, until: number, later: Moment[]): Step {
    const figures =
      act.verb === 'merge' ? this.#all([act.actor, ...act.others]) : figuresOf(this.plan.cast, act.actor);
    const step: Step = {
      part: `cues.${index}`,
      index,
      act,
      at,
      until,
      figures,
      boxes: new Map(figures.map((id) => [id, this.where.boxOf(id)])),
      entrances: new Map(),
      badges: new Map(),
      renamed: new Map(),
      comers: [],
      followers: [],
      scales: new Map(),
      ways: [],
      turns: act.verb === 'turn' && this.setting.icon('probe', act.icon, { x: 0, y: 0 }, 100) !== undefined,
      lines: [],
    };
    const { speech } = this.where;
    if (speech && speech.until <= at + 0.01) this.where.speech = undefined;
    this.#play(step, act, freeUntil(act, later, this.setting.duration) - at, later);
    return step;
  }

  #play(step: Step, act: Act, free: number, later: Moment[]): void {
    const { at, figures } = step;
    switch (act.verb) {
      case 'move':
        this.journeys.move(step, act.actor, act.to, at, free);
        break;
      case 'return':
        this.journeys.home(step, act.actor, at, free);
        break;
      case 'swap':
        this.journeys.swap(step, act.actor, act.other, at, free);
        break;
      case 'travel':
        this.journeys.travel(step, act, free);
        break;
      case 'carry':
        this.journeys.carry(step, act, free);
        break;
      case 'connect':
      case 'point':
        step.lines.push(this.#line(act.actor, act.to));
        break;
      case 'mix':
        this.#mix(step, act);
        break;
      case 'split':
      case 'merge':
        this.#recast(step, act);
        break;
      case 'leave':
        step.followers.push(...figures.flatMap((id) => this.where.ridersOf(id)));
        for (const id of [...figures, ...step.followers]) this.where.of(id).isGone = true;
        break;
      case 'enter':
        this.#enter(step, act.side);
        break;
      case 'lock':
      case 'unlock':
        for (const id of figures) this.#badge(step, id, act.verb === 'lock');
        break;
      case 'cross':
        for (const id of figures)
          if (wordsOn(this.plan.cast.figures.get(id)!.body)) this.#badge(step, id, true);
        break;
      case 'talk':
        this.#talk(step, act.words, later);
        break;
      case 'turn':
        if (act.called !== undefined) for (const id of figures) this.#rename(step, id, act.called);
        break;
      case 'grow':
      case 'shrink':
        for (const id of figures) step.scales.set(id, this.#resize(id, act.verb === 'grow' ? GROWN : SHRUNK));
        break;
    }
  }

  /** From as far to the side as there is frame, and not across words, nor with its own words across a picture. */
  #enter(step: Step, side: Side | undefined): void {
    for (const id of step.figures) {
      this.where.of(id).isGone = false;
      if (!side) continue;
      const room = this.where.room([id]);
      const box = this.where.boxOf(id);
      const figure = this.plan.cast.figures.get(id)!;
      const bearer = new Set(figure.actor.on === undefined ? [] : [figure.actor.on]);
      const shifts = [220, 160, 110, 70, 40].map((by) => toSide(side, by));
      const at = (shift: Point) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y });
      const free = shifts.find((shift) => {
        const words = wordsOf(figure, at(shift));
        const cost = room.costOfBody(at(shift)) + (words ? room.costOfText(words, bearer) : 0);
        return cost < CONFLICT;
      });
      step.entrances.set(id, free ?? shifts.at(-1)!);
    }
  }

  /** What opens without ever having been closed was closed from the start. */
  #lockFromTheStart(moments: Moment[]): void {
    const seen = new Set<string>();
    for (const { act } of moments) {
      if (act.verb !== 'lock' && act.verb !== 'unlock') continue;
      for (const id of figuresOf(this.plan.cast, act.actor)) {
        if (!seen.has(id) && act.verb === 'unlock') {
          this.plan.locked.set(id, this.#fasten(id));
        }
        seen.add(id);
      }
    }
  }

  #badge(step: Step, id: string, isClosed: boolean): void {
    const worn = this.where.of(id).badge ?? this.#fasten(id);
    step.badges.set(id, worn);
    if (!isClosed) delete this.where.of(id).badge;
  }

  /** At the corner of the body where it covers no words. */
  #fasten(id: string): Company {
    const state = this.where.of(id);
    const figure = this.plan.cast.figures.get(id)!;
    const { badge, cost } = badgeOn(figure, this.where.boxOf(id), this.where.room([]));
    if (cost >= CONFLICT) this.cost += cost;
    state.badge = badge;
    return badge;
  }

  /** Until it is read and something else happens, until the next who talks, or until the speaker goes. */
  #talk(step: Step, words: string, later: Moment[]): void {
    const speaker = step.figures[0]!;
    const read = step.at + 1.6 + 0.3 * words.split(' ').length;
    const over = later.find(
      ({ act, at }) =>
        at > read ||
        act.verb === 'talk' ||
        moversOf(act).some((ref) =>
          this.#all([ref]).some((id) => id === speaker || this.#carries(id, speaker)),
        ),
    );
    // Before something else may begin, the words are gone.
    const until = over ? over.at : this.setting.duration + 1;
    this.where.speech = undefined;
    const body = this.where.boxOf(speaker);
    const own = new Set([speaker, `reach:${this.plan.cast.figures.get(speaker)!.name}`]);
    const bubble = bubbleAt(words, body, this.where.room([]), this.setting, own);
    if (bubble.cost >= CONFLICT) this.cost += bubble.cost;
    step.bubble = { ...bubble, until };
    this.where.speech = { box: bubble.box, speaker, until };
  }

  #carries(host: string, rider: string): boolean {
    return this.where.ridersOf(host).includes(rider);
  }

  /** Other words where the old label stood, or where there is room for them. */
  #rename(step: Step, id: string, called: string): void {
    const figure = this.plan.cast.figures.get(id)!;
    if (this.plan.cast.rows.get(figure.name)!.length > 1) return;
    const state = this.where.of(id);
    state.hasLabel = false;
    delete state.label;
    const found = [430, 300, 220]
      .map((max_width) => this.setting.fit(called, { max_width, max_lines: 3 }))
      .map((block) => ({
        block,
        ...labelAround(this.where.reachOf(id), block, this.where.room([]), `reach:${figure.name}`),
      }))
      .reduce((best, next) => (next.cost < best.cost ? next : best));
    if (found.cost >= CONFLICT) this.cost += found.cost;
    step.renamed.set(id, { block: found.block, box: found.box });
    state.label = found.box;
  }

  #resize(id: string, by: number): number {
    const state = this.where.of(id);
    const least = leastScale(this.plan.cast.figures.get(id)!, this.setting);
    state.scale = Math.max(Math.min(least, 1), Math.min(GROWN, Math.max(SHRUNK, state.scale * by)));
    return state.scale;
  }

  #mix(step: Step, act: Extract<Act, { verb: 'mix' }>): void {
    for (const id of [act.actor, act.other])
      step.lines.push(flowInto(this.where.boxOf(id), this.where.boxOf(act.into)));
    this.where.of(act.into).isGone = false;
  }

  /** Those who were there go, those who come of them take their places. */
  #recast(step: Step, act: Act): void {
    step.comers.push(...this.#all(comersOf(act)));
    step.followers.push(...step.figures.flatMap((id) => this.where.ridersOf(id)));
    for (const id of [...step.figures, ...step.followers]) this.where.of(id).isGone = true;
    for (const id of step.comers) this.where.of(id).isGone = false;
  }

  #line(from: string, to: string): Route {
    const [a, b] = [this.where.single(from), this.where.single(to)];
    const room = this.where.room([]);
    const own = new Set([a, b, `words:${a}`, `words:${b}`]);
    const isRound = (id: string) => ['ball', 'round'].includes(this.plan.cast.figures.get(id)!.body.kind);
    const route = routeBetween(
      this.where.boxOf(a),
      this.where.boxOf(b),
      'straight',
      ({ points }) => room.costOfLine(points, own),
      {
        height: this.setting.area.height * 0.4,
        isRound: { from: isRound(a), to: isRound(b) },
      },
    );
    if (route.cost >= CONFLICT || route.length < SEEN) this.cost += Math.max(CONFLICT, route.cost);
    return route;
  }

  #all(refs: string[]): string[] {
    return refs.flatMap((ref) => figuresOf(this.plan.cast, ref));
  }
}

/** The moment at which one of those taking part is needed again. */
function freeUntil(act: Act, later: Moment[], duration: number): number {
  const own = moversOf(act);
  const next = later.find(
    (one) => own.includes(one.act.actor) || moversOf(one.act).some((ref) => own.includes(ref)),
  );
  return next ? next.at - 0.05 : duration - 0.55;
}
