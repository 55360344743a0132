/** Each slice sweeps in as it is named and stands out of the ring until the next; the middle counts with it. */
import { draw, fade, pop } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { STAND_OUT } from './layout.ts';
import type { DonutData } from './schema.ts';
import { middleOf, slicesOf } from './shares.ts';

const SWEEP = 0.7;

export function moveDonut(data: DonutData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  const { ink, soft, accent } = theme.colors;
  fade(timeline, ['track'], 0.1);
  if (placed.has('icon')) pop(timeline, ['icon'], 0.3);
  slicesOf(data).forEach(({ middle }, index) => {
    const at = setting.cue(`slices.${index}`);
    const next = data.slices[index + 1] ? setting.cue(`slices.${index + 1}`) : undefined;
    const [slice, figure, label] = [`slice.${index}`, `figure.${index}`, `label.${index}`];
    draw(timeline, [slice], at, SWEEP);
    const angle = middle * Math.PI * 2;
    const out = { x: Math.sin(angle) * STAND_OUT, y: -Math.cos(angle) * STAND_OUT };
    timeline.to(slice, out, { at: at + SWEEP * 0.7, over: 0.3, ease: 'out' });
    if (placed.has(`leader.${index}`)) draw(timeline, [`leader.${index}`], at, 0.4);
    if (placed.has(`swatch.${index}`)) pop(timeline, [`swatch.${index}`], at);
    fade(timeline, [figure, label], at);
    timeline.set(figure, { color: accent });
    timeline.set(label, { color: ink });
    if (next === undefined) return;
    timeline.to(slice, { x: 0, y: 0 }, { at: next, over: 0.3 });
    timeline.to(figure, { color: ink }, { at: next, over: 0.4 });
    timeline.to(label, { color: soft }, { at: next, over: 0.4 });
  });
  count(data, setting);
}

function count(data: DonutData, setting: Setting): void {
  const { timeline } = setting;
  const counted = middleOf(data);
  if (!counted) return;
  timeline.set('middle.figure', { count: 0 });
  let first = Number.POSITIVE_INFINITY;
  counted.steps.forEach((share, index) => {
    if (share === undefined) return;
    const at = setting.cue(`slices.${index}`);
    first = Math.min(first, at);
    timeline.to('middle.figure', { count: share }, { at, over: SWEEP, ease: 'in_out' });
  });
  fade(timeline, ['middle.figure', 'middle.text'], first);
}
