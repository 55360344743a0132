/** Each picture pops as it is named, what joins them reaches over to it, and the last one keeps breathing. */
import { draw, fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { StatementData } from './schema.ts';

export function moveStatement(data: StatementData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  data.icons.forEach((_, index) => {
    const at = setting.cue(`icons.${index}`);
    const next = data.icons[index + 1] ? setting.cue(`icons.${index + 1}`) : duration;
    pop(timeline, [`icon.${index}`], at);
    if (placed.has(`label.${index}`)) rise(timeline, [`label.${index}`], at + 0.1, 20);
    if (placed.has(`sign.${index}`)) {
      if (data.joined === 'arrow') draw(timeline, [`sign.${index}`], at, 0.4);
      else fade(timeline, [`sign.${index}`], at);
    }
    float(timeline, `icon.${index}`, at + 0.8, Math.max(next, at + 0.8), 9);
  });
  if (placed.has('text')) rise(timeline, ['text'], setting.cue('text'), 24);
}
