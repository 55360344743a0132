/**
 * How figures get about: to one another, along a path, or carrying something. A way avoids words, keeps within the
 * frame, and ends where there is room.
 */
import { union } from '../../layout/box.ts';
import type { Point } from '../../scene.ts';
import { type Figure, figuresOf } from './cast.ts';
import { dockOn } from './dock.ts';
import { leastScale } from './fit.ts';
import { labelAround } from './labels.ts';
import { CONFLICT, type Room } from './room.ts';
import { partOf, pointAt, type Route, routeBetween, smooth } from './route.ts';
import type { Step, Way } from './story.ts';
import type { Act } from './verbs.ts';
import type { Whereabouts } from './whereabouts.ts';

const STEPS_PER_SECOND = 16;

export class Journeys {
  /** Of those that end in something's way. */
  cost = 0;
  /** When viewers look up: on each cue, and when its first gesture is over, s. */
  #glances: number[];

  constructor(readonly where: Whereabouts) {
    this.#glances = where.data.cues.flatMap((_, index) =>
      [0, 0.6].map((after) => where.setting.cue(`cues.${index}`) + after),
    );
  }

  move(step: Step, mover: string, to: string, start: number, free: number): void {
    const target = this.where.single(to);
    const state = this.where.of(mover);
    const figure = this.where.plan.cast.figures.get(mover)!;
    const from = state.centre;
    const room = this.where.room([mover]);
    const dock = this.#dock(figure, target, room);
    const without = new Set([mover, `words:${mover}`, `label:${figure.name}`, target]);
    const box = (centre: Point) => ({ x: centre.x - 1, y: centre.y - 1, width: 2, height: 2 });
    const route = routeBetween(
      box(from),
      box(dock.centre),
      'straight',
      ({ points }) => room.costOfWay(points, figure.width * dock.scale, figure.height * dock.scale, without),
      { height: this.where.setting.area.height * 0.4, gap: 0 },
    );
    const whole = smooth([from, ...route.points.filter((_, index) => index % 6 === 3), dock.centre]);
    const wished = within(clamp(whole.length / 620, 0.65, 1.7), free);
    const seconds = this.#paced(whole, figure, start, wished, free, room);
    step.ways.push(this.#wayOf(figure, whole, start, seconds, dock.scale, []));
    if (whole.length > 160 && room.costOfLine(whole.points, without) < CONFLICT) step.trail = whole;
    this.#arrive(step.ways.at(-1)!, figure, dock.centre, dock.scale, target);
    this.cost += dock.cost >= CONFLICT ? dock.cost : 0;
  }

  travel(step: Step, act: Extract<Act, { verb: 'travel' }>, free: number): void {
    const { actor, path, to } = act;
    const { cast, paths } = this.where.plan;
    const place = paths.get(path)!;
    const ends = this.where.data.paths[path]!;
    const state = this.where.of(actor);
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

    const room = this.where.room([actor]);
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
  carry(step: Step, act: Extract<Act, { verb: 'carry' }>, free: number): void {
    const { actor, by, to } = act;
    step.loads = [actor];
    this.where.of(actor).hasLabel = false;
    const load = this.where.of(actor);
    const bearer = this.where.of(by);
    let start = step.at;
    if (bearer.on !== actor && load.on !== by) {
      this.move(step, by, actor, start, Math.min(1, free * 0.45));
      start += step.ways.at(-1)!.seconds;
      // It does not stay long enough for its name to be read.
      delete step.ways.at(-1)!.label;
    }
    const left = step.at + free - start;
    const trail = step.trail;
    this.move(step, actor, to, start, left);
    this.move(step, by, to, start, left);
    const [goods, carrier] = step.ways.slice(-2) as [Way, Way];
    const seconds = Math.max(goods.seconds, carrier.seconds);
    goods.seconds = seconds;
    carrier.seconds = seconds;
    step.trail = trail ?? step.trail!;
  }

  #dock(figure: Figure, target: string, room: Room) {
    const state = this.where.of(figure.id);
    const least = leastScale(figure, this.where.setting);
    const without = new Set([figure.id, `words:${figure.id}`, target]);
    const size = { width: figure.width * state.scale, height: figure.height * state.scale };
    const dock = dockOn(this.where.largest(target), size, state.centre, least / state.scale, room, without);
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
    const { area } = this.where.setting;
    const { centre, badge, scale: before } = this.where.of(figure.id);
    // Its padlock goes with it.
    const whole = badge ? union([this.where.boxOf(figure.id), badge]) : this.where.boxOf(figure.id);
    const by = Math.max(1, scale / before);
    const inside = ({ x, y }: Point): Point => ({
      x: clamp(
        x,
        area.x + (centre.x - whole.x) * by,
        area.x + area.width - (whole.x + whole.width - centre.x) * by,
      ),
      y: clamp(
        y,
        area.y + (centre.y - whole.y) * by,
        area.y + area.height - (whole.y + whole.height - centre.y) * by,
      ),
    });
    return {
      figure: figure.id,
      start,
      seconds,
      centres: Array.from({ length: count + 1 }, (_, index) =>
        inside(pointAt(route, (1 - Math.cos((Math.PI * index) / count)) / 2)),
      ),
      scale: { from: this.where.of(figure.id).scale, to: scale },
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
    const state = this.where.of(figure.id);
    if (state.badge) {
      const [dx, dy] = [centre.x - state.centre.x, centre.y - state.centre.y];
      state.badge = { ...state.badge, x: state.badge.x + dx, y: state.badge.y + dy };
    }
    Object.assign(state, { centre, scale, on, hasLabel: false });
    delete state.label;
    const block =
      this.where.plan.cast.rows.get(figure.name)!.length === 1
        ? this.where.plan.cast.labels.get(figure.name)
        : undefined;
    if (!block) return;
    const found = labelAround(
      this.where.reachOf(figure.id),
      block,
      this.where.room([]),
      `reach:${figure.name}`,
    );
    if (found.cost >= CONFLICT) return;
    way.label = { block, box: found.box };
    state.label = found.box;
  }
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
