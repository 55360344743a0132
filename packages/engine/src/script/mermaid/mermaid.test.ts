import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChalktalkError } from '../../errors.ts';
import { schemas } from '../../scene/components/registry.ts';
import { checkShow, inspectShow } from '../show-check.ts';
import { readMermaid } from './index.ts';

const read = (text: string) => checkShow(readMermaid(text, 'a.md', 10), schemas);
const dataOf = (text: string) => read(text).data as Record<string, never>;
const fault = (text: string): string => {
  try {
    const { faults } = inspectShow(readMermaid(text, 'a.md', 10), schemas);
    return faults[0]?.message ?? 'no fault';
  } catch (error) {
    if (!(error instanceof ChalktalkError)) throw error;
    return error.message;
  }
};

test('a flowchart is a diagram', () => {
  const show = read(`flowchart LR
    %% a comment
    A["Card <br/> number"] -->|asks| B(Resolver):::big & C{Is it known?}
    B -. later .-> D[(Store)]
    C == yes ==> D --> A
    D ~~~ C
    subgraph one [Inside]
      direction TB
      e-1((End)); e-1 --- A
    end
    classDef big fill:#f96
    style A fill:#bbf`);
  expect(show.component).toBe('diagram');
  expect(show.data).toEqual({
    direction: 'right',
    nodes: [
      { id: 'A', label: 'Card number', icon: 'Card number' },
      { id: 'B', label: 'Resolver', icon: 'Resolver' },
      { id: 'C', label: 'Is it known?', icon: 'Is it known?' },
      { id: 'D', label: 'Store', icon: 'Store' },
      { id: 'e-1', label: 'End', icon: 'End' },
    ],
    edges: [
      { from: 'A', to: 'B', label: 'asks' },
      { from: 'A', to: 'C', label: 'asks' },
      { from: 'B', to: 'D', label: 'later', dashed: true },
      { from: 'C', to: 'D', label: 'yes' },
      { from: 'D', to: 'A' },
      { from: 'e-1', to: 'A' },
    ],
  });
});

test('graph TD on one line, with new shapes, hides long ids', () => {
  const id = 'a_name_of_more_than_twenty_four_letters';
  expect(dataOf(`graph TD; ${id}@{ shape: rect, label: "Start here" } --> B`)).toMatchObject({
    direction: 'down',
    nodes: [
      { id: 'n1', label: 'Start here' },
      { id: 'B', label: 'B' },
    ],
    edges: [{ from: 'n1', to: 'B' }],
  });
});

test('a sequence diagram is a sequence', () => {
  const show = read(`sequenceDiagram
    autonumber
    participant B as Browser
    actor Server
    B->>+Server: Hello
    Note right of Server: checks the key
    alt it is known
      Server-->>-B: My certificate
    end
    B-)Server: A secret`);
  expect(show.component).toBe('sequence');
  expect(show.data).toMatchObject({
    parties: [{ name: 'Browser' }, { name: 'Server' }],
    messages: [
      { from: 'Browser', to: 'Server', text: 'Hello', note: 'checks the key' },
      { from: 'Server', to: 'Browser', text: 'My certificate', note: 'it is known' },
      { from: 'Browser', to: 'Server', text: 'A secret' },
    ],
  });
});

test('a timeline is a timeline', () => {
  const show = read(`timeline
    title Networks
    section Early
    2002 : LinkedIn
    2004 : Facebook : Google
         : Orkut`);
  expect(show.component).toBe('timeline');
  expect(show.data).toEqual({
    events: [
      { when: '2002', text: 'LinkedIn' },
      { when: '2004', text: 'Facebook, Google, Orkut' },
    ],
  });
});

test('a pie is a donut, with shares or with the values themselves', () => {
  const show = read('pie title Power\n  "Coal" : 35\n  "Wind: on land" : 12.5');
  expect(show.component).toBe('donut');
  expect(show.data).toEqual({
    show: 'share',
    slices: [
      { label: 'Coal', value: 35 },
      { label: 'Wind: on land', value: 12.5 },
    ],
  });
  expect(dataOf('pie showData\n  "A" : 1\n  "B" : 2')).toMatchObject({ show: 'value' });
});

test('a state diagram is a state machine', () => {
  const show = read(`stateDiagram-v2
    direction LR
    [*] --> Still
    state "On the move" as Moving
    Still --> Moving : a push
    note right of Still
      whatever is said here
    end note
    Moving --> Moving
    Crash : In pieces
    Moving --> Crash
    Crash --> [*]`);
  expect(show.component).toBe('states');
  expect(show.data).toEqual({
    states: [
      { id: 'Still', text: 'Still' },
      { id: 'Moving', text: 'On the move' },
      { id: 'Crash', text: 'In pieces', final: true },
    ],
    transitions: [
      { from: 'Still', to: 'Moving', text: 'a push' },
      { from: 'Moving', to: 'Moving' },
      { from: 'Moving', to: 'Crash' },
    ],
    start: 'Still',
  });
});

test.each([
  ['gantt\n  title x', 'a.md line 11: "gantt" is no chart that can be shown; use flowchart,'],
  ['', 'a.md line 10: the Mermaid block is empty;'],
  ['flowchart LR\n  A --> B\n  A =>> B', 'a.md line 13: "=>> B" is not understood;'],
  ['flowchart LR\n  A[open --> B', 'a.md line 12: "[open --> B" is not closed; end the node with "]"'],
  ['sequenceDiagram\n  A->>B: hi\n  shout A', 'a.md line 13: "shout A" is not understood;'],
  [`sequenceDiagram\n  ${'->'.repeat(100)}${' '.repeat(190)}x`, 'a.md line 12: "->->'],
  [
    `flowchart LR\n  ${'A & '.repeat(50)}A --> ${'B & '.repeat(40)}B`,
    'a.md line 12: the chart has more than 200 links; draw fewer',
  ],
  ['timeline\n  2002', 'a.md line 12: "2002" has no event;'],
  ['pie\n  "A" : many', 'a.md line 12: ""A" : many" is not understood;'],
  ['stateDiagram-v2\n  A --> B\n  state C {', 'a.md line 13: states within a state are not shown;'],
  [
    `flowchart LR\n  A --> B[${'x'.repeat(40)}]`,
    'a.md line 12: diagram.nodes 2.label must have at most 32 characters',
  ],
  [
    'sequenceDiagram\n  A->>B: hi\n  A->>A: think',
    'a.md line 13: sequence.messages 2.to must be another party',
  ],
])('a fault is named with its line: %s', (text, message) => {
  expect(fault(text)).toContain(message);
});

test('front matter and directives are passed over', () => {
  expect(
    dataOf('---\ntitle: x\n---\n%%{init: {\n"theme": "dark"\n}}%%\npie\n"A" : 1\n"B" : 2'),
  ).toMatchObject({
    slices: [{ label: 'A' }, { label: 'B' }],
  });
});

test('whatever is written is read or refused with a line', () => {
  const piece = fc.constantFrom(
    'A',
    'B-1',
    '-->',
    '-- x -->',
    '-.->',
    '[',
    ']',
    '"',
    '|',
    ':',
    '{',
    '}',
    '[*]',
    'note',
    '&',
    ';',
    '->>',
    'end',
    '@{',
    '\n',
    ' ',
  );
  const head = fc.constantFrom('flowchart LR', 'sequenceDiagram', 'timeline', 'pie', 'stateDiagram-v2');
  fc.assert(
    fc.property(head, fc.array(piece, { maxLength: 40 }), (kind, pieces) => {
      expect(fault(`${kind}\n${pieces.join('')}`)).toMatch(/no fault|a\.md line \d+: /);
    }),
    { numRuns: 400 },
  );
});
