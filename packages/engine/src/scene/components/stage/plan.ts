/**
 * The whole play worked out before anything is drawn: who stands where, how the lines run, and what happens
 * when. Bodies are tried large first and made smaller until nothing is in anything's way.
 */
import { ChalktalkError } from '../../../errors.ts';
import { centreOf, union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { type Cast, castOf, type Figure, figuresOf } from './cast.ts';
import { leanings } from './check.ts';
import { dockOn } from './dock.ts';
import { CONFLICT, overlap, Room, swell } from './room.ts';
import { flowInto, pointAt, type Route, routeBetween } from './route.ts';
import type { StageData } from './schema.ts';
import { type Spot, spotsOf } from './spots.ts';
import { type Ground, leaning, type Member, rowOf, standIn } from './stand.ts';
import { type Step, stepsOf } from './story.ts';
import { actOf } from './verbs.ts';

export interface Plan {
  cast: Cast;
  /** Bodies at rest, by figure. */
  homes: Map<string, Box>;
  /** By actor: its label's box, and whether it stays when the figure rides on another. */
  labels: Map<string, { block: TextBlock; box: Box }>;
  paths: Map<string, PathPlace>;
  steps: Step[];
}

export interface PathPlace extends Route {
  /** Who stands on it, and after which share of its length. */
  standing: { figure: string; share: number }[];
  label?: { block: TextBlock; box: Box };
}

/** Sizes tried in turn; a stage of few actors may be larger than life. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42];
const GENEROUS = [1.35, 1.2, 1.1];
const FEW = 4;
/** Bodies at rest may come this close to each other: the price of a narrow gap, not of lying on each other. */
const TOUCH = 60;

const plans = new WeakMap<Setting, Plan>();

/**
 * The plan of a stage; layout and motion of the same setting share it.
 * @throws ChalktalkError `does_not_fit` when the actors and their labels have no room even when small
 */
export function planStage(data: StageData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (!plan) {
    plan = bestPlan(data, setting);
    plans.set(setting, plan);
  }
  return plan;
}

function bestPlan(data: StageData, setting: Setting): Plan {
  const spots = spotsOf(data);
  const scales = spots.size <= FEW ? [...GENEROUS, ...SCALES] : SCALES;
  let best: { plan: Plan; cost: number } | undefined;
  for (const [scale, hasSideLabels] of scales.flatMap((one) => [
    [one, false] as const,
    [one, true] as const,
  ])) {
    const tried = planAt(scale, hasSideLabels, data, setting, spots);
    if (!best || tried.cost < best.cost) best = tried;
    if (best.cost < CONFLICT) break;
  }
  if (best!.cost >= 100 * CONFLICT) {
    throw new ChalktalkError(
      'does_not_fit',
      'The stage has more actors and labels than fit on screen; leave some out.',
    );
  }
  return best!.plan;
}

function planAt(
  scale: number,
  hasSideLabels: boolean,
  data: StageData,
  setting: Setting,
  spots: Map<string, Spot>,
): { plan: Plan; cost: number } {
  const { area, shape } = setting;
  const cast = castOf(data, setting, scale, labelWidth(spots, setting));
  const room = new Room(area);
  const plan: Plan = { cast, homes: new Map(), labels: new Map(), paths: new Map(), steps: [] };
  const ground: Ground = { area, shape, data, cast, spots, hasSideLabels };
  const standing = standIn(ground);
  let cost = standing.excess > 0.5 ? 100 * CONFLICT + standing.excess : 0;
  for (const { kind, of, box } of standing.members) cost += settle(kind, of, box, plan, room);
  cost += settleOthers(ground, setting, plan, room);
  addFlows(data, plan, room);
  for (const [name, path] of Object.entries(data.paths)) {
    if (path.label === undefined) continue;
    const place = plan.paths.get(name)!;
    const found = [460, 300, 200]
      .map((width) => setting.fit(path.label!, { max_width: width, max_lines: 4 }))
      .map((block) => ({ block, ...labelBeside(place, block, reachOf(name, data, cast), room) }))
      .reduce((best, next) => (next.cost < best.cost ? next : best));
    place.label = { block: found.block, box: found.box };
    room.addText(found.box, `path:${name}`);
    cost += found.cost;
  }
  const story = stepsOf(data, setting, plan);
  plan.steps = story.steps;
  return { plan, cost: cost + story.cost };
}

/** Where mixtures will flow, so that words keep clear of it from the start. */
function addFlows(data: StageData, plan: Plan, room: Room): void {
  for (const cue of data.cues) {
    const act = actOf(cue.do);
    if (act.verb !== 'mix') continue;
    const into = plan.homes.get(act.into);
    for (const id of [act.actor, act.other]) {
      const from = plan.homes.get(id);
      if (from && into) room.addLine(flowInto(from, into).points, 'flow');
    }
  }
}

function settle(kind: Member['kind'], of: string, box: Box, plan: Plan, room: Room): number {
  if (kind === 'reach') {
    const { name } = plan.cast.figures.get(of)!;
    room.addReach(box, `reach:${name}`);
    return room.costOfReach(box, new Set([`label:${name}`, `words:${of}`]));
  }
  if (kind === 'label') {
    const cost = room.costOfText(box, new Set([`reach:${of}`]));
    room.addText(box, `label:${of}`);
    plan.labels.set(of, { block: plan.cast.labels.get(of)!, box });
    return cost >= CONFLICT ? cost : 0;
  }
  const cost = room.costOfBody(box) > TOUCH ? CONFLICT : 0;
  plan.homes.set(of, box);
  addFigure(plan.cast.figures.get(of)!, box, room);
  return cost;
}

/** A figure in a room: its body, and the words upon it, which nothing may cover. */
export function addFigure(figure: Figure, box: Box, room: Room): void {
  room.addBody(box, figure.id);
  const { body } = figure;
  const text = 'text' in body ? body.text : undefined;
  if (!text) return;
  const scale = box.width / figure.width;
  const [width, height] = [text.width * scale, text.height * scale];
  room.addText(
    { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height },
    `words:${figure.id}`,
  );
}

/** Whoever leans on others, as soon as these stand. */
function settleOthers(ground: Ground, setting: Setting, plan: Plan, room: Room): number {
  const { data } = ground;
  let cost = 0;
  const isPlaced = (name: string) => plan.cast.rows.get(name)!.every((id) => plan.homes.has(id));
  const openPaths = new Set(Object.keys(data.paths));
  for (let round = 0; round < 24; round += 1) {
    for (const name of openPaths) {
      const path = data.paths[name]!;
      if (!isPlaced(path.from) || !isPlaced(path.to)) continue;
      cost += settlePath(name, ground, setting, plan, room);
      openPaths.delete(name);
    }
    const waiting = Object.keys(data.actors).filter((name) => !isPlaced(name));
    const ready = waiting.find(
      (name) => leanings(data.actors[name]!, data).every(isPlaced) && data.actors[name]!.along === undefined,
    );
    if (ready === undefined && openPaths.size === 0) break;
    if (ready !== undefined) cost += settleLeaner(ready, ground, setting, plan, room);
  }
  return cost;
}

function settleLeaner(name: string, ground: Ground, setting: Setting, plan: Plan, room: Room): number {
  const actor = ground.data.actors[name]!;
  const target = actor.on ?? actor.above ?? actor.below!;
  const ids = figuresOf(plan.cast, target);
  const anchor = union(ids.map((id) => plan.homes.get(id)!));
  if (actor.on === undefined) {
    const way = actor.above === undefined ? 'below' : 'above';
    return settleBest(leaning(name, way, anchor, ground), anchor.width, plan, room);
  }
  let cost = 0;
  for (const id of plan.cast.rows.get(name)!) {
    const figure = plan.cast.figures.get(id)!;
    const from = { x: setting.area.x + setting.area.width, y: anchor.y };
    const dock = dockOn(anchor, figure, from, leastScale(figure, setting), room, new Set(ids));
    const width = figure.width * dock.scale;
    const height = figure.height * dock.scale;
    // A body smaller from the start is simply a smaller body.
    if (dock.scale < 1) rescale(figure, dock.scale);
    const box = { x: dock.centre.x - width / 2, y: dock.centre.y - height / 2, width, height };
    plan.homes.set(id, box);
    addFigure(figure, box, room);
    cost += dock.cost;
  }
  const block = plan.cast.labels.get(name);
  if (block) {
    const first = plan.homes.get(plan.cast.rows.get(name)![0]!)!;
    const found = labelAround(first, block, room);
    plan.labels.set(name, { block, box: found.box });
    room.addText(found.box, `label:${name}`);
    cost += found.cost;
  }
  return cost;
}

/** Straight above or below if that is free, else a little to a side. */
function settleBest(members: Member[], width: number, plan: Plan, room: Room): number {
  const shifts = [0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9, 1.3, -1.3].map((share) => share * width);
  const at = (shift: number) => members.map((one) => ({ ...one, box: { ...one.box, x: one.box.x + shift } }));
  const costOf = (shift: number) =>
    at(shift).reduce((sum, { kind, box }) => {
      if (kind === 'reach') return sum;
      return sum + (kind === 'label' ? room.costOfText(box) : room.costOfBody(box)) + Math.abs(shift) * 0.02;
    }, 0);
  const costs = shifts.map(costOf);
  const best = shifts[costs.indexOf(Math.min(...costs))]!;
  return at(best).reduce((sum, { kind, of, box }) => sum + settle(kind, of, box, plan, room), 0);
}

function rescale(figure: Figure, by: number): void {
  figure.width *= by;
  figure.height *= by;
  const { body } = figure;
  if ('text' in body && body.text)
    figure.body = { ...body, text: scaledText(body.text, by) } as Figure['body'];
}

function scaledText(block: TextBlock, by: number): TextBlock {
  const { font } = block;
  return {
    font: { ...font, size: font.size * by, ...(font.tracking ? { tracking: font.tracking * by } : {}) },
    lines: block.lines.map((line) => ({
      width: line.width * by,
      runs: line.runs.map((run) => ({ ...run, dx: run.dx * by, width: run.width * by })),
    })),
    width: block.width * by,
    height: block.height * by,
    ascent: block.ascent * by,
    line_height: block.line_height * by,
  };
}

/** The smallest factor at which a figure's words can still be read. */
export function leastScale(figure: Figure, setting: Setting): number {
  const { body } = figure;
  const text = 'text' in body ? body.text : body.kind === 'round' ? body.initial : undefined;
  return text ? Math.min(1, setting.type.least / text.font.size) : 0;
}

function settlePath(name: string, ground: Ground, setting: Setting, plan: Plan, room: Room): number {
  const { data } = ground;
  const path = data.paths[name]!;
  const ends = [path.from, path.to].map((end) => figuresOf(plan.cast, end));
  const [from, to] = ends.map((ids) => union(ids.map((id) => plan.homes.get(id)!))) as [Box, Box];
  const own = new Set(ends.flat().flatMap((id) => [id, `words:${id}`]));
  const standers = Object.keys(data.actors)
    .filter((other) => data.actors[other]!.along === name)
    .flatMap((other) => plan.cast.rows.get(other)!);
  const places = (route: Route) =>
    standers.map((id, index) => {
      const share = (index + 1) / (standers.length + 1);
      const { width, height } = plan.cast.figures.get(id)!;
      const { x, y } = pointAt(route, share);
      return { figure: id, share, box: { x: x - width / 2, y: y - height / 2, width, height } };
    });
  const hanging = (route: Route) =>
    places(route).flatMap(({ figure, box }) =>
      (['above', 'below'] as const).flatMap((way) =>
        Object.keys(data.actors)
          .filter((other) => data.actors[other]![way] === figure)
          .flatMap((other) => leaning(other, way, box, ground)),
      ),
    );
  const travellers = data.cues.flatMap((cue) => {
    const act = actOf(cue.do);
    return act.verb === 'travel' && act.path === name ? [plan.cast.figures.get(act.actor)!] : [];
  });
  // Neighbours on the path must not lie on each other.
  const crowded = (route: Route) => {
    const all = places(route);
    return all.filter(({ figure, box }, index) => {
      const before = all[index - 1];
      if (!before) return false;
      if ('text' in plan.cast.figures.get(figure)!.body) return overlap(swell(box, 3), before.box) > 0;
      const [a, b] = [centreOf(box), centreOf(before.box)];
      return Math.hypot(a.x - b.x, a.y - b.y) < (box.width + before.box.width) / 2;
    }).length;
  };
  const costOf = (route: Route) =>
    room.costOfLine(route.points, own) +
    crowded(route) * CONFLICT +
    travellers.reduce(
      (sum, { width, height, name: whose }) =>
        sum + room.costOfWay(route.points, width, height, new Set([...own, `label:${whose}`])),
      0,
    ) +
    places(route).reduce((sum, { box }) => sum + 4 * room.costOfBody(box), 0) +
    hanging(route).reduce(
      (sum, { kind, box }) => sum + (kind === 'label' ? room.costOfText(box) : room.costOfBody(box)),
      0,
    );
  const isRound = (end: string) =>
    ['ball', 'round'].includes(plan.cast.figures.get(figuresOf(plan.cast, end)[0]!)!.body.kind);
  const options = {
    height: setting.area.height * 0.3,
    swing: setting.shape === 'tall' ? 0.22 : 0.15,
    isRound: { from: isRound(path.from), to: isRound(path.to) },
  };
  const hasRoom = fitStanders(
    standers,
    routeBetween(from, to, 'straight', () => 0, options),
    plan,
    setting,
  );
  const route = routeBetween(from, to, path.bend, costOf, options);
  room.addLine(route.points, `line:${name}`);
  const standing = places(route);
  for (const { figure, box } of standing) {
    plan.homes.set(figure, box);
    addFigure(plan.cast.figures.get(figure)!, box, room);
  }
  plan.paths.set(name, { ...route, standing: standing.map(({ figure, share }) => ({ figure, share })) });
  let cost = route.cost + (hasRoom ? 0 : CONFLICT);
  for (const other of new Set(standers.map((id) => plan.cast.figures.get(id)!.name))) {
    const block = plan.cast.labels.get(other);
    if (!block) continue;
    const ids = plan.cast.rows.get(other)!;
    const found = labelAround(plan.homes.get(ids[Math.floor((ids.length - 1) / 2)]!)!, block, room);
    plan.labels.set(other, { block, box: found.box });
    room.addText(found.box, `label:${other}`);
    cost += found.cost;
  }
  return cost;
}

/** On a path nobody should be smaller than this, px: better that those at its ends are. */
const SMALLEST = 62;

/** Those on a path are small enough that the path is seen between them. False when that makes them tiny. */
function fitStanders(ids: string[], route: Route, plan: Plan, setting: Setting): boolean {
  const spacing = route.length / (ids.length + 1);
  const most = spacing * 0.7;
  let isTiny = false;
  for (const id of ids) {
    const figure = plan.cast.figures.get(id)!;
    const size = Math.max(figure.width, figure.height);
    const { body } = figure;
    const text = 'text' in body ? body.text : body.kind === 'round' ? body.initial : undefined;
    if (size > most && !text) {
      rescale(figure, Math.max(most, 56) / size);
      isTiny ||= most < SMALLEST;
    }
    if (text && figure.width > spacing) {
      const least = body.kind === 'ball' ? Math.hypot(text.width, text.height) + 12 : text.width + 28;
      figure.width = Math.max(least, spacing - 16);
      if (body.kind === 'ball') figure.height = figure.width;
      if (figure.width > spacing) {
        rescale(figure, Math.max(leastScale(figure, setting), spacing / figure.width));
        isTiny ||= figure.width > spacing;
      }
    }
  }
  return !isTiny;
}

function labelWidth(spots: Map<string, Spot>, setting: Setting): number {
  const counts = new Map<number, number>();
  for (const spot of spots.values()) {
    const row = rowOf(spot, setting.shape);
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  return Math.max(190, Math.min(430, setting.area.width / most - 56));
}

/**
 * A label's place around a body: below, above, or at its sides.
 * @param own owner whose reach the label may stand in
 */
export function labelAround(body: Box, block: TextBlock, room: Room, own = ''): { box: Box; cost: number } {
  const { width, height } = block;
  const middle = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
  const candidates: Point[] = [16, 44].flatMap((gap) => [
    { x: middle.x - width / 2, y: body.y + body.height + gap },
    { x: middle.x - width / 2, y: body.y - gap - height },
    { x: body.x + body.width + gap, y: middle.y - height / 2 },
    { x: body.x - gap - width, y: middle.y - height / 2 },
    { x: body.x + body.width + gap, y: body.y - height },
    { x: body.x - gap - width, y: body.y - height },
    { x: body.x + body.width - 10, y: body.y + body.height + gap },
    { x: body.x + 10 - width, y: body.y + body.height + gap },
  ]);
  return cheapest(candidates, block, room, new Set([own]));
}

/** How far those who travel a path reach to its sides, px. */
function reachOf(path: string, data: StageData, cast: Cast): number {
  const sizes = data.cues.flatMap((cue) => {
    const act = actOf(cue.do);
    if (act.verb !== 'travel' || act.path !== path) return [];
    const { width, height } = cast.figures.get(act.actor)!;
    return [Math.min(width, height) * 0.6];
  });
  return Math.max(0, ...sizes);
}

/** A label's place beside a line, near its middle where possible. */
function labelBeside(route: Route, block: TextBlock, reach: number, room: Room): { box: Box; cost: number } {
  const { width, height } = block;
  const candidates = [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75, 0.15, 0.85].flatMap((share) => {
    const [a, b, at] = [pointAt(route, share - 0.03), pointAt(route, share + 0.03), pointAt(route, share)];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    let [nx, ny] = [(b.y - a.y) / length, -(b.x - a.x) / length];
    if (ny > 0) [nx, ny] = [-nx, -ny];
    const gaps = [20, 40, 70, 110, 160];
    return [...gaps.filter((gap) => gap >= reach), ...gaps.filter((gap) => gap < reach)].flatMap((gap) =>
      [1, -1].map((side) => {
        const far = (Math.abs(nx) * width) / 2 + (Math.abs(ny) * height) / 2 + gap;
        return { x: at.x + nx * far * side - width / 2, y: at.y + ny * far * side - height / 2 };
      }),
    );
  });
  return cheapest(candidates, block, room);
}

function cheapest(
  candidates: Point[],
  block: TextBlock,
  room: Room,
  without: ReadonlySet<string> = new Set(),
): { box: Box; cost: number } {
  let best: { box: Box; cost: number } | undefined;
  for (const { x, y } of candidates) {
    const box = { x, y, width: block.width, height: block.height };
    const cost = room.costOfText(box, without);
    if (!best || cost < best.cost) best = { box, cost };
    if (cost === 0) break;
  }
  return best!;
}
