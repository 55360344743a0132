/** Each point pops as it is named, holds the accent while it is now, and comes to rest for the next. */
import { float, pop, rise } from '../../motion/grammar.ts';
import { moveHints } from '../marks.ts';
import type { Setting } from '../setting.ts';
import type { PointsData } from './schema.ts';

export function movePoints(data: PointsData, setting: Setting): void {
  const { timeline, theme } = setting;
  moveHints(data.items.length, setting);
  data.items.forEach((item, index) => {
    const at = setting.cue(`items.${index}`);
    const until = data.items[index + 1] ? setting.cue(`items.${index + 1}`) : setting.duration;
    pop(timeline, [`mark.${index}`], at);
    rise(timeline, item.detail ? [`text.${index}`, `detail.${index}`] : [`text.${index}`], at + 0.08, 20);
    timeline.to(`round.${index}`, { stroke: theme.colors.accent }, { at, over: 0.2 });
    timeline.to(`round.${index}`, { stroke: setting.tone(item.tone ?? 'good') }, { at: until, over: 0.4 });
    float(timeline, `mark.${index}`, at + 0.7, until);
  });
}
