/** The ring grows station by station as they are named, and closes when the last has been; then a light runs on. */
import { draw, fade, float, flow, pop, rise } from '../../motion/grammar.ts';
import { moveHints } from '../marks.ts';
import type { Setting } from '../setting.ts';
import type { CycleData } from './schema.ts';

/** Seconds the light takes for one arc. */
const LAP = 0.9;

export function moveCycle(data: CycleData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  if (placed.has('hint.0')) moveHints(data.steps.length, setting);
  for (const id of ['centre.icon', 'centre.text']) if (placed.has(id)) fade(timeline, [id], 0.3);
  if (placed.has('centre.icon')) float(timeline, 'centre.icon', 1, duration - 0.4);
  data.steps.forEach((_, index) => {
    const at = setting.cue(`steps.${index}`);
    const next = data.steps[index + 1] ? setting.cue(`steps.${index + 1}`) : undefined;
    pop(timeline, [`mark.${index}`], at);
    rise(timeline, [`text.${index}`], at + 0.05, 18);
    timeline.to(`round.${index}`, { stroke: theme.colors.accent }, { at, over: 0.2 });
    if (index > 0) draw(timeline, [`arc.${index}`], at, 0.5);
    timeline.to(`round.${index}`, { stroke: theme.colors.good }, { at: next ?? duration, over: 0.4 });
    float(timeline, `mark.${index}`, at + 0.7, next ?? duration);
  });
  const last = setting.cue(`steps.${data.steps.length - 1}`);
  const closing = Math.min(last + 0.9, duration - 1);
  draw(timeline, ['arc.0'], closing, 0.7);
  // Round and round, from arc to arc.
  const count = data.steps.length;
  data.steps.forEach((_, index) => {
    const arc = `arc.${(index + 1) % count}`;
    const from = closing + 0.8 + index * LAP;
    flow(timeline, `spark.${arc}`, arc, from, duration, { lap: LAP, pause: (count - 1) * LAP });
  });
}
