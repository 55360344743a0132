/** The line draws itself first; then each hop arches, each point stands up, each range is swept, on its word. */
import { draw, fade, float, pop, QUICK } from '../../motion/grammar.ts';
import { measurePath } from '../../motion/path.ts';
import type { Setting } from '../setting.ts';
import type { NumberlineData } from './schema.ts';

const HOP = 0.8;

export function moveNumberline(data: NumberlineData, setting: Setting): void {
  const { timeline, placed, theme, duration } = setting;
  draw(timeline, ['axis'], 0.15, 0.7);
  if (placed.has('unit')) fade(timeline, ['unit'], 0.2);
  const steps = [...placed.keys()].filter((id) => id.startsWith('tick.')).length;
  for (let index = 0; index < steps; index += 1)
    fade(timeline, [`tick.${index}`, `numeral.${index}`], 0.25 + (index * 0.5) / steps, 0.25);
  data.moves.forEach((move, index) => {
    const at = setting.cue(`moves.${index}`);
    const next = data.moves[index + 1] ? setting.cue(`moves.${index + 1}`) : duration;
    const own = (...names: string[]) =>
      names.map((name) => `${name}.${index}`).filter((id) => placed.has(id));
    fade(timeline, own('hint'), 0.7);
    draw(timeline, own('arch', 'band', 'stem'), at, move.kind === 'hop' ? HOP : 0.5);
    pop(timeline, own('dot'), at);
    pop(timeline, own('from'), at);
    pop(timeline, own('to'), at + 0.4);
    pop(timeline, own('picture'), at + 0.25);
    // A traveller is past the top by then.
    fade(timeline, own('label'), at + (move.kind === 'hop' ? 0.5 : 0.25));
    for (const id of own('picture', 'label').slice(0, 1)) float(timeline, id, at + 1.2, next, 5);
    if (next < duration && (move.tone === undefined || move.tone === 'neutral')) calm(own, next);
  });
  if (placed.has('traveller')) travel(data, setting);

  function calm(own: (...names: string[]) => string[], at: number): void {
    const tone = { at, over: QUICK };
    for (const id of own('arch', 'band', 'stem')) timeline.to(id, { stroke: theme.colors.soft }, tone);
    for (const id of own('dot')) timeline.to(id, { fill: theme.colors.soft }, tone);
    for (const id of own('from', 'to')) {
      const end = placed.get(id);
      timeline.to(id, { stroke: theme.colors.soft }, tone);
      if (end?.kind === 'ellipse' && end.fill === end.stroke)
        timeline.to(id, { fill: theme.colors.soft }, tone);
    }
    for (const id of own('label')) timeline.to(id, { color: theme.colors.soft }, tone);
  }
}

/** Sits at its start from the beginning and makes each hop as the arch is drawn. */
function travel(data: NumberlineData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const journey = placed.get('journey')!;
  if (journey.kind !== 'path') return;
  const arches = data.moves.flatMap((move, index) => {
    const arch = placed.get(`arch.${index}`);
    return move.kind === 'hop' && arch?.kind === 'path'
      ? [{ at: setting.cue(`moves.${index}`), move, length: measurePath(arch.d).length }]
      : [];
  });
  const whole = measurePath(journey.d).length;
  pop(timeline, ['traveller'], 0.5);
  timeline.set('traveller', { along: 0 });
  let passed = 0;
  arches.forEach(({ at, length }, index) => {
    // Where hops do not follow one another, the way between them is walked with the next hop.
    passed = index === arches.length - 1 ? whole : passed + length;
    timeline.to('traveller', { along: passed / whole }, { at, over: HOP, ease: 'in_out', path: 'journey' });
  });
  float(timeline, 'traveller', arches.at(-1)!.at + HOP + 0.6, duration, 6);
}
