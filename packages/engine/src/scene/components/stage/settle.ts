/**
 * Everybody takes a place: those with a spot of their own, then paths between them, those on paths, and whoever
 * leans on others. Each returns what it costs; `CONFLICT` or more means that something is in something's way.
 */
import { union } from '../../layout/box.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { figuresOf } from './cast.ts';
import { leanings } from './check.ts';
import { dockOn } from './dock.ts';
import { leastScale, rescale } from './fit.ts';
import { labelAround } from './labels.ts';
import type { Plan } from './plan.ts';
import { CONFLICT, type Room } from './room.ts';
import { settlePath } from './settle-path.ts';
import { type Ground, leaning, type Member } from './stand.ts';

/** Bodies at rest may come this close to each other: the price of a narrow gap, not of lying on each other. */
const TOUCH = 60;

export function settle(kind: Member['kind'], of: string, box: Box, plan: Plan, room: Room): number {
  if (kind === 'speech') return 0;
  if (kind === 'reach') {
    const { name } = plan.cast.figures.get(of)!;
    room.addReach(box, `reach:${name}`);
    return room.costOfReach(box, new Set([`label:${name}`, `words:${of}`, ...elsewhen(name, plan)]));
  }
  if (kind === 'label') {
    const cost = room.costOfText(box, new Set([`reach:${of}`, ...elsewhen(of, plan)]));
    room.addText(box, `label:${of}`);
    plan.labels.set(of, { block: plan.cast.labels.get(of)!, box });
    return cost >= CONFLICT ? cost : 0;
  }
  const others = elsewhen(plan.cast.figures.get(of)!.name, plan);
  const cost = room.costOfBody(box, others) > TOUCH ? CONFLICT : 0;
  plan.homes.set(of, box);
  room.addFigure(plan.cast.figures.get(of)!, box);
  return cost;
}

/** All that belongs to those who are never there at the same time. */
function elsewhen(name: string, { cast, neverTogether }: Plan): Set<string> {
  const owners = [...(neverTogether.get(name) ?? [])].flatMap((other) => [
    `label:${other}`,
    `reach:${other}`,
    ...cast.rows.get(other)!.flatMap((id) => [id, `words:${id}`]),
  ]);
  return new Set(owners);
}

/** Whoever leans on others, as soon as these stand. */
export function settleOthers(ground: Ground, setting: Setting, plan: Plan, room: Room): number {
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
    room.addFigure(figure, box);
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
      if (kind === 'reach' || kind === 'speech') return sum;
      return sum + (kind === 'label' ? room.costOfText(box) : room.costOfBody(box)) + Math.abs(shift) * 0.02;
    }, 0);
  const costs = shifts.map(costOf);
  const best = shifts[costs.indexOf(Math.min(...costs))]!;
  return at(best).reduce((sum, { kind, of, box }) => sum + settle(kind, of, box, plan, room), 0);
}
