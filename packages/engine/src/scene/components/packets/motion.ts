/** The message falls into packets, each travels its route and lights the routers it passes; one may be lost. */

import { eased } from '../../motion/ease.ts';
import { draw, fade, float, pop, shake } from '../../motion/grammar.ts';
import { measurePath } from '../../motion/path.ts';
import type { PathElement } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { type Plan, planPackets } from './plan.ts';
import type { Journey, PacketsData } from './schema.ts';

/** Seconds a journey takes at least and at most. */
const SHORT = 0.8;
const LONG = 1.6;
const LARGE = 1.16;

export function movePackets(data: PacketsData, setting: Setting): void {
  const plan = planPackets(data, setting);
  open(data, plan, setting);
  const isSplit = data.ops[0]!.do === 'split';
  const setOut = new Set<number>();
  for (const number of data.packets.keys())
    pop(setting.timeline, [`lying.${number}`], (isSplit ? setting.cue('ops.0') + 0.1 : 0.4) + number * 0.07);
  data.ops.forEach((op, index) => {
    const at = setting.cue(`ops.${index}`);
    const next = data.ops[index + 1] ? setting.cue(`ops.${index + 1}`) : setting.duration;
    if (op.do === 'split') fall(index, at, setting);
    else if (op.do === 'join') join(index, data, at, setting);
    else {
      if (op.do !== 'ask' && !setOut.has(op.packet)) {
        setOut.add(op.packet);
        vanish(`lying.${op.packet - 1}`, at, setting);
      }
      travel(op, index, at, next, plan, setting);
    }
  });
}

function open(data: PacketsData, plan: Plan, setting: Setting): void {
  const { timeline, placed } = setting;
  const ends = ['from', 'to'] as const;
  ends.forEach((end, order) => {
    if (placed.has(`${end}.icon`)) pop(timeline, [`${end}.icon`], 0.15 + order * 0.12);
    fade(timeline, [`${end}.name`, `stub.${end}`], 0.3 + order * 0.12);
    for (const index of data.packets.keys()) fade(timeline, [`${end}.place.${index}`], 0.45);
  });
  plan.routes.forEach((hops, route) => {
    fade(timeline, [`route.${route}`], 0.3 + route * 0.1);
    hops.forEach((_, order) => {
      const id = `hop.${route}.${order}`;
      pop(timeline, [id, `${id}.icon`], 0.35 + order * 0.08 + route * 0.05);
      fade(timeline, [`${id}.name`], 0.5 + order * 0.08);
    });
  });
}

/** The message gives way to its packets. */
function fall(index: number, at: number, { timeline }: Setting): void {
  const whole = `whole.${index}`;
  pop(timeline, [whole], 0.35);
  timeline.to(whole, { scale: 1.06 }, { at, over: 0.1 });
  timeline.to(whole, { opacity: 0 }, { at: at + 0.05, over: 0.2 });
}

function vanish(id: string, at: number, { timeline }: Setting): void {
  timeline.to(id, { scale: 0.04 }, { at, over: 0.25, ease: 'in' });
  timeline.to(id, { opacity: 0 }, { at: at + 0.05, over: 0.2 });
}

/** What has arrived closes up into the message. */
function join(index: number, data: PacketsData, at: number, { timeline, placed }: Setting): void {
  data.ops.slice(0, index).forEach((op, other) => {
    if (op.do === 'send' && placed.has(`landed.${other}`))
      timeline.to(`landed.${other}`, { opacity: 0 }, { at: at + 0.05, over: 0.25 });
  });
  pop(timeline, [`whole.${index}`], at);
  float(timeline, `whole.${index}`, at + 1.2, at + 60);
}

function travel(op: Journey, index: number, at: number, next: number, plan: Plan, setting: Setting): void {
  const { timeline, theme } = setting;
  const { colors } = theme;
  const id = `packet.${index}`;
  const way = `way.${index}`;
  const over = Math.min(LONG, Math.max(SHORT, next - at - 0.1));
  const arrived = at + over;
  timeline.set(id, { along: 0, opacity: 0, scale: 0.4 });
  timeline.to(id, { opacity: 1 }, { at, over: 0.15 });
  timeline.to(id, { along: 1 }, { at, over, ease: 'in_out', path: way });
  timeline.to(id, { scale: LARGE }, { at, over: 0.3 });
  timeline.to(id, { scale: 1 }, { at: arrived - 0.25, over: 0.25 });
  draw(timeline, [way], at, over);
  timeline.to(way, { opacity: 0 }, { at: arrived + 0.1, over: 0.35 });
  const { d } = setting.placed.get(way) as PathElement;
  const hops = plan.routes[op.route - 1]!.slice(0, op.do === 'lose' ? op.hop : undefined);
  hops.forEach((hop, order) => {
    light(
      `hop.${op.route - 1}.${order}`,
      at + over * shareAt(d, hop.at),
      op.do === 'lose' && order === hops.length - 1,
      setting,
    );
  });
  if (op.do === 'lose') {
    shake(timeline, id, arrived);
    timeline.to(id, { opacity: 0, y: 40 }, { at: arrived + 0.25, over: 0.4, ease: 'in' });
    timeline.to(`${id}.card`, { stroke: colors.danger }, { at: arrived - 0.1, over: 0.2 });
    pop(timeline, [`cross.${index}`], arrived);
    timeline.to(`cross.${index}`, { opacity: 0 }, { at: Math.max(next, arrived + 0.8), over: 0.3 });
  } else if (op.do === 'ask') {
    timeline.to(id, { opacity: 0 }, { at: Math.max(arrived + 0.3, next - 0.15), over: 0.15 });
  } else {
    vanish(id, arrived, setting);
    if (setting.placed.has(`landed.${index}`)) pop(timeline, [`landed.${index}`], arrived + 0.05);
  }
}

/** A router shines as a packet passes. */
function light(id: string, at: number, stays: boolean, { timeline, theme }: Setting): void {
  const { colors } = theme;
  timeline.to(id, { stroke: stays ? colors.danger : colors.accent }, { at: at - 0.1, over: 0.12 });
  timeline.to(id, { stroke: colors.second }, { at: at + (stays ? 1.2 : 0.35), over: 0.4 });
}

/** The share of a journey's time after which it has come to a point of its way. */
function shareAt(d: string, { x, y }: { x: number; y: number }): number {
  const path = measurePath(d);
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 40; step += 1) {
    const point = path.pointAt(eased('in_out', step / 40));
    const away = Math.hypot(point.x - x, point.y - y);
    if (away < least) [nearest, least] = [step / 40, away];
  }
  return nearest;
}
