/** What comes in travels its way to the last free place, what goes out leaves by its own; the others move up. */
import { draw, fade, rise } from '../../motion/grammar.ts';
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { LanePlan, Plan } from './cards.ts';
import { cardId, homeOf } from './layout.ts';
import { planQueue } from './plan.ts';
import type { QueueData } from './schema.ts';

/** Seconds a straight way takes, and each leg of one around a corner. */
const STRAIGHT = 0.55;
const LEG = 0.3;
/** A card that is next waits from this long after the operation before, half seen. */
const AFTER = 0.9;
const HINTED = 0.45;

export function moveQueue(data: QueueData, setting: Setting): void {
  const plan = planQueue(data, setting);
  open(plan, setting);
  plan.lanes.forEach((lane, order) => {
    data.ops.forEach((op, index) => {
      const at = setting.cue(`ops.${index}`);
      const way = `way.${index}.${order}`;
      draw(setting.timeline, [way], at, 0.4);
      setting.timeline.to(way, { opacity: 0 }, { at: at + 0.8, over: 0.3 });
      if (op.do === 'push') comeIn(index, lane, order, plan, setting);
      else goOut(index, lane, order, plan, setting);
      const next = data.ops[index + 1] ? setting.cue(`ops.${index + 1}`) : undefined;
      if (next !== undefined) settle(index, next, lane, order, setting);
    });
  });
}

function open(plan: Plan, setting: Setting): void {
  const { timeline, placed } = setting;
  for (const id of placed.keys()) {
    if (id.startsWith('wall.')) draw(timeline, [id], 0.15, 0.5);
    if (id.startsWith('slot.') || id.startsWith('hint.') || id.startsWith('title.'))
      fade(timeline, [id], 0.3);
    if (id === 'into' || id === 'out') fade(timeline, [id], 0.45);
  }
  plan.lanes.forEach((lane, order) => {
    const start = lane.lane.states[0]!.map((item) => cardId(item, order));
    rise(timeline, start, 0.3, 22);
  });
}

function comeIn(index: number, lane: LanePlan, order: number, plan: Plan, setting: Setting): void {
  const { timeline } = setting;
  const at = setting.cue(`ops.${index}`);
  const state = lane.lane.states[index + 1]!;
  const item = state.at(-1)!;
  const id = cardId(item, order);
  const before = index === 0 ? 0.6 : setting.cue(`ops.${index - 1}`) + AFTER;
  timeline.set(id, { opacity: 0 });
  // Of two that wait for two lanes one is seen; they part as they are called.
  if (at - before > 0.5 && order === 0) timeline.to(id, { opacity: HINTED }, { at: before, over: 0.35 });
  timeline.to(id, { opacity: 1 }, { at, over: 0.15 });
  wear(id, true, at, setting);
  go(id, [lane.via, lane.place(state.length - 1)], homeOf(item, lane, plan), at, setting);
}

function goOut(index: number, lane: LanePlan, order: number, plan: Plan, setting: Setting): void {
  const item = lane.lane.taken[index];
  if (item === undefined) return;
  const at = setting.cue(`ops.${index}`);
  const id = cardId(item, order);
  const isStack = lane.lane.kind === 'stack';
  wear(id, true, at, setting);
  go(id, [isStack ? lane.via : undefined, lane.out], homeOf(item, lane, plan), at, setting);
  if (isStack) return;
  lane.lane.states[index + 1]!.forEach((other, place) => {
    const home = homeOf(other, lane, plan);
    go(cardId(other, order), [lane.place(place)], home, at + 0.12, setting);
  });
}

/** The card of the moment becomes one of the others, and what was out is gone, once something else happens. */
function settle(index: number, next: number, lane: LanePlan, order: number, setting: Setting): void {
  const { timeline } = setting;
  const taken = lane.lane.taken[index];
  if (taken !== undefined) {
    const id = cardId(taken, order);
    timeline.to(id, { opacity: 0 }, { at: next, over: 0.2 });
    return;
  }
  wear(cardId(lane.lane.states[index + 1]!.at(-1)!, order), false, next, setting);
}

/** Along corners to where it belongs: the last leg sets it down. */
function go(id: string, stops: (Point | undefined)[], home: Point, at: number, setting: Setting): void {
  const way = stops.filter((stop): stop is Point => stop !== undefined);
  const over = way.length > 1 ? LEG : STRAIGHT;
  way.forEach((stop, index) => {
    const isLast = index === way.length - 1;
    setting.timeline.to(
      id,
      { x: stop.x - home.x, y: stop.y - home.y },
      { at: at + index * over, over, ease: isLast ? 'out' : 'in_out' },
    );
  });
}

function wear(id: string, isNow: boolean, at: number, { timeline, theme, placed }: Setting): void {
  const { colors } = theme;
  const card = placed.get(`${id}.card`) as { stroke?: string };
  timeline.to(
    `${id}.card`,
    { fill: isNow ? colors.accent_fill : colors.surface, stroke: isNow ? colors.accent : card.stroke! },
    { at, over: 0.3 },
  );
  timeline.to(`${id}.text`, { color: isNow ? colors.on_accent : colors.ink }, { at, over: 0.3 });
}
