/** The marks come back as they are named; the line closes the film and stays. */
import { float, pop, rise } from '../../motion/grammar.ts';
import { moveHints } from '../marks.ts';
import type { Setting } from '../setting.ts';
import type { RecapData } from './schema.ts';

export function moveRecap(data: RecapData, setting: Setting): void {
  const { timeline, duration } = setting;
  moveHints(data.items.length, setting);
  data.items.forEach((_, index) => {
    const at = setting.cue(`items.${index}`);
    pop(timeline, [`mark.${index}`], at);
    rise(timeline, [`text.${index}`], at + 0.08, 20);
    float(timeline, `mark.${index}`, at + 0.8, duration, 6, index % 2 === 0 ? -1 : 1);
  });
  if (data.line) rise(timeline, ['line'], setting.cue('line'), 34);
}
