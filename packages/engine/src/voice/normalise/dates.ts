/**
 * Dates and times of day.
 */
import { cardinal, ordinal, year } from './numbers.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT_MONTHS: Readonly<Record<string, string>> = {
  Jan: 'january',
  Feb: 'february',
  Mar: 'march',
  Apr: 'april',
  Jun: 'june',
  Jul: 'july',
  Aug: 'august',
  Sep: 'september',
  Sept: 'september',
  Oct: 'october',
  Nov: 'november',
  Dec: 'december',
};

/** The month a capitalised word names, if any. */
export function monthNamed(word: string): string | undefined {
  if (Object.hasOwn(SHORT_MONTHS, word)) return SHORT_MONTHS[word];
  const lower = word.toLowerCase();
  return word !== lower && MONTHS.includes(lower) ? lower : undefined;
}

export function isDay(digits: string): boolean {
  return /^\d{1,2}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 31;
}

/** `2024-03-05` or `12/25/2024` as words, or undefined. */
export function readDate(text: string): { words: string[]; length: number } | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text);
  const match = iso ?? slashed;
  if (!match) return undefined;
  const [yearDigits, monthDigits, day] = iso
    ? [iso[1]!, iso[2]!, iso[3]!]
    : // Month first unless it cannot be one.
      Number(slashed![1]) > 12
      ? [slashed![3]!, slashed![2]!, slashed![1]!]
      : [slashed![3]!, slashed![1]!, slashed![2]!];
  const month = MONTHS[Number(monthDigits) - 1];
  if (!month || !isDay(day)) return undefined;
  return { words: [month, ...ordinal(day), ...year(yearDigits)], length: match[0].length };
}

/** `9:05`, `14:00`, `12:30:15`, `3:45pm` as words, or undefined; `next` is the word after it. */
export function readTime(text: string, next: string): { words: string[]; length: number } | undefined {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])(am|pm|AM|PM)?/.exec(text);
  if (!match) return undefined;
  const [whole, hour, minute, second, half] = match;
  const words = cardinal(hour!);
  const hasHalf = half !== undefined || /^[ap]\.?m\.?$/i.test(next);
  if (Number(minute) > 0) words.push(...(minute!.startsWith('0') ? ['oh'] : []), ...cardinal(minute!));
  else if (!hasHalf && second === undefined) words.push(Number(hour) > 12 ? 'hundred' : "o'clock");
  if (second !== undefined)
    words.push('and', ...cardinal(second), Number(second) === 1 ? 'second' : 'seconds');
  if (half) words.push(half.toLowerCase() === 'am' ? 'ay' : 'p', 'm');
  return { words, length: whole.length };
}
