import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ChalktalkError } from '../errors.ts';
import { schemas } from '../scene/components/registry.ts';
import { applyOperations } from './apply.ts';
import { exampleFilm } from './example.ts';
import type { EditableFilm } from './film.ts';
import type { EditOperation } from './operations.ts';
import { pinnedSections } from './pin.ts';

let film: EditableFilm;
beforeAll(async () => {
  film = await exampleFilm();
});

const ids = (operations: EditOperation[]) =>
  applyOperations(film, operations).script.sections.map(({ id }) => id);
const section = (operations: EditOperation[], index: number) =>
  applyOperations(film, operations).script.sections[index]!;

test('every section says what it shows, so that nothing is planned anew', () => {
  const { script } = applyOperations(film, [{ op: 'set_title', title: 'Another' }]);
  expect(script.title).toBe('Another');
  expect(script.sections).toEqual(pinnedSections(film));
  for (const { show } of script.sections) expect(show).toBeDefined();
});

test('a cue whose words are gone goes to the words in their place', () => {
  const { show, sentences } = section(
    [
      {
        op: 'set_text',
        scene: 3,
        field: 'sentence.0',
        text: 'At first your browser wants to know the address.',
      },
    ],
    2,
  );
  const spoken = sentences
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();
  const { messages } = show!.data as { messages: { say: string }[] };
  expect(messages[1]!.say).toBe('answers');
  expect(messages[0]!.say).not.toBe('asks');
  expect(spoken).toContain(messages[0]!.say.toLowerCase());
});

test('a party that is called otherwise is called so by its messages too', () => {
  const { show } = section([{ op: 'set_text', scene: 3, field: 'data.parties.0.name', text: 'Phone' }], 2);
  expect(show!.data).toMatchObject({
    parties: [{ name: 'Phone' }, { name: 'Server' }],
    messages: [{ from: 'Phone' }, { to: 'Phone' }],
  });
});

test('a term is renamed in every case and number, in cues as well, and not inside other words', () => {
  const { script } = applyOperations(film, [{ op: 'rename_term', from: 'router', to: 'gateway' }]);
  const text = JSON.stringify(script.sections);
  expect(text).toContain('A gateway chooses the road.');
  expect(text).toContain('"text":"Gateway"');
  expect(text).toContain('"say":"A gateway"');
  expect(text).toContain('"icon":"tabler:router"');
  expect(text.replace('tabler:router', '')).not.toMatch(/router/i);
  expect(() => applyOperations(film, [{ op: 'rename_term', from: 'rout', to: 'x' }])).toThrow(
    /neither written nor spoken/,
  );
});

test('a term that holds itself does not grow without end', () => {
  const to = Array.from({ length: 20 }, () => 'two').join(' ');
  const rename: EditOperation = { op: 'rename_term', scene: 4, from: 'two', to };
  expect(section([rename], 3).sentences[0]!.text).toContain('two two');
  expect(() => applyOperations(film, [rename, rename, rename, rename])).toThrow(/"two" stands in a text/);
});

test('scenes are moved, removed, repeated, merged and split by the numbers they had', () => {
  expect(ids([{ op: 'move_scene', scene: 2, to: 4 }])).toEqual(['s1', 's3', 's4', 's2', 's5']);
  expect(ids([{ op: 'move_scene', scene: 4, to: 1 }])).toEqual(['s4', 's1', 's2', 's3', 's5']);
  expect(
    ids([
      { op: 'remove_scene', scene: 2 },
      { op: 'remove_scene', scene: 3 },
    ]),
  ).toEqual(['s1', 's4', 's5']);
  expect(ids([{ op: 'repeat_scene', scene: 1, after: 5 }])).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
  expect(ids([{ op: 'merge_scenes', scene: 3, with: 4 }])).toEqual(['s1', 's2', 's3', 's5']);
  expect(ids([{ op: 'split_scene', scene: 2, after_sentence: 2 }])).toEqual([
    's1',
    's2',
    's6',
    's3',
    's4',
    's5',
  ]);
});

test('a summary repeats the points of the scenes, each resting on their sources', () => {
  const last = applyOperations(film, [{ op: 'add_closing' }]).script.sections.at(-1)!;
  expect(last.show!.component).toBe('recap');
  expect(last.sentences[0]!.text).toMatch(/^To sum up: /);
  expect(last.sentences.every(({ sources }) => sources.length > 0)).toBe(true);
});

test('the length asked for follows what is added and taken away, and stays where nothing of it changed', () => {
  const asked = (operations: EditOperation[]) => applyOperations(film, operations).script.requested_seconds;
  expect(asked([{ op: 'set_text', scene: 1, field: 'headline', text: 'Hello' }])).toBe(
    film.script.requested_seconds,
  );
  expect(asked([{ op: 'remove_scene', scene: 2 }])).toBeLessThan(film.narration.duration - 4);
  expect(asked([{ op: 'set_pace', factor: 1.2 }])).toBeGreaterThan(film.narration.duration);
});

test.each<[EditOperation[], RegExp]>([
  [[{ op: 'remove_scene', scene: 9 }], /There is no scene 9/],
  [[1, 2, 3, 4, 5].map((scene) => ({ op: 'remove_scene', scene })), /keep at least one/],
  [[{ op: 'merge_scenes', scene: 1, with: 4 }], /not next to each other/],
  [[{ op: 'split_scene', scene: 2, after_sentence: 9 }], /before the last/],
  [
    [
      {
        op: 'set_text',
        scene: 1,
        field: 'data.icons.0.label',
        text: 'a label much too long for any picture',
      },
    ],
    /Scene 1 cannot show that/,
  ],
  [[{ op: 'set_text', scene: 4, field: 'data.bars.0.value', text: 'plenty' }], /shows a number there/],
  [[{ op: 'remove_text', scene: 4, field: 'data.bars.0' }], /at least 2|cannot show/],
  [[{ op: 'set_text', scene: 1, field: 'data.__proto__.polluted', text: 'x' }], /has no words/],
  [
    [
      { op: 'set_pace', factor: 1.35 },
      { op: 'set_pace', factor: 1.35 },
    ],
    /as slow as the voice/,
  ],
  [[{ op: 'undo' }], /stands alone/],
  [[], /too much at once/],
])('%j is refused', (operations, sentence) => {
  expect(() => applyOperations(film, operations)).toThrow(sentence);
});

const scene = fc.integer({ min: 1, max: 6 });
const words = fc.constantFrom('Hello there', 'A router is a box.', 'Three', 'every *single* time');
const operation: fc.Arbitrary<EditOperation> = fc.oneof(
  fc.record({
    op: fc.constant('set_text' as const),
    scene,
    field: fc.constantFrom('headline', 'remark', 'sentence.0', 'data.items.0.text'),
    text: words,
  }),
  fc.record({
    op: fc.constant('add_text' as const),
    scene,
    to: fc.constantFrom('narration' as const, 'remark' as const, 'list' as const),
    text: words,
  }),
  fc.record({
    op: fc.constant('remove_text' as const),
    scene,
    field: fc.constantFrom('remark', 'sentence.1', 'data.items.1'),
  }),
  fc.record({
    op: fc.constant('rename_term' as const),
    from: fc.constantFrom('router', 'message', 'glass'),
    to: fc.constantFrom('thing', 'pane'),
    scene,
  }),
  fc.record({ op: fc.constant('move_scene' as const), scene, to: scene }),
  fc.record({ op: fc.constant('remove_scene' as const), scene }),
  fc.record({ op: fc.constant('repeat_scene' as const), scene }),
  fc.record({ op: fc.constant('split_scene' as const), scene }),
  fc.record({ op: fc.constant('merge_scenes' as const), scene, with: scene }),
  fc.record({ op: fc.constant('set_pace' as const), scene, factor: fc.constantFrom(0.9, 1.1) }),
  fc.constant({ op: 'add_closing' as const }),
);

/** The numbers an operation names. */
const named = (one: EditOperation) =>
  Object.entries(one).flatMap(([key, value]) => (['scene', 'with'].includes(key) ? [value as number] : []));

test('whatever is asked for: ids stay unique, data valid, what is not named deep-equal, the film itself untouched', () => {
  const before = JSON.stringify(film);
  const pinned = new Map(pinnedSections(film).map((one) => [one.id, one]));
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), (operations) => {
      try {
        const { script, origins } = applyOperations(film, operations);
        const again = applyOperations(film, operations);
        expect(again.script).toEqual(script);
        const found = script.sections.map(({ id }) => id);
        expect(new Set(found).size).toBe(found.length);
        const touched = new Set(operations.flatMap(named).map((number) => `s${number}`));
        for (const one of script.sections) {
          expect(one.sentences.length).toBeGreaterThan(0);
          expect(one.sentences.every(({ sources }) => sources.length > 0)).toBe(true);
          if (one.show) expect(schemas[one.show.component]!.safeParse(one.show.data).success).toBe(true);
          if (origins[one.id] && !touched.has(one.id) && pinned.has(one.id))
            expect(one).toEqual(pinned.get(one.id));
        }
      } catch (error) {
        if (!(error instanceof ChalktalkError)) throw error;
        expect(error.kind).toBe('bad_edit');
      }
      expect(JSON.stringify(film)).toBe(before);
    }),
    { numRuns: 300, seed: 5 },
  );
});
