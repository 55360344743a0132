/** Calendar: weeks of days, on which single days and spans light up as they are spoken of. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutCalendar } from './layout.ts';
import { moveCalendar } from './motion.ts';
import { calendarSchema } from './schema.ts';

export const calendar = defineComponent({
  name: 'calendar',
  purpose: 'Days and spans within one to six weeks: a month, a week, a streak, a deadline.',
  schema: calendarSchema,
  headline: 'above',
  parts: (data) =>
    data.moments.map((moment, index) => ({ path: `moments.${index}`, label: moment.text, say: moment.say })),
  split(data) {
    if (data.moments.length < 2) return undefined;
    const half = Math.ceil(data.moments.length / 2);
    return [
      { ...data, moments: data.moments.slice(0, half) },
      { ...data, moments: data.moments.slice(half) },
    ];
  },
  layout: layoutCalendar,
  motion: moveCalendar,
  example,
});
