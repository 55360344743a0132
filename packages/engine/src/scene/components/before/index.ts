/** Before and after: one thing in two states, the new one wiped over the old, the change named. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutBefore } from './layout.ts';
import { moveBefore } from './motion.ts';
import { beforeSchema, type State } from './schema.ts';

export const before = defineComponent({
  name: 'before',
  purpose: 'One thing before and after a change, with the figure that changed and the change named.',
  schema: beforeSchema,
  headline: 'above',
  parts: (data) => [
    { path: 'before', label: labelOf(data.before), say: data.before.say },
    { path: 'after', label: labelOf(data.after), say: data.after.say },
    ...(data.change ? [{ path: 'change', label: data.change.text, say: data.change.say }] : []),
  ],
  layout: layoutBefore,
  motion: moveBefore,
  example,
});

function labelOf(state: State): string {
  return [state.tag, state.label].filter(Boolean).join(' ');
}
