/** The tracks stand from the start; each fills under the accent as it is named, then takes its own colour. */
import { draw, fade, grow, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { formOf, restingColor } from './layout.ts';
import type { ProgressData } from './schema.ts';

const FILLING = 0.9;

export function moveProgress(data: ProgressData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  const paint = formOf(data) === 'bars' ? 'fill' : 'stroke';
  fade(timeline, present(['end.0', 'end.1'], setting), 0.2);
  data.items.forEach((item, index) => {
    const at = setting.cue(`items.${index}`);
    const next = data.items[index + 1] ? setting.cue(`items.${index + 1}`) : undefined;
    const fill = `fill.${index}`;
    fade(timeline, [`track.${index}`], 0.1 + index * 0.08);
    if (paint === 'fill') grow(timeline, fill, at, 'right', FILLING);
    else draw(timeline, [fill], at, FILLING);
    timeline.set(fill, { [paint]: theme.colors.accent });
    // A label over its bar has no room to rise.
    if (paint === 'fill') fade(timeline, [`label.${index}`], at);
    else rise(timeline, [`label.${index}`], at, 18);
    fade(timeline, [`figure.${index}`], at, 0.2);
    timeline.set(`figure.${index}`, { count: 0, color: theme.colors.accent });
    timeline.to(`figure.${index}`, { count: 1 }, { at, over: FILLING, ease: 'in_out' });
    if (placed.has(`icon.${index}`)) pop(timeline, [`icon.${index}`], at);
    fade(timeline, present([`goal.${index}`, `goal.text.${index}`], setting), at + FILLING * 0.8);
    if (next === undefined) return;
    timeline.to(fill, { [paint]: restingColor(item, setting) }, { at: next, over: 0.4 });
    timeline.to(`figure.${index}`, { color: theme.colors.ink }, { at: next, over: 0.4 });
    timeline.to(`label.${index}`, { color: theme.colors.soft }, { at: next, over: 0.4 });
  });
}

function present(ids: string[], { placed }: Setting): string[] {
  return ids.filter((id) => placed.has(id));
}
