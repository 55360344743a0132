/** The weeks come in one after another; a day lights up as it is named, a span runs along its weeks. */
import { fade, grow, pop, present, rest } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { monthOf } from './days.ts';
import { isWithin } from './layout.ts';
import type { CalendarData } from './schema.ts';

const RUN = 0.35;
const SPEED = 0.06;

export function moveCalendar(data: CalendarData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  const month = monthOf(data.from, data.to, data.week_starts);
  fade(timeline, ['title', ...Array.from({ length: 7 }, (_, index) => `weekday.${index}`)], 0.1);
  for (const day of month.days) {
    fade(timeline, [`cell.${day}`, `day.${day}`], 0.12 + month.place(day).row * SPEED);
  }
  const litAt = new Map<number, number>();
  data.moments.forEach((moment, index) => {
    const at = setting.cue(`moments.${index}`);
    const next = data.moments[index + 1] ? setting.cue(`moments.${index + 1}`) : undefined;
    const words = [`date.${index}`, `text.${index}`];
    fade(timeline, words, at);
    if (placed.has(`icon.${index}`)) pop(timeline, [`icon.${index}`], at);
    const light = `light.${index}`;
    if (placed.has(light)) {
      pop(timeline, [light], at);
      present(timeline, light, at + 0.55, 1.1);
      if (next !== undefined) rest(timeline, light, Math.max(next, at + 0.95));
    }
    const bands = [...placed.keys()].filter((id) => id.startsWith(`band.${index}.`));
    bands.forEach((id, row) => {
      grow(timeline, id, at + row * RUN, 'right', RUN);
    });
    const first = month.days.find((day) => isWithin(moment, day))!;
    for (const day of month.days.filter((one) => isWithin(moment, one))) {
      const rows = month.place(day).row - month.place(first).row;
      litAt.set(day, Math.min(litAt.get(day) ?? Number.POSITIVE_INFINITY, at + rows * RUN));
    }
    if (next === undefined) return;
    timeline.to(`date.${index}`, { color: theme.colors.soft }, { at: next, over: 0.4 });
    timeline.to(`text.${index}`, { color: theme.colors.soft }, { at: next, over: 0.4 });
  });
  for (const [day, at] of litAt) {
    timeline.to(`day.${day}`, { opacity: 0 }, { at, over: 0.1 });
    fade(timeline, [`lit.${day}`], at + 0.1, 0.2);
  }
}
