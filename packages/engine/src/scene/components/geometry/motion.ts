/** Drawn as it is said: lines draw themselves in the accent and then calm down, arms swing, degrees count up. */
import { draw, fade, float, grow, pop, QUICK, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { partsOfSteps, restingColour } from './layout.ts';
import type { GeometryData, GeometryStep } from './schema.ts';

const SWING = 1.3;
const SKETCH = 0.2;

export function moveGeometry(data: GeometryData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const parts = partsOfSteps(data.steps);
  const cues = [
    ...parts.flatMap((part) => (part === undefined ? [] : [setting.cue(part)])),
    ...data.facts.map((_, index) => setting.cue(`facts.${index}`)),
  ].sort((a, b) => a - b);
  data.steps.forEach((step, index) => {
    const part = parts[index];
    const at = part === undefined ? SKETCH : setting.cue(part);
    const next = cues.find((cue) => cue > at + 0.05) ?? duration;
    if (placed.has(`hint.${index}`)) fade(timeline, [`hint.${index}`], SKETCH);
    enter(step, index, at, setting);
    if (part !== undefined) settle(step, index, at, next, setting);
  });
  data.facts.forEach((_, index) => {
    const at = setting.cue(`facts.${index}`);
    grow(timeline, `rule.${index}`, at, 'up', 0.4);
    rise(timeline, [`fact.${index}`], at, 24);
  });
}

function enter(step: GeometryStep, index: number, at: number, setting: Setting): void {
  const { timeline, placed } = setting;
  const own = (name: string) => (placed.has(`${name}.${index}`) ? [`${name}.${index}`] : []);
  if (step.kind === 'arm') swing(step, index, at, setting);
  else draw(timeline, own('line'), at, step.kind === 'angle' ? 0.5 : 0.75);
  pop(timeline, [...own('dot'), ...own('picture')], at);
  fade(timeline, own('fill'), at + (step.kind === 'angle' ? 0.1 : 0.45), 0.5);
  fade(timeline, own('ticks'), at + 0.5);
  const [label] = own('label');
  if (!label) return;
  // An arm must have passed where its degrees stand.
  const late = step.kind === 'arm' ? 0.58 * SWING : 'x' in step || step.kind === 'angle' ? 0 : 0.35;
  fade(timeline, [label], at + late);
  const element = placed.get(label)!;
  if (element.kind === 'text' && element.counter) {
    timeline.set(label, { count: 0 });
    const over = step.kind === 'arm' ? SWING : 0.7;
    timeline.to(label, { count: 1 }, { at: step.kind === 'arm' ? at : at + late, over, ease: 'in_out' });
  }
}

/** The arm waits where it starts, and swings on its word; what rides on it turns along. */
function swing(
  step: Extract<GeometryStep, { kind: 'arm' }>,
  index: number,
  at: number,
  setting: Setting,
): void {
  const { timeline, placed } = setting;
  const early = Math.min(0.4, at);
  fade(timeline, [`line.${index}`], early);
  if (placed.has(`rider.${index}`)) pop(timeline, [`rider.${index}`], early);
  for (const id of [`line.${index}`, `rider.${index}`].filter((one) => placed.has(one))) {
    timeline.set(id, { rotation: step.to - step.from });
    timeline.to(id, { rotation: 0 }, { at, over: SWING, ease: 'in_out' });
  }
  if (placed.has(`swing.${index}`)) draw(timeline, [`swing.${index}`], at, SWING);
  if (placed.has(`target.${index}`)) pop(timeline, [`target.${index}`], at + SWING - 0.35);
}

/** While it is now it has the accent and some life; then it rests. */
function settle(step: GeometryStep, index: number, at: number, next: number, setting: Setting): void {
  const { timeline, placed, theme } = setting;
  const line = `line.${index}`;
  if (placed.has(line) && step.kind !== 'arm') {
    const toned = step.tone && step.tone !== 'neutral';
    const now = toned ? setting.tone(step.tone) : theme.colors.accent;
    for (const id of [line, `ticks.${index}`].filter((one) => placed.has(one))) {
      timeline.set(id, { stroke: now });
      if (next < setting.duration)
        timeline.to(id, { stroke: restingColour(step, setting) }, { at: next, over: QUICK });
    }
  }
  const lively = ['target', 'rider', 'picture', 'label'].find((name) => placed.has(`${name}.${index}`));
  if (lively) float(timeline, `${lively}.${index}`, at + 2, next, lively === 'label' ? 4 : 6);
}
