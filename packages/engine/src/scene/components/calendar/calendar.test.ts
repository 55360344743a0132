import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { dayOf, monthOf, numberOf, spanOf, titleOf, weekdayNames } from './days.ts';
import { calendar } from './index.ts';

test('days stand in their weeks, whichever day a week starts with', () => {
  const moonDay = dayOf('1969-07-20')!;
  expect(monthOf('1969-07-01', '1969-07-31', 'monday').place(moonDay)).toEqual({ row: 2, column: 6 });
  expect(monthOf('1969-07-01', '1969-07-31', 'sunday').place(moonDay)).toEqual({ row: 3, column: 0 });
  expect(numberOf(moonDay)).toBe(20);
  expect(monthOf('2015-02-01', '2015-02-28', 'sunday').weeks).toBe(4);
});

test('names come in the language asked for', () => {
  expect(weekdayNames('monday', 'en')[0]).toBe('Mon');
  expect(weekdayNames('sunday', 'de')[0]).toBe('So');
  expect(titleOf('1969-07-01', '1969-07-31', 'en')).toBe('July 1969');
  expect(spanOf('1969-07-16', '1969-07-24', 'en').replace(/[\s\u2009]/g, '')).toBe('16–24July');
});

test.each([
  [{ from: '2023-02-01', to: '2023-02-30' }, 'day that exists'],
  [{ from: '2023-02-01', to: '2023-06-01' }, 'within 6 weeks'],
])('%o is refused', (span, message) => {
  const data = { ...calendar.example.data, ...span };
  const issues = calendar.schema.safeParse(data).error?.issues.map((issue) => issue.message) ?? [];
  expect(issues.join()).toContain(message);
});

const day = fc.integer({ min: 1, max: 31 });
const moments = fc.array(
  fc.record(
    { a: day, b: day, text: words(48), icon: fc.constant('rocket') },
    { requiredKeys: ['a', 'b', 'text'] },
  ),
  { minLength: 1, maxLength: 8 },
);

test('any moments and words hold, or divide, or are refused', async () => {
  const date = (number: number) => `2024-12-${String(number).padStart(2, '0')}`;
  await fc.assert(
    fc.asyncProperty(moments, fc.constantFrom('monday', 'sunday'), async (list, week_starts) => {
      const data = {
        from: '2024-12-01',
        to: '2024-12-31',
        week_starts,
        moments: list.map(({ a, b, ...rest }) => ({
          ...rest,
          date: date(Math.min(a, b)),
          until: date(Math.max(a, b)),
        })),
      };
      await expectHolds(calendar, calendar.schema.parse(data));
    }),
    { numRuns: 12 },
  );
}, 30_000);
