import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { states } from './index.ts';

const any = fc
  .tuple(
    fc.array(words(32), { minLength: 2, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.option(words(32), { nil: undefined })), {
      minLength: 1,
      maxLength: 12,
    }),
    fc.boolean(),
  )
  .map(([texts, edges, pictured]) => ({
    states: texts.map((text, index) => ({ id: `s${index}`, text, ...(pictured ? { icon: 'house' } : {}) })),
    transitions: edges.map(([from, to, text]) => ({
      from: `s${from % texts.length}`,
      to: `s${to % texts.length}`,
      text,
    })),
  }));

test('any states hold, or are divided', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (data) => void (await expectHolds(states, data))),
    { numRuns: 6 },
  );
}, 60_000);

test('the token ends in the state that the last transition leads to', async () => {
  const [scene] = await composeScenes(exampleStoryboard(states, { theme: 'dusk', aspect_ratio: '9:16' }));
  const end = createEvaluator(scene!).at(scene!.duration - 0.5);
  const seats = end.filter((state) => state.element.id.startsWith('seat.') && state.opacity > 0.5);
  expect(seats.map((state) => state.element.id)).toEqual(['seat.2']);
});

test('a transition must join states', () => {
  const data = {
    states: [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ],
    transitions: [{ from: 'a', to: 'c' }],
  };
  expect(() => states.schema.parse(data)).toThrow(/must be the id of a state/);
});
