/** Bits flip as they are named and what they read as changes with them; a sum lights the places it is made of. */
import { draw, fade, float, pop, reveal, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { looksOf } from './layout.ts';
import { type Plan, planBits } from './plan.ts';
import type { BitsData } from './schema.ts';

const CHANGE = 0.12;

export function moveBits(data: BitsData, setting: Setting): void {
  const plan = planBits(data, setting);
  const { timeline, theme } = setting;
  const { story } = plan;
  open(plan, setting);
  hover(figures(plan, 0), 0.8, setting.cue('ops.0'), setting);
  let sum: { index: number; places: number[] } | undefined;
  let now: number[] = [];
  story.steps.forEach(({ changed, bits }, index) => {
    const at = setting.cue(`ops.${index}`);
    const op = data.ops[index]!;
    const before = index === 0 ? story.start : story.steps[index - 1]!;
    for (const place of now) wear(place, Number(before.bits[place]) as 0 | 1, at, index, plan, setting);
    now = changed;
    changed.forEach((place, order) => {
      flip(place, index, at + order * 0.05, plan, setting);
    });
    if (changed.length > 0) for (const order of plan.reads.keys()) read(order, index, at, plan, setting);
    if (op.do === 'field') {
      const field = plan.fields.get(index)!;
      draw(
        timeline,
        field.pieces.map((_, order) => `field.${index}.bracket.${order}`),
        at,
        0.45,
      );
      fade(timeline, [`field.${index}.name`], at + 0.15);
    }
    const until = data.ops[index + 1] ? setting.cue(`ops.${index + 1}`) : setting.duration;
    hover(
      changed.length > 0 ? changed.map((place) => `bit.${place}`) : figures(plan, index + 1),
      at,
      until,
      setting,
    );
    if (sum && (changed.length > 0 || op.do === 'sum')) {
      timeline.to(`sum.${sum.index}`, { opacity: 0 }, { at: at - CHANGE, over: CHANGE });
      for (const place of sum.places) light(place, theme.colors.soft, at, setting);
      sum = undefined;
    }
    if (op.do === 'sum') {
      const places = [...bits].flatMap((bit, place) => (bit === '1' ? [place] : []));
      sum = { index, places };
      reveal(timeline, `sum.${index}`, at, 0.5 + places.length * 0.22);
      places.forEach((place, order) => {
        light(place, theme.colors.accent, at + order * 0.22, setting);
      });
    }
  });
  for (const [index, { until }] of story.fields) {
    if (until === undefined) continue;
    timeline.to(`field.${index}`, { opacity: 0 }, { at: setting.cue(`ops.${until}`) - CHANGE, over: CHANGE });
  }
}

function open(plan: Plan, setting: Setting): void {
  const { timeline } = setting;
  const { length } = plan.story.start.bits;
  for (let place = 0; place < length; place += 1) {
    rise(timeline, [`bit.${place}`], 0.15 + place * 0.04, 24);
    if (plan.weights[place]) fade(timeline, [`weight.${place}`], 0.5 + (length - place) * 0.05);
  }
  plan.reads.forEach((one, order) => {
    pop(timeline, [`read.${order}.0`], 0.8 + order * 0.15);
    if (one.name) fade(timeline, [`read.${order}.name`], 0.9 + order * 0.15);
  });
}

/** What was last spoken of hovers until the next thing is. */
function hover(ids: string[], at: number, until: number, { timeline }: Setting): void {
  for (const id of ids.slice(0, 3)) float(timeline, id, at + 1, until, 5);
}

/** The figures that stand after so many operations. */
function figures(plan: Plan, count: number): string[] {
  const last = plan.story.steps.slice(0, count).findLastIndex(({ changed }) => changed.length > 0) + 1;
  return plan.reads.map((_, order) => `read.${order}.${last}`);
}

/** A bit that was now looks like what it is again. */
function wear(place: number, look: 0 | 1, at: number, index: number, plan: Plan, setting: Setting): void {
  const { fill, stroke, color } = looksOf(setting)[look];
  setting.timeline.to(`bit.${place}.card`, { fill, stroke }, { at, over: 0.3 });
  setting.timeline.to(digitOf(place, index, plan), { color }, { at, over: 0.3 });
}

/** The digit that stands at a place before an operation. */
function digitOf(place: number, index: number, { story }: Plan): string {
  const flips = story.steps.slice(0, index).filter(({ changed }) => changed.includes(place)).length;
  return `bit.${place}.digit.${flips}`;
}

/** The old digit leaves upwards as the new one comes from below. */
function flip(place: number, index: number, at: number, plan: Plan, setting: Setting): void {
  const { timeline } = setting;
  const [old, digit] = [digitOf(place, index, plan), digitOf(place, index + 1, plan)];
  const way = plan.cell.height * 0.28;
  timeline.to(old, { y: -way, opacity: 0 }, { at, over: 0.16, ease: 'in' });
  timeline.set(digit, { y: way, opacity: 0 });
  timeline.to(digit, { y: 0 }, { at: at + 0.1, over: 0.35, ease: 'back' });
  timeline.to(digit, { opacity: 1 }, { at: at + 0.1, over: 0.15 });
  const looks = looksOf(setting);
  timeline.to(`bit.${place}.card`, { fill: looks.now.fill, stroke: looks.now.stroke }, { at, over: 0.25 });
  timeline.to(digit, { color: looks.now.color }, { at, over: 0.1 });
  const ring = `bit.${place}.ring.${index}`;
  timeline.set(ring, { opacity: 0, scale: 0.94 });
  timeline.to(ring, { opacity: 1 }, { at, over: 0.12 });
  timeline.to(ring, { scale: 1.1 }, { at, over: 0.6 });
  timeline.to(ring, { opacity: 0 }, { at: at + 0.3, over: 0.35, ease: 'in_out' });
}

/** The next figure takes the place of the last, in the accent at first. */
function read(order: number, index: number, at: number, plan: Plan, setting: Setting): void {
  const { timeline, theme } = setting;
  const before = plan.story.steps.slice(0, index).findLastIndex(({ changed }) => changed.length > 0) + 1;
  const [old, figure] = [`read.${order}.${before}`, `read.${order}.${index + 1}`];
  timeline.to(old, { opacity: 0 }, { at, over: 0.1 });
  pop(timeline, [figure], at);
  timeline.to(figure, { color: theme.colors.accent }, { at, over: 0.1 });
  const next = plan.story.steps.findIndex(({ changed }, other) => other > index && changed.length > 0);
  const op = next < 0 ? index + 1 : Math.min(next, index + 1);
  if (op < plan.story.steps.length && op !== next)
    timeline.to(figure, { color: theme.colors.ink }, { at: setting.cue(`ops.${op}`), over: 0.3 });
}

function light(place: number, color: string, at: number, { timeline, placed }: Setting): void {
  const id = `weight.${place}`;
  if (placed.has(id)) timeline.to(id, { color }, { at, over: 0.3 });
}
