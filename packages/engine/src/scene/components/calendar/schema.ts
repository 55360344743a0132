import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { dayOf, monthOf } from './days.ts';

const MOST_WEEKS = 6;

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like "1969-07-20"')
  .refine((value) => dayOf(value) !== undefined, 'must be a day that exists');

export const calendarSchema = z
  .strictObject({
    from: date.describe('First day shown: of a month, or of a week'),
    to: date.describe('Last day shown, at most six weeks on'),
    week_starts: z.enum(['monday', 'sunday']).default('monday'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)
      .default('en')
      .describe('Of the names of days and months, e.g. "de"'),
    moments: z
      .array(
        z.strictObject({
          date,
          until: date.optional().describe('Last day, where it lasts'),
          text: label(48),
          icon,
          tone,
          say,
        }),
      )
      .min(1)
      .max(8)
      .describe('Days and spans of days, in the order in which they are spoken of'),
  })
  .superRefine((data, context) => {
    const [from, to] = [dayOf(data.from), dayOf(data.to)];
    if (from === undefined || to === undefined) return;
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (
      to < from ||
      to - from > 7 * MOST_WEEKS ||
      monthOf(data.from, data.to, data.week_starts).weeks > MOST_WEEKS
    ) {
      refuse(['to'], `must come after "from" and within ${MOST_WEEKS} weeks of the calendar`);
      return;
    }
    data.moments.forEach((moment, index) => {
      const [first, last] = [dayOf(moment.date), dayOf(moment.until ?? moment.date)];
      if (first === undefined || last === undefined) return;
      if (first < from || last > to || last < first) {
        refuse(
          ['moments', index, 'date'],
          `must lie between ${data.from} and ${data.to}, and end after it begins`,
        );
      }
    });
  });
export type CalendarData = z.infer<typeof calendarSchema>;
