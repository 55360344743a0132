/** Timeline: events on a line that draws itself through time, the present one large, the past ones calm. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutTimeline } from './layout.ts';
import { moveTimeline } from './motion.ts';
import { timelineSchema } from './schema.ts';

export const timeline = defineComponent({
  name: 'timeline',
  purpose: 'Two to six events in order of time.',
  schema: timelineSchema,
  headline: 'above',
  parts: (data) =>
    data.events.map((event, index) => ({
      path: `events.${index}`,
      label: `${event.when} ${event.text}`,
      say: event.say ?? event.when,
    })),
  layout: layoutTimeline,
  motion: moveTimeline,
  leansIn: true,
  example,
});
