/** Axes, then each curve as it is named; the point travels from stop to stop, and its figures and tangent with it. */

import { eased } from '../../motion/ease.ts';
import { draw, fade, pop, rise } from '../../motion/grammar.ts';
import { type MeasuredPath, measurePath } from '../../motion/path.ts';
import type { PathElement } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { figuresOf, notesOf } from './readout.ts';
import type { PlotData } from './schema.ts';

const CURVE = 1.1;
const TRAVEL = 1.2;
/** Straight pieces by which what counts along follows the point. */
const PIECES = 12;
/** How far beside the point its direction is taken, px. */
const TOUCH = 10;
const TURN = 0.14;

export function movePlot(data: PlotData, setting: Setting): void {
  const { timeline } = setting;
  const ids = [...setting.placed.keys()];
  fade(
    timeline,
    ids.filter((id) => /^[xy]\.\d+$/.test(id)),
    0.15,
  );
  draw(
    timeline,
    ids.filter((id) => /^(axis|upright|grid\.\d+)$/.test(id)),
    0.1,
    0.6,
  );
  data.curves.forEach((_, index) => {
    const at = setting.cue(`curves.${index}`);
    rise(timeline, [`formula.${index}`], at, 18);
    const runs = ids.filter((id) => id.startsWith(`curve.${index}.`));
    runs.forEach((id, run) => {
      draw(timeline, [id], at + (CURVE * run) / runs.length, CURVE / runs.length);
    });
  });
  data.lines?.forEach((_, index) => {
    const at = setting.cue(`lines.${index}`);
    draw(timeline, [`line.${index}`], at);
    if (setting.placed.has(`line.text.${index}`)) fade(timeline, [`line.text.${index}`], at);
  });
  if (data.area) draw(timeline, ['area'], setting.cue('area'), CURVE);
  travel(data, setting);
  takeTurns(data, setting);
}

function travel(data: PlotData, setting: Setting): void {
  const stops = data.stops ?? [];
  if (stops.length === 0) return;
  const { timeline, placed } = setting;
  const way = measurePath((placed.get('way') as PathElement).d);
  const moments = stops.map((_, index) => setting.cue(`stops.${index}`));
  const shares = stops.map((stop) => shareAt(way, (stop.x - data.x[0]) / (data.x[1] - data.x[0])));
  const movers = data.tangent ? ['point', 'tangent'] : ['point'];
  const first = moments[0]!;
  pop(timeline, ['point'], first);
  if (data.tangent) fade(timeline, ['tangent'], first);
  fade(
    timeline,
    figuresOf(data).flatMap((figure) => [`name.${figure.id}`, `figure.${figure.id}`]),
    first,
  );
  for (const id of movers) timeline.set(id, { along: shares[0]! });
  follow(data, way, shares[0]!, stops[0]!.x, setting);
  stops.forEach((stop, index) => {
    const at = moments[index]!;
    pop(timeline, [`stop.${index}`], at);
    const until = moments[index + 1] ?? setting.duration - 0.4;
    timeline.sway('point', 'scale', { from: at + TRAVEL + 0.1, to: until, amount: 0.12, period: 1.6 });
    if (index === 0) {
      // The way is named here, as the point stands on it before it moves.
      for (const id of movers) timeline.to(id, { along: shares[0]! }, { at, over: 0.01, path: 'way' });
      return;
    }
    const over = Math.min(TRAVEL, Math.max(0.3, (moments[index + 1] ?? setting.duration) - at - 0.1));
    const [from, to] = [shares[index - 1]!, shares[index]!];
    for (const id of movers) timeline.to(id, { along: to }, { at, over, ease: 'in_out', path: 'way' });
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const share = from + (to - from) * eased('in_out', piece / PIECES);
      const value = piece === PIECES ? stop.x : valueAt(data, way, share);
      const slot = { at: at + (over * (piece - 1)) / PIECES, over: over / PIECES };
      follow(data, way, share, value, setting, slot);
    }
  });
}

/** x at a share of the way's length. */
function valueAt(data: PlotData, way: MeasuredPath, share: number): number {
  const [left, right] = [way.pointAt(0).x, way.pointAt(1).x];
  return data.x[0] + ((way.pointAt(share).x - left) / (right - left)) * (data.x[1] - data.x[0]);
}

/** Share of the way's length at a share of its width. */
function shareAt(way: MeasuredPath, across: number): number {
  const [left, right] = [way.pointAt(0).x, way.pointAt(1).x];
  const wanted = left + (right - left) * across;
  let [low, high] = [0, 1];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (way.pointAt(middle).x < wanted) low = middle;
    else high = middle;
  }
  return across >= 1 ? 1 : low;
}

/** Brings the figures and the tangent to what they are at x; without a slot, from the start. */
function follow(
  data: PlotData,
  way: MeasuredPath,
  share: number,
  x: number,
  setting: Setting,
  slot?: { at: number; over: number },
): void {
  const { timeline, placed } = setting;
  const bring = (id: string, values: { count: number } | { rotation: number }) => {
    if (slot) timeline.to(id, values, { ...slot, ease: 'linear' });
    else timeline.set(id, values);
  };
  for (const figure of figuresOf(data)) {
    const span = figure.to - figure.from;
    bring(`figure.${figure.id}`, { count: span === 0 ? 1 : (figure.value(x) - figure.from) / span });
  }
  if (!placed.has('tangent')) return;
  const beside = TOUCH / way.length;
  const [a, b] = [way.pointAt(share - beside), way.pointAt(share + beside)];
  bring('tangent', { rotation: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI });
}

/** Notes follow one another in one place: one is gone before the next comes. */
function takeTurns(data: PlotData, setting: Setting): void {
  const { timeline } = setting;
  const moments = [
    ...(data.stops ?? []).map((_, index) => setting.cue(`stops.${index}`)),
    ...(data.area ? [setting.cue('area')] : []),
  ];
  notesOf(data).forEach(({ part }, index) => {
    const at = setting.cue(part);
    const id = `note.${index}`;
    fade(timeline, [id], at + TURN, 0.25);
    const next = Math.min(...moments.filter((moment) => moment > at));
    if (Number.isFinite(next)) timeline.to(id, { opacity: 0 }, { at: next, over: TURN });
  });
}
