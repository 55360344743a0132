/** Days as they stand in a calendar: weeks as rows, names in the film's language. All dates are plain days, without time. */

const DAY = 86_400_000;

/** "1969-07-20" as a day number; undefined where there is no such day. */
export function dayOf(date: string): number | undefined {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined;
  return time / DAY;
}

export interface Month {
  /** Day numbers, in order. */
  days: number[];
  weeks: number;
  /** Row and column (0–6) of a day. */
  place(day: number): { row: number; column: number };
}

export function monthOf(from: string, to: string, starts: 'monday' | 'sunday'): Month {
  const [first, last] = [dayOf(from)!, dayOf(to)!];
  // Day 0 was a Thursday.
  const shift = starts === 'monday' ? 3 : 4;
  const weekday = (day: number) => (((day + shift) % 7) + 7) % 7;
  const start = first - weekday(first);
  return {
    days: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    weeks: Math.floor((last - start) / 7) + 1,
    place: (day) => ({ row: Math.floor((day - start) / 7), column: weekday(day) }),
  };
}

export function weekdayNames(starts: 'monday' | 'sunday', language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // Day 4 was a Monday.
  const first = starts === 'monday' ? 4 : 3;
  return Array.from({ length: 7 }, (_, index) => format.format((first + index) * DAY));
}

/** "July 1969", or the span of months. */
export function titleOf(from: string, to: string, language: string): string {
  return written(from, to, language, { month: 'long', year: 'numeric' });
}

/** "20 July", or "16 – 24 July". */
export function spanOf(from: string, to: string | undefined, language: string): string {
  return written(from, to ?? from, language, { day: 'numeric', month: 'long' });
}

function written(from: string, to: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...options,
    timeZone: 'UTC',
  });
  return format.formatRange(dayOf(from)! * DAY, dayOf(to)! * DAY);
}

export function numberOf(day: number): number {
  return new Date(day * DAY).getUTCDate();
}
