/** Row and column light up and slide to where they meet; term after term the sum builds; then its entry is there. */
import { draw, fade, float, pop, present, pulse, QUICK, rest, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { areasFor, bandShifts, litColour } from './layout.ts';
import { originsFor } from './plane.ts';
import { type Step, stepsOf } from './product.ts';
import type { MatrixData } from './schema.ts';

const TERM = 0.34;
const WARP = 1.3;

export function moveMatrix(data: MatrixData, setting: Setting): void {
  const { timeline, placed } = setting;
  for (const side of ['left', 'right'] as const) {
    const at = setting.cue(side);
    const entries = [...placed.keys()].filter((id) => id.startsWith(`entry.${side}.`));
    entries.forEach((id, index) => {
      rise(timeline, [id], at + (index / entries.length) * 0.4, 20);
    });
    if (placed.has(`name.${side}`)) fade(timeline, [`name.${side}`], at);
    if (placed.has(`arrow.${side}`)) draw(timeline, [`arrow.${side}`], at, 0.6);
  }
  fade(
    timeline,
    [...placed.keys()].filter((id) => id.startsWith('sign.')),
    setting.cue('right'),
  );
  // Empty brackets say from the start what is to come.
  fade(
    timeline,
    [...placed.keys()].filter((id) => id.startsWith('bracket.')),
    0.2,
  );
  if (placed.has('was')) draw(timeline, ['was'], setting.cue('right') + 0.1, 0.5);
  const steps = stepsOf(data);
  steps.forEach((step, index) => {
    workOut(step, index, steps.length, data, setting);
  });
  moveBands(data, steps.length, setting);
  showOthers(steps, setting);
  if (data.plane) movePlane(data, setting);
}

function endOfStep(index: number, count: number, data: MatrixData, setting: Setting): number {
  if (index + 1 < count) return setting.cue(`steps.${index + 1}`);
  const at = setting.cue(`steps.${index}`);
  return data.plane && setting.cue('plane') > at ? setting.cue('plane') : setting.duration;
}

function workOut(step: Step, index: number, count: number, data: MatrixData, setting: Setting): void {
  const { timeline, theme } = setting;
  const at = setting.cue(`steps.${index}`);
  const end = endOfStep(index, count, data, setting);
  const pieces = step.terms.length + 1;
  // However soon the next one comes, the sum is complete before it.
  const beat = Math.min(TERM, ((end - at) * 0.7) / pieces);
  pop(timeline, [`goal.${index}`], at);
  for (let piece = 0; piece < pieces; piece += 1) {
    const id = `sum.${index}.${piece}`;
    const start = at + 0.16 + piece * beat;
    rise(timeline, [id], start, 18);
    if (index + 1 < count) timeline.to(id, { opacity: 0 }, { at: end, over: 0.12 });
    const pair = step.pairs[piece];
    if (!pair) continue;
    const lit = [`entry.left.${pair.left.join('.')}`, `entry.right.${pair.right.join('.')}`];
    for (const entry of lit) {
      present(timeline, entry, start, 1.2);
      rest(timeline, entry, start + Math.max(QUICK, beat));
    }
  }
  const entry = `entry.result.${step.row}.${step.column}`;
  pop(timeline, [entry], at + 0.16 + (pieces - 1) * beat);
  timeline.set(entry, { color: litColour(setting) });
  if (index + 1 < count) {
    timeline.to(entry, { color: theme.colors.ink }, { at: end, over: QUICK });
    timeline.to(`goal.${index}`, { opacity: 0 }, { at: end, over: QUICK });
  } else {
    float(timeline, `sum.${index}.${pieces - 1}`, at + 2, end, 5);
  }
}

function moveBands(data: MatrixData, count: number, setting: Setting): void {
  const { timeline } = setting;
  const shifts = bandShifts(data, setting);
  fade(timeline, ['band.left', 'band.right'], setting.cue('steps.0'), 0.25);
  shifts.forEach(({ left, right }, index) => {
    if (index === 0 || index >= count) return;
    const tween = { at: setting.cue(`steps.${index}`), over: 0.4, ease: 'in_out' as const };
    timeline.to('band.left', { x: left.x, y: left.y }, tween);
    timeline.to('band.right', { x: right.x, y: right.y }, tween);
  });
}

/** Entries whose sums are not shown come with the last one. */
function showOthers(steps: Step[], setting: Setting): void {
  const shown = new Set(steps.map((step) => `entry.result.${step.row}.${step.column}`));
  const others = [...setting.placed.keys()].filter((id) => id.startsWith('entry.result.') && !shown.has(id));
  fade(setting.timeline, others, setting.cue(`steps.${steps.length - 1}`) + 1.2);
}

/** The plane is there from the start; on its word the matrix takes hold of it. */
function movePlane(data: MatrixData, setting: Setting): void {
  const { timeline, placed } = setting;
  const at = setting.cue('plane');
  const still = [...placed.keys()].filter((id) => id === 'squares' || id.startsWith('axis.'));
  fade(timeline, still, 0.2);
  if (placed.has('arrow.sum')) {
    draw(timeline, ['arrow.sum'], at, 0.8);
    return;
  }
  for (const { id, ...start } of originsFor(data, areasFor(data, setting).plane!, setting)) {
    timeline.set(id, { ...start, opacity: 0 });
    const arrow = !id.startsWith('warp.');
    timeline.to(id, { opacity: arrow ? 1 : 0.45 }, { at: 0.5, over: QUICK });
    timeline.to(id, { x: 0, y: 0, rotation: 0, scale: 1 }, { at, over: WARP, ease: 'in_out' });
    if (!arrow) timeline.to(id, { opacity: 1 }, { at, over: WARP });
  }
  fade(timeline, ['square'], 0.5);
  timeline.to('square', { opacity: 0 }, { at, over: 0.4 });
  fade(timeline, ['image'], at + WARP - 0.4, 0.5);
  if (placed.has('vector')) pulse(timeline, 'vector', at + WARP + 0.2, 1.06);
}
