/**
 * What happens when: each cue as a step with its ways, lines and lasting changes, in the order of their moments.
 * Positions are simulated from step to step, so that everything starts from where it then is.
 */
import { centreOf } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { type Cast, type Figure, figuresOf, GROWN, growthOf, SHRUNK } from './cast.ts';
import { dockOn } from './dock.ts';
import { addFigure, labelAround, leastScale, type Plan } from './plan.ts';
import { CONFLICT, Room, swell } from './room.ts';
import { flowInto, partOf, pointAt, type Route, routeBetween, smooth } from './route.ts';
import type { StageData } from './schema.ts';
import { type Act, actOf, type Side, toSide } from './verbs.ts';

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

interface State {
  centre: Point;
  scale: number;
  isGone: boolean;
  hasLabel: boolean;
  /** On whom it came to rest. */
  on?: string;
  /** Where its label went. */
  label?: Box;
}

const STEPS_PER_SECOND = 16;

export function stepsOf(data: StageData, setting: Setting, plan: Plan): { steps: Step[]; cost: number } {
  const teller = new Teller(data, setting, plan);
  const order = data.cues
    .map((cue, index) => ({ index, act: actOf(cue.do), at: setting.cue(`cues.${index}`) }))
    .sort((a, b) => a.at - b.at);
  const steps = order.map((one, rank) =>
    teller.tell(one, order[rank + 1]?.at ?? setting.duration, order.slice(rank + 1)),
  );
  return { steps, cost: teller.cost };
}

type Moment = { index: number; act: Act; at: number };

class Teller {
  cost = 0;
  #states = new Map<string, State>();
  /** When viewers look up: on each cue, and when its first gesture is over, s. */
  #glances: number[];

  constructor(
    readonly data: StageData,
    readonly setting: Setting,
    readonly plan: Plan,
  ) {
    this.#glances = data.cues.flatMap((_, index) =>
      [0, 0.6].map((after) => setting.cue(`cues.${index}`) + after),
    );
    for (const [id, home] of plan.homes) {
      const { actor } = plan.cast.figures.get(id)!;
      this.#states.set(id, {
        centre: centreOf(home),
        scale: 1,
        isGone: false,
        hasLabel: true,
        ...(actor.on !== undefined ? { on: actor.on } : {}),
      });
    }
  }

  tell({ index, act, at }: Moment, until: number, later: Moment[]): Step {
    const { cast } = this.plan;
    const figures = figuresOf(cast, act.actor);
    const step: Step = {
      part: `cues.${index}`,
      index,
      act,
      at,
      until,
      figures,
      boxes: new Map(figures.map((id) => [id, this.#boxOf(id)])),
      entrances: new Map(),
      scales: new Map(),
      ways: [],
      turns: act.verb === 'turn' && this.setting.icon('probe', act.icon, { x: 0, y: 0 }, 100) !== undefined,
      lines: [],
    };
    const free = freeUntil(act, later, this.setting.duration);
    if (act.verb === 'move') this.#move(step, act.actor, act.to, at, free - at);
    if (act.verb === 'travel') this.#travel(step, act, free - at);
    if (act.verb === 'carry') this.#carry(step, act, free - at);
    if (act.verb === 'connect') step.lines.push(this.#line(act.actor, act.to));
    if (act.verb === 'mix') this.#mix(step, act);
    if (act.verb === 'leave') for (const id of figures) this.#states.get(id)!.isGone = true;
    if (act.verb === 'enter') this.#enter(step, act.side);
    if (act.verb === 'grow' || act.verb === 'shrink') {
      const by = act.verb === 'grow' ? GROWN : SHRUNK;
      for (const id of figures) step.scales.set(id, this.#resize(id, by));
    }
    return step;
  }

  /** From as far to the side as there is frame, and not across words. */
  #enter(step: Step, side: Side | undefined): void {
    for (const id of step.figures) {
      this.#states.get(id)!.isGone = false;
      if (!side) continue;
      const room = this.#room([id]);
      const box = this.#boxOf(id);
      const shifts = [220, 160, 110, 70, 40].map((by) => toSide(side, by));
      const at = (shift: Point) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y });
      const free = shifts.find((shift) => room.costOfBody(at(shift)) < CONFLICT);
      step.entrances.set(id, free ?? shifts.at(-1)!);
    }
  }

  #resize(id: string, by: number): number {
    const state = this.#states.get(id)!;
    const least = leastScale(this.plan.cast.figures.get(id)!, this.setting);
    state.scale = Math.max(Math.min(least, 1), Math.min(GROWN, Math.max(SHRUNK, state.scale * by)));
    return state.scale;
  }

  #move(step: Step, mover: string, to: string, start: number, free: number): void {
    const target = this.#single(to);
    const state = this.#states.get(mover)!;
    const figure = this.plan.cast.figures.get(mover)!;
    const from = state.centre;
    const room = this.#room([mover]);
    const dock = this.#dock(figure, target, room);
    const without = new Set([mover, `words:${mover}`, `label:${figure.name}`, target]);
    const box = (centre: Point) => ({ x: centre.x - 1, y: centre.y - 1, width: 2, height: 2 });
    const route = routeBetween(
      box(from),
      box(dock.centre),
      'straight',
      ({ points }) => room.costOfWay(points, figure.width * dock.scale, figure.height * dock.scale, without),
      { height: this.setting.area.height * 0.4, gap: 0 },
    );
    const whole = smooth([from, ...route.points.filter((_, index) => index % 6 === 3), dock.centre]);
    const wished = within(clamp(whole.length / 620, 0.65, 1.7), free);
    const seconds = this.#paced(whole, figure, start, wished, free, room);
    step.ways.push(this.#wayOf(figure, whole, start, seconds, dock.scale, []));
    if (whole.length > 160 && room.costOfLine(whole.points, without) < CONFLICT) step.trail = whole;
    this.#arrive(step.ways.at(-1)!, figure, dock.centre, dock.scale, target);
    this.cost += dock.cost >= CONFLICT ? dock.cost : 0;
  }

  #travel(step: Step, act: Extract<Act, { verb: 'travel' }>, free: number): void {
    const { actor, path, to } = act;
    const { cast, paths } = this.plan;
    const place = paths.get(path)!;
    const ends = this.data.paths[path]!;
    const state = this.#states.get(actor)!;
    const figure = cast.figures.get(actor)!;
    const own = place.standing.find((one) => one.figure === actor)?.share;
    const [first, last] = [figuresOf(cast, ends.from)[0]!, figuresOf(cast, ends.to)[0]!];
    const target =
      to === undefined
        ? state.on === last
          ? first
          : last
        : to === ends.from
          ? first
          : to === ends.to
            ? last
            : to;
    const shareOf = (id: string) =>
      id === first ? 0 : id === last ? 1 : (place.standing.find((one) => one.figure === id)?.share ?? 1);
    const start =
      own ?? (state.on !== undefined ? (shareOfRest(state.on, shareOf, first, last, place) ?? 0) : 0);
    const end = shareOf(target);

    const room = this.#room([actor]);
    const dock = this.#dock(figure, target, room);
    const ride = figure.body.kind === 'card' ? -0.4 * figure.height : 0;
    const stretch = partOf(place, start, end);
    const centres = stretch.points.map((point, index) => {
      const share = index / (stretch.points.length - 1);
      const leaving = 1 - soft(share / 0.16);
      const coming = soft((share - 0.82) / 0.18);
      const a = stretch.points[0]!;
      const b = stretch.points.at(-1)!;
      return {
        x: point.x + (state.centre.x - a.x) * leaving + (dock.centre.x - b.x) * coming,
        y:
          point.y +
          ride * (1 - leaving) * (1 - coming) +
          (state.centre.y - a.y) * leaving +
          (dock.centre.y - b.y) * coming,
      };
    });
    const way = smooth(centres.filter((_, index) => index % 3 === 0));
    const wished = within(clamp(stretch.length / 330, 1.2, 4.2), free);
    const seconds = this.#paced(way, figure, step.at, wished, free, room);
    const passes = place.standing
      .filter(
        ({ figure: id, share }) =>
          id !== actor && Math.min(start, end) <= share && share <= Math.max(start, end),
      )
      .map(({ figure: id, share }) => ({
        figure: id,
        at: step.at + seconds * (Math.acos(1 - 2 * ((share - start) / (end - start || 1))) / Math.PI),
      }));
    step.ways.push(this.#wayOf(figure, way, step.at, seconds, dock.scale, passes));
    step.trail = stretch;
    step.trailStays = true;
    this.#arrive(step.ways.at(-1)!, figure, dock.centre, dock.scale, target);
  }

  /** The bearer fetches what it carries, unless it is there, and both go on together. */
  #carry(step: Step, act: Extract<Act, { verb: 'carry' }>, free: number): void {
    const { actor, by, to } = act;
    step.loads = [actor];
    this.#states.get(actor)!.hasLabel = false;
    const load = this.#states.get(actor)!;
    const bearer = this.#states.get(by)!;
    let start = step.at;
    if (bearer.on !== actor && load.on !== by) {
      this.#move(step, by, actor, start, Math.min(1, free * 0.45));
      start += step.ways.at(-1)!.seconds;
      // It does not stay long enough for its name to be read.
      delete step.ways.at(-1)!.label;
    }
    const left = step.at + free - start;
    const trail = step.trail;
    this.#move(step, actor, to, start, left);
    this.#move(step, by, to, start, left);
    const [goods, carrier] = step.ways.slice(-2) as [Way, Way];
    const seconds = Math.max(goods.seconds, carrier.seconds);
    goods.seconds = seconds;
    carrier.seconds = seconds;
    step.trail = trail ?? step.trail!;
  }

  #mix(step: Step, act: Extract<Act, { verb: 'mix' }>): void {
    for (const id of [act.actor, act.other])
      step.lines.push(flowInto(this.#boxOf(id), this.#boxOf(act.into)));
    this.#states.get(act.into)!.isGone = false;
  }

  #line(from: string, to: string): Route {
    const [a, b] = [this.#single(from), this.#single(to)];
    const room = this.#room([]);
    const own = new Set([a, b, `words:${a}`, `words:${b}`]);
    const isRound = (id: string) => ['ball', 'round'].includes(this.plan.cast.figures.get(id)!.body.kind);
    const route = routeBetween(
      this.#boxOf(a),
      this.#boxOf(b),
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

  #dock(figure: Figure, target: string, room: Room) {
    const state = this.#states.get(figure.id)!;
    const least = leastScale(figure, this.setting);
    const without = new Set([figure.id, `words:${figure.id}`, target]);
    const size = { width: figure.width * state.scale, height: figure.height * state.scale };
    const dock = dockOn(this.#largest(target), size, state.centre, least / state.scale, room, without);
    return { ...dock, scale: dock.scale * state.scale };
  }

  #wayOf(
    figure: Figure,
    route: Route,
    start: number,
    seconds: number,
    scale: number,
    passes: Way['passes'],
  ): Way {
    const count = Math.max(8, Math.ceil(seconds * STEPS_PER_SECOND));
    return {
      figure: figure.id,
      start,
      seconds,
      centres: Array.from({ length: count + 1 }, (_, index) =>
        pointAt(route, (1 - Math.cos((Math.PI * index) / count)) / 2),
      ),
      scale: { from: this.#states.get(figure.id)!.scale, to: scale },
      passes,
    };
  }

  /** A pace at which nobody is just passing over words when something else is spoken of. */
  #paced(way: Route, figure: Figure, start: number, wished: number, free: number, room: Room): number {
    const own = new Set([`words:${figure.id}`, `label:${figure.name}`]);
    const [width, height] = [figure.width + 16, figure.height + 16];
    const isClear = (seconds: number) =>
      this.#glances.every((at) => {
        if (at <= start + 0.05 || at >= start + seconds) return true;
        const { x, y } = pointAt(way, (1 - Math.cos((Math.PI * (at - start)) / seconds)) / 2);
        return room.costOfReach({ x: x - width / 2, y: y - height / 2, width, height }, own) === 0;
      });
    const paces = [1, 0.85, 1.2, 0.7, 1.45, 0.55, 1.8, 0.4].map((pace) => within(wished * pace, free));
    return paces.find(isClear) ?? wished;
  }

  #arrive(way: Way, figure: Figure, centre: Point, scale: number, on: string): void {
    const state = this.#states.get(figure.id)!;
    Object.assign(state, { centre, scale, on, hasLabel: false });
    delete state.label;
    const block =
      this.plan.cast.rows.get(figure.name)!.length === 1 ? this.plan.cast.labels.get(figure.name) : undefined;
    if (!block) return;
    const found = labelAround(this.#reachOf(figure.id), block, this.#room([]), `reach:${figure.name}`);
    if (found.cost >= CONFLICT) return;
    way.label = { block, box: found.box };
    state.label = found.box;
  }

  /** Its box at the largest it will yet be. */
  #largest(id: string): Box {
    const box = this.#boxOf(id);
    const { name } = this.plan.cast.figures.get(id)!;
    const grows = this.data.cues.some((cue) => {
      const act = actOf(cue.do);
      return act.verb === 'grow' && (act.actor === id || act.actor === name);
    });
    const by = grows ? GROWN / this.#states.get(id)!.scale : 1;
    return swell(box, (box.width * (by - 1)) / 2, (box.height * (by - 1)) / 2);
  }

  /** Everything as it now stands, without the given figures and their labels. */
  #room(without: string[]): Room {
    const { cast, labels, paths, homes } = this.plan;
    const room = new Room(this.setting.area);
    for (const id of homes.keys()) {
      const state = this.#states.get(id)!;
      const figure = cast.figures.get(id)!;
      if (state.isGone || without.includes(id)) continue;
      addFigure(figure, this.#boxOf(id), room);
      room.addReach(this.#reachOf(id), `reach:${figure.name}`);
      if (state.label) room.addText(state.label, `label:${figure.name}`);
    }
    for (const [name, { box }] of labels) {
      const ids = cast.rows.get(name)!;
      const isLeft = ids.length === 1 && (!this.#states.get(ids[0]!)!.hasLabel || without.includes(ids[0]!));
      if (!isLeft) room.addText(box, `label:${name}`);
    }
    for (const [name, path] of paths) {
      room.addLine(path.points, `line:${name}`);
      if (path.label) room.addText(path.label.box, `path:${name}`);
    }
    return room;
  }

  /** Its box with the disc it may yet be lit by. */
  #reachOf(id: string): Box {
    const { name } = this.plan.cast.figures.get(id)!;
    const box = this.#boxOf(id);
    return swell(
      box,
      (Math.max(box.width, box.height) * (growthOf(this.data, name, this.plan.cast) - 1)) / 2,
    );
  }

  #boxOf(id: string): Box {
    const state = this.#states.get(id)!;
    const { width, height } = this.plan.cast.figures.get(id)!;
    const [w, h] = [width * state.scale, height * state.scale];
    return { x: state.centre.x - w / 2, y: state.centre.y - h / 2, width: w, height: h };
  }

  /** A row as a target stands for its middle figure. */
  #single(ref: string): string {
    return middleOf(this.plan.cast, ref);
  }
}

function middleOf(cast: Cast, ref: string): string {
  const ids = figuresOf(cast, ref);
  return ids[Math.floor((ids.length - 1) / 2)]!;
}

/** Where on a path someone rests: at an end, at one of its row, or nowhere. */
function shareOfRest(
  on: string,
  shareOf: (id: string) => number,
  first: string,
  last: string,
  place: { standing: { figure: string }[] },
): number | undefined {
  return on === first || on === last || place.standing.some((one) => one.figure === on)
    ? shareOf(on)
    : undefined;
}

/** The moment at which one of those taking part is needed again. */
function freeUntil(act: Act, later: Moment[], duration: number): number {
  const own = act.verb === 'carry' ? [act.actor, act.by] : [act.actor];
  const next = later.find(
    (one) => own.includes(one.act.actor) || ('by' in one.act && own.includes(one.act.by)),
  );
  return next ? next.at - 0.05 : duration - 0.55;
}

function within(seconds: number, free: number): number {
  return Math.max(0.3, Math.min(seconds, free));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function soft(share: number): number {
  const at = clamp(share, 0, 1);
  return at * at * (3 - 2 * at);
}
