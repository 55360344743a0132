/** States: what something can be, and what turns it from one into another, with a token that shows where it is. */
import { defineComponent, type Part } from '../component.ts';
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
  parts: partsOf,
  layout: layoutStates,
  motion: moveStates,
  split: splitStates,
  example,
});

/** As one tells it: where it begins, and after each transition the state that it leads to. */
function partsOf(data: StatesData): Part[] {
  const told: Part[] = [];
  const tell = (part: Part) => {
    if (!told.some(({ path }) => path === part.path)) told.push(part);
  };
  const tellState = (id: string) => {
    const index = data.states.findIndex((state) => state.id === id);
    const { text, say } = data.states[index]!;
    tell({ path: `states.${index}`, label: text, ...(say === undefined ? {} : { say }) });
  };
  if (data.start !== undefined) tellState(data.start);
  data.transitions.forEach(({ from, to, text, say }, index) => {
    tellState(from);
    tell({ path: `transitions.${index}`, label: text ?? '', ...(say === undefined ? {} : { say }) });
    tellState(to);
  });
  for (const state of data.states) tellState(state.id);
  return told;
}

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
