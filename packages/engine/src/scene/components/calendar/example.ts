import type { Example } from '../component.ts';
import type { CalendarData } from './schema.ts';

export const example: Example<CalendarData> = {
  headline: 'To the Moon and back in *eight days*',
  narration:
    'On the sixteenth of July 1969, a rocket left Florida. Four days later, on the twentieth, two men stood on the Moon. ' +
    'On the twenty-fourth all three were back, afloat in the Pacific. Eight days, there and back.',
  data: {
    from: '1969-07-01',
    to: '1969-07-31',
    week_starts: 'monday',
    language: 'en',
    moments: [
      { date: '1969-07-16', text: 'Lift-off', icon: 'rocket', say: 'sixteenth' },
      { date: '1969-07-20', text: 'On the Moon', icon: 'full moon', say: 'twentieth' },
      { date: '1969-07-24', text: 'Splashdown', icon: 'water wave', say: 'twenty-fourth' },
      {
        date: '1969-07-16',
        until: '1969-07-24',
        text: 'Eight days in all',
        icon: 'stopwatch',
        say: 'Eight days',
      },
    ],
  },
};
