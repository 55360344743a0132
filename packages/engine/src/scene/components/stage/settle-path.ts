/** A path finds its way between its ends, with those who stand on it, hang from them or will travel it. */
import { centreOf, union } from '../../layout/box.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { figuresOf } from './cast.ts';
import { fitStanders } from './fit.ts';
import { labelAround } from './labels.ts';
import type { PathPlace, Plan } from './plan.ts';
import { CONFLICT, overlap, type Room, swell } from './room.ts';
import { pointAt, type Route, routeBetween } from './route.ts';
import type { StageData } from './schema.ts';
import { type Ground, leaning, type Member } from './stand.ts';
import { actOf } from './verbs.ts';

/** Better something close than those on a path too small to be seen: so many conflicts it is worth. */
const TINY = 3;

/** In tall frames a path winds between ends that are close; this share of its first way any way has. */
const WINDING = 0.85;

/** The shortest path that is seen to lead from one to another, px. */
export const SEEN = 90;

interface Stander {
  figure: string;
  share: number;
  box: Box;
}

/** Places a path and all who stand on it; returns the cost. */
export function settlePath(name: string, ground: Ground, setting: Setting, plan: Plan, room: Room): number {
  const { data } = ground;
  const { cast } = plan;
  const path = data.paths[name]!;
  const ends = [path.from, path.to].map((end) => figuresOf(cast, end));
  const [from, to] = ends.map((ids) => union(ids.map((id) => plan.homes.get(id)!))) as [Box, Box];
  const own = new Set(ends.flat().flatMap((id) => [id, `words:${id}`]));
  const ids = Object.keys(data.actors)
    .filter((other) => data.actors[other]!.along === name)
    .flatMap((other) => cast.rows.get(other)!);
  const isRound = (end: string) =>
    ['ball', 'round'].includes(cast.figures.get(figuresOf(cast, end)[0]!)!.body.kind);
  const options = {
    height: setting.area.height * 0.3,
    swing: setting.shape === 'tall' ? 0.22 : 0.15,
    isRound: { from: isRound(path.from), to: isRound(path.to) },
  };
  const lengthOf = (bend: typeof path.bend) => routeBetween(from, to, bend, () => 0, options).length;
  const straight = lengthOf('straight');
  const length = setting.shape === 'tall' ? Math.max(straight, lengthOf(path.bend) * WINDING) : straight;
  const hasRoom = fitStanders(ids, length, cast, setting);
  const costOf = (route: Route) => {
    const standers = standersOn(route, ids, plan);
    return (
      room.costOfLine(route.points, own) +
      crowded(standers, plan) * CONFLICT +
      costOfTravellers(name, route, own, data, plan, room) +
      standers.reduce((sum, { box }) => sum + 4 * room.costOfBody(box), 0) +
      hangingFrom(standers, ground).reduce(
        (sum, { kind, box }) => sum + (kind === 'label' ? room.costOfText(box) : room.costOfBody(box)),
        0,
      )
    );
  };
  const route = routeBetween(from, to, path.bend, costOf, options);
  room.addLine(route.points, `line:${name}`);
  const standers = standersOn(route, ids, plan);
  for (const { figure, box } of standers) {
    plan.homes.set(figure, box);
    room.addFigure(cast.figures.get(figure)!, box);
  }
  const standing: PathPlace['standing'] = standers.map(({ figure, share }) => ({ figure, share }));
  plan.paths.set(name, { ...route, standing });
  const short = route.length < SEEN ? CONFLICT : 0;
  return route.cost + short + (hasRoom ? 0 : TINY * CONFLICT) + labelRows(ids, plan, room);
}

/** Spread evenly over the length, off its ends. */
function standersOn(route: Route, ids: string[], plan: Plan): Stander[] {
  return ids.map((id, index) => {
    const share = (index + 1) / (ids.length + 1);
    const { width, height } = plan.cast.figures.get(id)!;
    const { x, y } = pointAt(route, share);
    return { figure: id, share, box: { x: x - width / 2, y: y - height / 2, width, height } };
  });
}

/** How many lie on their neighbours. */
function crowded(standers: Stander[], plan: Plan): number {
  return standers.filter(({ figure, box }, index) => {
    const before = standers[index - 1];
    if (!before) return false;
    if ('text' in plan.cast.figures.get(figure)!.body) return overlap(swell(box, 3), before.box) > 0;
    const [a, b] = [centreOf(box), centreOf(before.box)];
    return Math.hypot(a.x - b.x, a.y - b.y) < (box.width + before.box.width) / 2;
  }).length;
}

/** Those who have their place above or below one of the row. */
function hangingFrom(standers: Stander[], ground: Ground): Member[] {
  const { actors } = ground.data;
  return standers.flatMap(({ figure, box }) =>
    (['above', 'below'] as const).flatMap((way) =>
      Object.keys(actors)
        .filter((other) => actors[other]![way] === figure)
        .flatMap((other) => leaning(other, way, box, ground)),
    ),
  );
}

function costOfTravellers(
  name: string,
  route: Route,
  own: ReadonlySet<string>,
  data: StageData,
  plan: Plan,
  room: Room,
): number {
  return data.cues.reduce((sum, cue) => {
    const act = actOf(cue.do);
    if (act.verb !== 'travel' || act.path !== name) return sum;
    const { width, height, name: actor } = plan.cast.figures.get(act.actor)!;
    return sum + room.costOfWay(route.points, width, height, new Set([...own, `label:${actor}`]));
  }, 0);
}

/** A row's name stands by the one in its middle. */
function labelRows(ids: string[], plan: Plan, room: Room): number {
  let cost = 0;
  for (const name of new Set(ids.map((id) => plan.cast.figures.get(id)!.name))) {
    const block = plan.cast.labels.get(name);
    if (!block) continue;
    const row = plan.cast.rows.get(name)!;
    const found = labelAround(plan.homes.get(row[Math.floor((row.length - 1) / 2)]!)!, block, room);
    plan.labels.set(name, { block, box: found.box });
    room.addText(found.box, `label:${name}`);
    cost += found.cost;
  }
  return cost;
}
