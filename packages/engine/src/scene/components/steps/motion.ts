/** The arrow runs ahead to the step that is named; it pops under the accent and settles when the next one comes. */
import { draw, float, pop, rise } from '../../motion/grammar.ts';
import { moveHints } from '../marks.ts';
import type { Setting } from '../setting.ts';
import type { StepsData } from './schema.ts';

export function moveSteps(data: StepsData, setting: Setting): void {
  const { timeline, theme } = setting;
  moveHints(data.items.length, setting);
  data.items.forEach((item, index) => {
    const at = setting.cue(`items.${index}`);
    const until = data.items[index + 1] ? setting.cue(`items.${index + 1}`) : setting.duration;
    pop(timeline, [`mark.${index}`], at);
    rise(timeline, item.detail ? [`text.${index}`, `detail.${index}`] : [`text.${index}`], at + 0.08, 20);
    timeline.to(`round.${index}`, { stroke: theme.colors.accent }, { at, over: 0.2 });
    timeline.to(`round.${index}`, { stroke: theme.colors.good }, { at: until, over: 0.4 });
    float(timeline, `mark.${index}`, at + 0.7, until);
    if (hasArrow(setting, index)) draw(timeline, [`arrow.${index}`], at, 0.4);
  });
}

/** The first of a row has no arrow before it. */
function hasArrow(setting: Setting, index: number): boolean {
  return setting.placed.has(`arrow.${index}`);
}
