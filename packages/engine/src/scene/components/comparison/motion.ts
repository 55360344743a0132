/** Each panel rises with its name, its points come one by one; the verdict is drawn to the eye at the end. */
import { float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { ComparisonData } from './schema.ts';

export function moveComparison(data: ComparisonData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  const other = (at: number) => setting.cue(`sides.${1 - at}`);
  data.sides.forEach((side, at) => {
    const start = setting.cue(`sides.${at}`);
    const ids = [`panel.${at}`, `name.${at}`].filter((id) => placed.has(id));
    // The panel and its name are one thing: they come together.
    for (const id of ids) rise(timeline, [id], start, 40);
    timeline.to(`panel.${at}`, { stroke: theme.colors.accent }, { at: start, over: 0.3 });
    if (other(at) > start)
      timeline.to(`panel.${at}`, { stroke: theme.colors.surface_edge }, { at: other(at), over: 0.4 });
    if (placed.has(`icon.${at}`)) {
      pop(timeline, [`icon.${at}`], start + 0.1);
      float(timeline, `icon.${at}`, start + 0.9, other(at) > start ? other(at) : duration);
    }
    side.points.forEach((_, index) => {
      const moment = Math.max(setting.cue(`sides.${at}.points.${index}`), start);
      const picture = `icon.${at}.${index}`;
      rise(timeline, [`text.${at}.${index}`], moment, 18);
      if (placed.has(picture)) pop(timeline, [picture], moment);
    });
  });
  if (data.verdict) rise(timeline, ['verdict'], setting.cue('verdict'), 26);
}
