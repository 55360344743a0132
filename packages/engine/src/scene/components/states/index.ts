/** States: what something can be, and what turns it from one into another, with a token that shows where it is. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutStates } from './layout.ts';
import { moveStates } from './motion.ts';
import { type StatesData, statesSchema } from './schema.ts';

export const states = defineComponent({
  name: 'states',
  purpose:
    'Two to eight states of one thing and the transitions between them, gone through as they are told.',
  schema: statesSchema,
  headline: 'above',
  parts: (data) => [
    ...data.states.map((state, index) => ({ path: `states.${index}`, label: state.text, say: state.say })),
    ...data.transitions.map((transition, index) => ({
      path: `transitions.${index}`,
      label: transition.text ?? '',
      say: transition.say,
    })),
  ],
  layout: layoutStates,
  motion: moveStates,
  split: splitStates,
  example,
});

/** The first half of what happens, then the rest, each with the states it is about. */
function splitStates(data: StatesData): [StatesData, StatesData] | undefined {
  const { transitions } = data;
  if (transitions.length < 2) return undefined;
  const half = Math.ceil(transitions.length / 2);
  const early = pieceOf(data, transitions.slice(0, half), data.start);
  const later = pieceOf(data, transitions.slice(half), transitions[half]!.from);
  return early && later ? [early, later] : undefined;
}

function pieceOf(
  data: StatesData,
  transitions: StatesData['transitions'],
  start: string | undefined,
): StatesData | undefined {
  const used = new Set(transitions.flatMap(({ from, to }) => [from, to]));
  if (start !== undefined) used.add(start);
  const states = data.states.filter((state) => used.has(state.id));
  return states.length < 2 ? undefined : { states, transitions, ...(start === undefined ? {} : { start }) };
}
