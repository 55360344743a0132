/** Each panel rises with its name, its points come one by one; the verdict is drawn to the eye at the end. */
import { float, pop, pulse, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { ComparisonData } from './schema.ts';

export function moveComparison(data: ComparisonData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  // A panel comes with its name, or with the first of its points where that is spoken of before.
  const startOf = (at: number) =>
    Math.min(
      setting.cue(`sides.${at}`),
      ...data.sides[at]!.points.map((_, index) => setting.cue(`sides.${at}.points.${index}`)),
    );
  const other = (at: number) => startOf(1 - at);
  data.sides.forEach((side, at) => {
    const start = startOf(at);
    const ids = [`panel.${at}`, `name.${at}`].filter((id) => placed.has(id));
    // The panel and its name are one thing: they come together.
    for (const id of ids) rise(timeline, [id], start, 40);
    timeline.to(`panel.${at}`, { stroke: theme.colors.accent }, { at: start, over: 0.3 });
    if (other(at) > start)
      timeline.to(`panel.${at}`, { stroke: theme.colors.surface_edge }, { at: other(at), over: 0.4 });
    const named = setting.cue(`sides.${at}`);
    if (named > start + 0.01) pulse(timeline, `name.${at}`, named);
    if (placed.has(`icon.${at}`)) {
      pop(timeline, [`icon.${at}`], start + 0.1);
      float(timeline, `icon.${at}`, start + 0.9, other(at) > start ? other(at) : duration);
    }
    side.points.forEach((_, index) => {
      const moment = setting.cue(`sides.${at}.points.${index}`);
      const picture = `icon.${at}.${index}`;
      rise(timeline, [`text.${at}.${index}`], moment, 18);
      if (placed.has(picture)) pop(timeline, [picture], moment);
    });
  });
  if (data.verdict) rise(timeline, ['verdict'], setting.cue('verdict'), 26);
}
