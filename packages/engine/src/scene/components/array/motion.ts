/**
 * Every operation is answered where it happens: the cell of the moment lifts, compared ones are joined by an arc,
 * exchanged ones pass around each other, what is ruled out fades under its bracket, and the line below types itself.
 */
import { draw, fade, float, overBefore, pop, QUICK, reveal, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { homeOf, looksOf, type Plan, planArray } from './layout.ts';
import type { Stand } from './levels.ts';
import type { ArrayData } from './schema.ts';
import { footOf } from './signs.ts';
import type { Step } from './story.ts';

type Look = 'rest' | 'now' | 'dropped' | 'marked';
/** How each cell looks when it is not what is now, and whether it is. */
type State = Map<string, { base: Look; now: boolean }>;

/** Of an operation and of the one after it, s. */
interface Moment {
  at: number;
  next: number;
}

const MOVE = 0.6;
const CHANGE = 0.2;
/** How far the cell of the moment stands above the others, px. */
const RAISED = 16;

export function moveArray(data: ArrayData, setting: Setting): void {
  const plan = planArray(data, setting);
  const state: State = new Map([...plan.story.cards.keys()].map((id) => [id, { base: 'rest', now: false }]));
  let pointer: string | undefined;
  open(data, plan, setting);
  plan.story.steps.forEach((step, index) => {
    const at = setting.cue(`ops.${index}`);
    const next = data.ops[index + 1] ? setting.cue(`ops.${index + 1}`) : setting.duration;
    const { op } = step;
    act(step, index, at, plan, setting);
    if (op.do === 'compare') join(index, at, untilOf(index, data, setting), setting);
    if (op.do !== 'note') pointer = lead(pointer, op.do === 'point' ? op.pointer : undefined, at, setting);
    if (op.do !== 'note' && op.do !== 'point') dress(step, { at, next }, state, plan, setting);
    hover(step, index, at, next, setting);
  });
  for (const stand of plan.grid.ladder.stands) if (stand.kind === 'bracket') frame(stand, setting);
  typeLines(data, setting);
}

/** The cells an operation is about look like what is now, or like what it has settled; the others as they are. */
function dress(step: Step, { at, next }: Moment, state: State, plan: Plan, setting: Setting): void {
  const { op, about } = step;
  const settles = op.do === 'drop' || op.do === 'mark';
  const lifts = op.do === 'lift' || op.do === 'compare' || op.do === 'set';
  about.forEach((id, order) => {
    const one = state.get(id)!;
    if (settles) one.base = op.do === 'drop' ? 'dropped' : 'marked';
    one.now = !settles;
    const when = at + (settles ? order * 0.05 : 0);
    const by = about.length > 1 ? 1.03 : undefined;
    wear(id, settles ? one.base : 'now', { at: when, next }, lifts || settles, plan, setting, by);
    if (op.do !== 'mark') return;
    setting.timeline.to(id, { scale: 1.08 }, { at: when, over: 0.2 });
    setting.timeline.to(id, { scale: 1 }, { at: when + 0.2, over: 0.4, ease: 'in_out' });
  });
  for (const [id, one] of state) {
    if (!one.now || about.includes(id)) continue;
    one.now = false;
    wear(id, one.base, { at, next }, true, plan, setting);
  }
}

function open(data: ArrayData, { story, grid }: Plan, setting: Setting): void {
  const { timeline, placed } = setting;
  grid.indices.forEach((_, place) => {
    fade(timeline, [`slot.${place}`], 0.1, 0.25);
    fade(timeline, [`index.${place}`], 0.3 + place * 0.04, 0.25);
  });
  story.start.forEach((id, place) => {
    rise(timeline, [id], 0.2 + place * 0.05, 24);
  });
  for (const { name } of data.pointers) pop(timeline, [`pointer.${name}`], 0.6);
  if (placed.has('panel')) fade(timeline, ['panel'], 0.3);
}

/** What an operation is about hovers until the next. */
function hover({ op, about }: Step, index: number, at: number, until: number, { timeline }: Setting): void {
  const id =
    op.do === 'point'
      ? `pointer.${op.pointer}`
      : op.do === 'drop' || op.do === 'mark'
        ? `bracket.${index}`
        : op.do === 'lift' || op.do === 'set' || op.do === 'insert'
          ? about[0]
          : undefined;
  if (id) float(timeline, id, at + 0.9, until, 5);
}

/** When another cell becomes the matter, s. */
function untilOf(index: number, data: ArrayData, setting: Setting): number | undefined {
  const next = data.ops.findIndex((op, other) => other > index && op.do !== 'note' && op.do !== 'point');
  return next < 0 ? undefined : setting.cue(`ops.${next}`);
}

/** What only this operation does. */
function act(step: Step, index: number, at: number, plan: Plan, setting: Setting): void {
  const { op, about } = step;
  const { timeline } = setting;
  for (const id of about)
    if (setting.placed.has(`ring.${index}.${id}`)) ring(`ring.${index}.${id}`, at, setting);
  if (op.do === 'swap') pass(step, at, plan, setting);
  else if (op.do === 'set') overwrite(about[0]!, index, at, plan, setting);
  else if (op.do === 'insert' || op.do === 'remove') makeRoom(step, index, at, plan, setting);
  else if (op.do === 'point') {
    const stands = plan.grid.ladder.stands.filter((one) => one.name === op.pointer);
    point(stands, index, at, plan, setting);
    ring(`chip.${index}`, at, setting);
  } else if (op.do === 'drop' || op.do === 'mark') {
    draw(timeline, [`bracket.${index}.line`], at, 0.5);
    if (setting.placed.has(`bracket.${index}.label`)) fade(timeline, [`bracket.${index}.label`], at + 0.15);
  }
}

/** A ring spreads from what is meant and is gone. */
function ring(id: string, at: number, { timeline }: Setting): void {
  timeline.set(id, { opacity: 0, scale: 0.94 });
  timeline.to(id, { opacity: 1 }, { at, over: 0.12 });
  timeline.to(id, { scale: 1.1 }, { at, over: 0.6 });
  timeline.to(id, { opacity: 0 }, { at: at + 0.3, over: 0.35, ease: 'in_out' });
}

function wear(
  id: string,
  look: Look,
  { at, next }: Moment,
  lifts: boolean,
  plan: Plan,
  setting: Setting,
  by = plan.grid.isRow ? 1.1 : 1.05,
): void {
  const { timeline, placed } = setting;
  const { fill, stroke, color } = looksOf(setting)[look];
  const over = overBefore(next, at, 0.3);
  timeline.to(`${id}.card`, { fill, stroke }, { at, over });
  for (const [index] of plan.story.cards.get(id)!.values.entries()) {
    const text = `${id}.text.${index}`;
    if (placed.has(text)) timeline.to(text, { color }, { at, over });
  }
  const { isRow } = plan.grid;
  const isNow = look === 'now';
  timeline.to(id, { scale: isNow ? by : 1 }, { at, over: QUICK, ease: 'back' });
  if (isRow && lifts) timeline.to(id, { y: isNow ? -RAISED : 0 }, { at, over: QUICK });
}

/** The arc stands for as long as its pair is the matter. */
function join(index: number, at: number, until: number | undefined, setting: Setting): void {
  const { timeline } = setting;
  const ids = [`arc.${index}`, `sign.${index}`];
  draw(timeline, [ids[0]!], at, 0.45);
  pop(timeline, [ids[1]!], at + 0.15);
  if (until === undefined) return;
  for (const id of ids) timeline.to(id, { opacity: 0 }, { at: until, over: CHANGE });
}

/** Two cells change places, each passing the other on its own side. */
function pass({ before, after, about }: Step, at: number, plan: Plan, setting: Setting): void {
  const { timeline } = setting;
  const { isRow, aside } = plan.grid;
  about.forEach((id) => {
    travel(id, after.indexOf(id), at, MOVE, plan, setting);
    const forward = after.indexOf(id) > before.indexOf(id);
    const side = aside * (forward === isRow ? -1 : 1);
    const property = isRow ? 'y' : 'x';
    timeline.to(id, { [property]: side }, { at, over: MOVE * 0.45 });
    timeline.to(id, { [property]: 0 }, { at: at + MOVE * 0.5, over: MOVE * 0.5, ease: 'in_out' });
  });
}

/** To another place along the cells. */
function travel(id: string, place: number, at: number, over: number, plan: Plan, setting: Setting): void {
  const { story, grid } = plan;
  const way = (place - homeOf(story.cards.get(id)!, story)) * grid.pitch;
  const ease = over < MOVE ? 'out' : 'in_out';
  setting.timeline.to(id, grid.isRow ? { x: way } : { y: way }, { at, over, ease });
}

/** The old value leaves as the new one swells in. */
function overwrite(id: string, index: number, at: number, plan: Plan, setting: Setting): void {
  const { timeline, placed } = setting;
  plan.story.cards.get(id)!.values.forEach(({ op }, order) => {
    const text = `${id}.text.${order}`;
    if (op !== index) return;
    const old = `${id}.text.${order - 1}`;
    if (placed.has(old)) timeline.to(old, { opacity: 0 }, { at, over: 0.1 });
    if (placed.has(text)) pop(timeline, [text], at);
  });
}

/** A new cell comes down into the gap that the others make; one that goes leaves upwards, and they close it. */
function makeRoom(step: Step, index: number, at: number, plan: Plan, setting: Setting): void {
  const { timeline } = setting;
  const { before, after, about } = step;
  const id = about[0]!;
  const property = plan.grid.isRow ? 'y' : 'x';
  const off = plan.grid.aside * (plan.grid.isRow ? -1 : 1);
  const isNew = plan.story.cards.get(id)!.born === index;
  for (const other of after) {
    if (other !== id && before.indexOf(other) !== after.indexOf(other))
      travel(other, after.indexOf(other), at, 0.4, plan, setting);
  }
  if (isNew) {
    timeline.set(id, { opacity: 0, [property]: off });
    timeline.to(id, { opacity: 1 }, { at, over: QUICK });
    timeline.to(id, { [property]: 0 }, { at, over: MOVE, ease: 'back' });
  } else {
    timeline.to(id, { [property]: off }, { at, over: 0.4 });
    timeline.to(id, { opacity: 0 }, { at, over: 0.25 });
  }
}

/** A pointer comes to its next stand. */
function point(stands: Stand[], index: number, at: number, plan: Plan, setting: Setting): void {
  const { timeline } = setting;
  const order = stands.findIndex((one) => one.from === index);
  const id = `pointer.${stands[0]!.name}`;
  if (order === 0) {
    pop(timeline, [id], at);
    return;
  }
  const [home, foot] = [footOf(stands[0]!, plan), footOf(stands[order]!, plan)];
  timeline.to(id, { x: foot.x - home.x, y: foot.y - home.y }, { at, over: 0.5, ease: 'in_out' });
}

/** The pointer that moves has the accent until something else is done. */
function lead(
  from: string | undefined,
  to: string | undefined,
  at: number,
  { timeline, theme }: Setting,
): string | undefined {
  const paint = (name: string, color: string) => {
    timeline.to(`pointer.${name}.tip`, { fill: color, stroke: color }, { at, over: 0.3 });
    timeline.to(`pointer.${name}.label`, { color }, { at, over: 0.3 });
  };
  if (from !== undefined && from !== to) paint(from, theme.colors.second);
  if (to !== undefined && from !== to) paint(to, theme.colors.accent);
  return to;
}

/** A bracket goes when another takes its place. */
function frame(stand: Stand, setting: Setting): void {
  if (!Number.isFinite(stand.to)) return;
  setting.timeline.to(
    `bracket.${stand.name}`,
    { opacity: 0 },
    { at: setting.cue(`ops.${stand.to}`), over: CHANGE },
  );
}

/** One line follows another in the panel. */
function typeLines(data: ArrayData, setting: Setting): void {
  const { timeline } = setting;
  let last: string | undefined;
  data.ops.forEach((op, index) => {
    if (!op.line) return;
    const at = setting.cue(`ops.${index}`);
    if (last) timeline.to(last, { opacity: 0 }, { at: at - 0.1, over: 0.1 });
    last = `line.${index}`;
    reveal(timeline, last, at, Math.min(0.9, 0.2 + op.line.length * 0.025));
  });
}
