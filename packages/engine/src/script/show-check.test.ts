import { expect, test } from 'vitest';
import { schemas } from '../scene/components/registry.ts';
import { parseNote } from './note.ts';
import { checkShow, inspectShow, unspokenCues } from './show-check.ts';

const HEAD = '---\ntitle: A\nsources: [a]\n---\n# A\nYour card crosses, and the server answers.\n```show\n';
const part = (yaml: string) => parseNote(`${HEAD}${yaml}\n\`\`\`\n`, 'a.md').parts[0]!;
const faults = (yaml: string) => inspectShow(part(yaml).show!, schemas).faults.map((fault) => fault.message);

test('data that suit the component pass as the author wrote them', () => {
  const show = checkShow(
    part('steps:\n  items:\n    - { text: a }\n    - { text: b, say: crosses }').show!,
    schemas,
  );
  expect(show).toEqual({
    component: 'steps',
    data: { items: [{ text: 'a' }, { text: 'b', say: 'crosses' }] },
    origin: { file: 'a.md', line: 7 },
  });
});

test('a year without quotes is the text its author meant', () => {
  const yaml = 'timeline:\n  events:\n    - { when: 1969, text: Moon }\n    - { when: 2.50, text: true }';
  const { data } = checkShow(part(yaml).show!, schemas);
  expect(data).toEqual({
    events: [
      { when: '1969', text: 'Moon' },
      { when: '2.50', text: 'true' },
    ],
  });
  const talk = 'sequence:\n  parties: [1, 2]\n  messages:\n    - { from: 1, to: 2, text: hi }';
  expect(checkShow(part(talk).show!, schemas).data).toMatchObject({
    parties: ['1', '2'],
    messages: [{ from: '1', to: '2' }],
  });
});

test.each([
  ['stge:\n  a: 1', 'a.md line 8: unknown component "stge"; did you mean "stage"?'],
  ['zebra:\n  a: 1', 'a.md line 8: unknown component "zebra"; use one of '],
  [
    'points:\n  items:\n    - { text: a }\n    - { txt: b }',
    'a.md line 11: points.items 2.text is missing; add it',
  ],
  [
    'points:\n  items:\n    - { text: a }\n    - text: b\n      txet: c',
    'a.md line 12: points.items 2.txet is an unknown field; remove it, or use one of detail, icon, tone, say',
  ],
  [
    'points:\n  items:\n    - { text: a }\n    - text: b\n      detial: c',
    'a.md line 12: points.items 2.detial is an unknown field; did you mean "detail"?',
  ],
  ['points:\n  items:\n    - { text: a }', 'a.md line 9: points.items must have at least 2 items, not 1'],
  ['points:\n  items: a', 'a.md line 9: points.items must be a list; begin each item with "-"'],
  [
    'points:\n  items:\n    - { text: a, tone: bad }\n    - { text: b }',
    'a.md line 10: points.items 1.tone must be neutral, now, good or danger',
  ],
  ['points:\n  items:\n    - { text: }\n    - { text: b }', 'a.md line 10: points.items 1.text is empty'],
  [
    `points:\n  items:\n    - { text: b }\n    - { text: ${'x'.repeat(61)} }`,
    'a.md line 11: points.items 2.text must have at most 60 characters, not 61',
  ],
  [
    'sequence:\n  parties: [A, B]\n  messages:\n    - { from: A, to: C, text: hi }',
    'a.md line 11: sequence.messages 1.to must be one of the parties (A, B), not "C"',
  ],
  [
    'sequence:\n  parties: [A, { name: B, icn: x }]\n  messages:\n    - { from: A, to: B, text: hi }',
    'a.md line 9: sequence.parties 2.icn is an unknown field',
  ],
  [
    'sequence:\n  parties: [A, [B]]\n  messages:\n    - { from: A, to: B, text: hi }',
    'a.md line 9: sequence.parties 2 has a form',
  ],
  [
    'stage:\n  actors:\n    Laptop: { icon: laptop }',
    'a.md line 10: stage.actors.Laptop must be a short lower-case name such as laptop',
  ],
  [
    'stage:\n  actors:\n    laptop: { icon: laptop, at: middle }',
    'a.md line 10: stage.actors.laptop.at must be left, centre-left,',
  ],
  ['stage:\n  actors: {}', 'a.md line 9: stage.actors must name 1 to 9 actors'],
  [
    'bars:\n  bars:\n    - { label: a, value: many }\n    - { label: b, value: 2 }',
    'a.md line 10: bars.bars 1.value must be a number',
  ],
  ['number:\n  value: {}\n  label: x', 'a.md line 9: number.value'],
])('a fault in a show block is named with its line: %s', (yaml, message) => {
  expect(faults(yaml).join('\n')).toContain(message);
  expect(() => checkShow(part(yaml).show!, schemas)).toThrow(faults(yaml)[0]);
});

test('every fault is listed, not only the first', () => {
  expect(faults('points:\n  items:\n    - { text: a, x: 1, y: 2 }\n    - { icon: b }')).toHaveLength(3);
});

test('a cue must quote the narration of its scene', () => {
  const cued = part(
    'steps:\n  items:\n    - { text: a, say: "Card crosses" }\n    - { text: b, say: "the client" }\nremark: { text: c, say: nothing }',
  );
  expect(unspokenCues(cued).map((fault) => fault.message)).toEqual([
    'a.md line 11: "the client" is not spoken under "A"; quote words of its narration exactly',
    'a.md line 12: "nothing" is not spoken under "A"; quote words of its narration exactly',
  ]);
});
