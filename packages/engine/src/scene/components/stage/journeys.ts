/**
 * How figures get about: to one another, along a path, home, or carrying something. A way avoids words, keeps within
 * the frame, and ends where there is room. Whoever rests on a figure goes with it.
 */
import type { Point } from '../../scene.ts';
import { type Figure, figuresOf } from './cast.ts';
import { type Dock, dockOn } from './dock.ts';
import { leastScale } from './fit.ts';
import { labelAround } from './labels.ts';
import { CONFLICT, type Room } from './room.ts';
import { partOf, routeBetween, smooth } from './route.ts';
import type { Step, Way } from './step.ts';
import type { Act } from './verbs.ts';
import { clamp, pacedFor, shareOfRest, soft, wayOf, within } from './way.ts';
import type { Whereabouts } from './whereabouts.ts';

export class Journeys {
  /** Of those that end in something's way. */
  cost = 0;

  constructor(readonly where: Whereabouts) {}

  /** @param together that nobody grows smaller on arrival, for somebody else has hold of it */
  move(step: Step, mover: string, to: string, start: number, free: number, together = false): void {
    const target = this.where.single(to);
    const figure = this.where.plan.cast.figures.get(mover)!;
    // Who is gone to lets go of the one who comes.
    if (this.where.ridersOf(mover).includes(target)) this.where.of(target).isUpon = false;
    const room = this.where.room([mover, ...this.where.ridersOf(mover)]);
    const dock = this.#dock(figure, target, room, together);
    this.cost += dock.cost >= CONFLICT ? dock.cost : 0;
    this.#go(step, figure, dock, start, free, room, { on: target, isStraight: false });
  }

  /** Back to where it stood first. */
  home(step: Step, mover: string, start: number, free: number): void {
    const { plan } = this.where;
    const figure = plan.cast.figures.get(mover)!;
    const home = plan.homes.get(mover)!;
    const centre = { x: home.x + home.width / 2, y: home.y + home.height / 2 };
    const room = this.where.room([mover, ...this.where.ridersOf(mover)]);
    const isUpon = figure.actor.on !== undefined;
    const on = isUpon ? { on: figuresOf(plan.cast, figure.actor.on!)[0]! } : {};
    const cost = room.costOfBody(home, new Set([mover, figure.actor.on ?? '']));
    this.cost += cost >= CONFLICT ? cost : 0;
    this.#go(step, figure, { centre, scale: 1, isUpon }, start, free, room, { ...on, isStraight: false });
  }

  /** Two take each other's place, one passing above and the other below. */
  swap(step: Step, one: string, other: string, start: number, free: number): void {
    const [a, b] = [this.where.of(one), this.where.of(other)];
    const places = { a: { ...a.centre }, b: { ...b.centre } };
    const hosts = { a: a.on, b: b.on };
    const all = [one, other].flatMap((id) => [id, ...this.where.ridersOf(id)]);
    const figures = this.where.plan.cast.figures;
    const room = this.where.room(all);
    for (const [id, centre, on] of [
      [one, places.b, hosts.b],
      [other, places.a, hosts.a],
    ] as const) {
      const { scale, isUpon } = this.where.of(id);
      const stop = { centre, scale, isUpon: isUpon && on !== undefined };
      this.#go(step, figures.get(id)!, stop, start, free, room, {
        ...(on === undefined ? {} : { on }),
        isStraight: true,
      });
    }
    delete step.trail;
    // Each finds room for its name once both stand.
    for (const way of step.ways) this.#label(way);
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

    const riders = this.where.ridersOf(actor);
    const room = this.where.room([actor, ...riders]);
    const dock = this.#dock(figure, target, room);
    this.cost += dock.cost >= CONFLICT ? dock.cost : 0;
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
    const seconds = pacedFor(way, figure, { start: step.at, wished, free }, room, this.where);
    const passes = place.standing
      .filter(
        ({ figure: id, share }) =>
          id !== actor && Math.min(start, end) <= share && share <= Math.max(start, end),
      )
      .map(({ figure: id, share }) => ({
        figure: id,
        at: step.at + seconds * (Math.acos(1 - 2 * ((share - start) / (end - start || 1))) / Math.PI),
      }));
    step.ways.push(wayOf(figure, way, { start: step.at, seconds, scale: dock.scale, passes }, this.where));
    step.trail = stretch;
    step.trailStays = true;
    this.#arrive(step, step.ways.at(-1)!, figure, dock, target);
  }

  /** The bearer fetches what it carries, unless it is there, and both go on as one. */
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
      delete bearer.label;
    }
    const trail = step.trail;
    // On the way the load leads, and the bearer, hands on it, goes with it.
    delete load.on;
    Object.assign(bearer, { on: actor, isUpon: true });
    this.move(step, actor, to, start, step.at + free - start, true);
    Object.assign(bearer, { on: load.on, isUpon: false });
    this.#label(step.ways.find((way) => way.figure === by && way.start === start)!);
    step.trail = trail ?? step.trail!;
  }

  #go(
    step: Step,
    figure: Figure,
    stop: Pick<Dock, 'centre' | 'scale' | 'isUpon'>,
    start: number,
    free: number,
    room: Room,
    options: { on?: string; isStraight: boolean },
  ): void {
    const { id, name } = figure;
    const from = this.where.of(id).centre;
    const without = new Set([id, `words:${id}`, `label:${name}`, options.on ?? '']);
    const whole = this.where.wholeOf(id);
    const by = stop.scale / this.where.of(id).scale;
    const box = (centre: Point) => ({ x: centre.x - 1, y: centre.y - 1, width: 2, height: 2 });
    const height = this.where.setting.area.height * 0.4;
    const route = options.isStraight
      ? routeBetween(box(from), box(stop.centre), 'arc', () => 0, { height, gap: 0 })
      : routeBetween(
          box(from),
          box(stop.centre),
          'straight',
          ({ points }) => room.costOfWay(points, whole.width * by, whole.height * by, without),
          { height, gap: 0 },
        );
    const line = smooth([from, ...route.points.filter((_, index) => index % 6 === 3), stop.centre]);
    const wished = within(clamp(line.length / 620, 0.65, 1.7), free);
    const seconds = pacedFor(line, figure, { start, wished, free }, room, this.where);
    step.ways.push(wayOf(figure, line, { start, seconds, scale: stop.scale, passes: [] }, this.where));
    if (line.length > 160 && room.costOfLine(line.points, without) < CONFLICT) step.trail = line;
    this.#arrive(step, step.ways.at(-1)!, figure, stop, options.on);
  }

  #dock(figure: Figure, target: string, room: Room, together = false): Dock {
    const state = this.where.of(figure.id);
    const least = together ? state.scale : leastScale(figure, this.where.setting);
    const without = new Set([figure.id, `words:${figure.id}`, target]);
    const size = { width: figure.width * state.scale, height: figure.height * state.scale };
    const company = this.where.companyOf(figure.id).map(({ dx, dy, width, height }) => ({
      dx: dx * state.scale,
      dy: dy * state.scale,
      width: width * state.scale,
      height: height * state.scale,
    }));
    const dock = dockOn(
      this.where.largest(target),
      size,
      state.centre,
      least / state.scale,
      room,
      without,
      company,
    );
    return { ...dock, scale: dock.scale * state.scale };
  }

  /** At the end of its way, with all that went along. */
  #arrive(
    step: Step,
    way: Way,
    figure: Figure,
    { centre, scale, isUpon }: Pick<Dock, 'centre' | 'scale' | 'isUpon'>,
    on: string | undefined,
  ): void {
    const state = this.where.of(figure.id);
    const riders = this.where.ridersOf(figure.id);
    const before = { centre: state.centre, scale: state.scale };
    const by = scale / before.scale;
    for (const id of riders) {
      const rider = this.where.of(id);
      const offset = { x: rider.centre.x - before.centre.x, y: rider.centre.y - before.centre.y };
      const count = way.centres.length - 1;
      step.ways.push({
        ...way,
        figure: id,
        passes: [],
        scale: { from: rider.scale, to: rider.scale },
        centres: way.centres.map(({ x, y }, index) => {
          // Its host changes size in the second half of the way.
          const near = 1 + (by - 1) * soft(2 * (index / count) - 1);
          return { x: x + offset.x * near, y: y + offset.y * near };
        }),
      });
      Object.assign(rider, {
        centre: { x: centre.x + offset.x * by, y: centre.y + offset.y * by },
        hasLabel: false,
      });
      delete rider.label;
    }
    Object.assign(state, { centre, scale, isUpon: isUpon && on !== undefined, hasLabel: false });
    if (on === undefined) delete state.on;
    else state.on = on;
    delete state.label;
    this.#label(way);
    for (const id of riders)
      this.#label(step.ways.find((one) => one.figure === id && one.start === way.start)!);
  }

  /** Its name comes again where there is room for it. */
  #label(way: Way): void {
    const { plan } = this.where;
    const figure = plan.cast.figures.get(way.figure)!;
    const isAlone = plan.cast.rows.get(figure.name)!.length === 1;
    const block = isAlone ? plan.cast.labels.get(figure.name) : undefined;
    const state = this.where.of(way.figure);
    delete way.label;
    delete state.label;
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
