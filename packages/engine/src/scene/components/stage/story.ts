/**
 * What happens when: each cue as a step with its ways, lines and lasting changes, in the order of their moments.
 * Positions are simulated from step to step, so that everything starts from where it then is.
 */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { figuresOf, GROWN, SHRUNK } from './cast.ts';
import { leastScale } from './fit.ts';
import { Journeys } from './journeys.ts';
import type { Plan } from './plan.ts';
import { CONFLICT, wordsOf } from './room.ts';
import { flowInto, type Route, routeBetween } from './route.ts';
import type { StageData } from './schema.ts';
import { type Act, actOf, type Side, toSide } from './verbs.ts';
import { Whereabouts } from './whereabouts.ts';

export interface Step {
  /** `cues.N` */
  part: string;
  index: number;
  act: Act;
  /** When it begins, and when the next step or the scene's end comes, s. */
  at: number;
  until: number;
  /** The figures it is about. */
  figures: string[];
  /** Where each of them is as it begins. */
  boxes: Map<string, Box>;
  /** From where, relative to their places, those who enter from a side come, px. */
  entrances: Map<string, Point>;
  /** Where their padlocks are, open or closed. */
  badges: Map<string, Box>;
  /** Their size from then on, as a factor of their own. */
  scales: Map<string, number>;
  ways: Way[];
  /** The line a way leaves behind. */
  trail?: Route;
  /** A travelled path stays lit; the trail of a plain move fades. */
  trailStays?: boolean;
  /** Whose labels give way at once, for somebody comes to fetch them. */
  loads?: string[];
  /** False when no picture is known for what a figure turns into. */
  turns: boolean;
  /** Lines that a connection or a mixture draws. */
  lines: Route[];
}

/** One figure on its way. */
export interface Way {
  figure: string;
  start: number;
  seconds: number;
  /** Centres of its body at equal steps of time, px. */
  centres: Point[];
  /** Factors of its body before and after. */
  scale: { from: number; to: number };
  /** Those of the row it passes, and when, s. */
  passes: { figure: string; at: number }[];
  /** Where its label reappears, if there is room. */
  label?: { block: TextBlock; box: Box };
}

type Moment = { index: number; act: Act; at: number };

/** The steps in the order of their moments, and what they cost where they cannot but be in something's way. */
export function stepsOf(data: StageData, setting: Setting, plan: Plan): { steps: Step[]; cost: number } {
  const teller = new Teller(data, setting, plan);
  const order = data.cues
    .map((cue, index) => ({ index, act: actOf(cue.do), at: setting.cue(`cues.${index}`) }))
    .sort((a, b) => a.at - b.at);
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
  ) {
    this.where = new Whereabouts(data, setting, plan);
    this.journeys = new Journeys(this.where);
  }

  tell({ index, act, at }: Moment, until: number, later: Moment[]): Step {
    const figures = figuresOf(this.plan.cast, act.actor);
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
      scales: new Map(),
      ways: [],
      turns: act.verb === 'turn' && this.setting.icon('probe', act.icon, { x: 0, y: 0 }, 100) !== undefined,
      lines: [],
    };
    const free = freeUntil(act, later, this.setting.duration) - at;
    switch (act.verb) {
      case 'move':
        this.journeys.move(step, act.actor, act.to, at, free);
        break;
      case 'travel':
        this.journeys.travel(step, act, free);
        break;
      case 'carry':
        this.journeys.carry(step, act, free);
        break;
      case 'connect':
        step.lines.push(this.#line(act.actor, act.to));
        break;
      case 'mix':
        this.#mix(step, act);
        break;
      case 'leave':
        for (const id of figures) this.where.of(id).isGone = true;
        break;
      case 'enter':
        this.#enter(step, act.side);
        break;
      case 'lock':
      case 'unlock':
        for (const id of figures) step.badges.set(id, this.#badge(id, act.verb === 'lock'));
        break;
      case 'grow':
      case 'shrink':
        for (const id of figures) step.scales.set(id, this.#resize(id, act.verb === 'grow' ? GROWN : SHRUNK));
        break;
    }
    return step;
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

  /** At the corner of the body where it covers no words: tucked into a picture, well off a card. */
  #badge(id: string, isClosed: boolean): Box {
    const { area } = this.setting;
    const state = this.where.of(id);
    const body = this.where.boxOf(id);
    const figure = this.plan.cast.figures.get(id)!;
    const size = Math.min(104, Math.max(72, Math.max(body.width, body.height) * 0.4));
    const tuck = 'text' in figure.body ? -0.12 : 0.18;
    delete state.badge;
    const room = this.where.room([]);
    const corners = [tuck, tuck - 0.35, -0.8].flatMap((by) =>
      [
        [1, -1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ].map(([right, down]): Box => {
        const x = body.x + body.width / 2 + right! * (body.width / 2 - size * by) - size / 2;
        const y = body.y + body.height / 2 + down! * (body.height / 2 - size * by) - size / 2;
        return {
          x: Math.min(area.x + area.width - size, Math.max(area.x, x)),
          y: Math.min(area.y + area.height - size, Math.max(area.y, y)),
          width: size,
          height: size,
        };
      }),
    );
    const costs = corners.map((box, rank) => room.costOfBody(box, new Set([id])) + rank);
    const best = corners[costs.indexOf(Math.min(...costs))]!;
    if (isClosed) state.badge = best;
    return best;
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
    if (route.cost >= CONFLICT) this.cost += route.cost;
    return route;
  }
}

/** The moment at which one of those taking part is needed again. */
function freeUntil(act: Act, later: Moment[], duration: number): number {
  const own = act.verb === 'carry' ? [act.actor, act.by] : [act.actor];
  const next = later.find(
    (one) => own.includes(one.act.actor) || ('by' in one.act && own.includes(one.act.by)),
  );
  return next ? next.at - 0.05 : duration - 0.55;
}
