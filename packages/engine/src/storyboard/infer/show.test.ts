import { expect, test } from 'vitest';
import { schemas } from '../../scene/components/registry.ts';
import { recognise } from '../../script/facts/index.ts';
import type { Section } from '../../script/script.ts';
import type { Structure } from '../../script/structure.ts';
import { inferShow } from './show.ts';

const section = (texts: string[], more: Partial<Section> = {}): Section => ({
  id: 's2',
  role: 'body',
  headline: 'The *point* of it',
  sentences: texts.map((text) => ({ text, sources: ['task'] })),
  ...more,
});

const KNOWN = new Set(
  'sea cloud rain river browser server key padlock sun moon ship alarm phone water'.split(' '),
);
const pictureOf = (meaning: string) => (KNOWN.has(meaning) ? `set:${meaning}` : null);
const context = (own: Section, previous?: string) => ({
  index: 1,
  sections: [section(['Ships cross the sea.'], { id: 's1', role: 'opening' }), own],
  before: previous ? [{ component: previous }] : [],
  pictureOf,
});
// biome-ignore lint/suspicious/noExplicitAny: the data's shape depends on the component
const infer = (own: Section, previous?: string): { component: string; data: any } =>
  inferShow(own, context(own, previous));

/** Every `say` in the data. */
function quotes(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotes);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'say' ? [String(one)] : quotes(one)));
}

const EXPECTED: readonly [Structure['kind'], string, string[]][] = [
  ['messages', 'sequence', ['The browser sends a hello to the server.', 'The server replies with a key.']],
  ['steps', 'steps', ['First, open the box.', 'Then take out the key.', 'Finally, turn the key.']],
  [
    'cycle',
    'cycle',
    [
      'Water evaporates from the sea.',
      'It condenses into clouds.',
      'It falls as rain.',
      'Rivers carry it back to the sea, and the cycle begins again.',
    ],
  ],
  ['enumeration', 'points', ['A ship has three parts: a hull, a deck and a mast.']],
  ['comparison', 'comparison', ['Frogs have smooth skin, whereas toads have dry skin.']],
  ['dates', 'timeline', ['In 1957, Sputnik reached orbit.', 'In 1969, Apollo 11 landed on the Moon.']],
  ['quantities', 'bars', ['Sales reached €4.1 million in May and €5.3 million in June.']],
  ['number', 'number', ['Light travels at 299,792 km/s.']],
  ['cause', 'diagram', ['Heavy rain led to floods in the valley.']],
  ['formula', 'formula', ['The law is $V = IR$.', 'Here V is the voltage and I is the current.']],
  [
    'quantities',
    'donut',
    ['Nitrogen makes up 78 percent of the air, oxygen makes up 21 percent, and argon makes up 1 percent.'],
  ],
  [
    'quantities',
    'lines',
    ['Sales were €4.1 million in 2020, €5.3 million in 2021, €2.2 million in 2022 and €8 million in 2023.'],
  ],
  [
    'quotation',
    'quote',
    ['Newton wrote in 1675: "If I have seen further, it is by standing on the shoulders of giants."'],
  ],
  ['definition', 'statement', ['A padlock is a small lock that can be carried.']],
  ['statement', 'statement', ['The sea looks calm at night.']],
];

for (const [kind, component, texts] of EXPECTED) {
  test(`a passage of kind ${kind} is shown as ${component}, valid and quoting what is spoken`, () => {
    const own = section(texts);
    expect(recognise(texts).kind).toBe(kind);
    const show = infer(own);
    expect(show.component).toBe(component);
    expect(schemas[component]?.safeParse(show.data).error).toBeUndefined();
    for (const say of quotes(show.data)) expect(texts.join(' ')).toContain(say);
  });
}

test('a statement does not follow a statement: its sentences become points', () => {
  const show = infer(section(['The sea looks calm at night.', 'The moon draws the water up.']), 'statement');
  expect(show.component).toBe('points');
});

test('steps may follow steps, for they go on', () => {
  const show = infer(
    section(['First, open the box.', 'Then take out the key.', 'Finally, turn the key.']),
    'steps',
  );
  expect(show.component).toBe('steps');
});

test('a section with no picture at all still gets a valid one', () => {
  const show = infer(section(['Nobody knew why.']));
  expect(schemas[show.component]?.safeParse(show.data).error).toBeUndefined();
});

test('millions are scaled and a currency stands before its figures', () => {
  const { data } = infer(section(['Sales reached €4.1 million in May and €5.3 million in June.']));
  expect(data).toMatchObject({
    prefix: '€',
    suffix: ' M',
    bars: [
      { label: 'May', value: 4.1 },
      { label: 'June', value: 5.3, tone: 'now' },
    ],
  });
});

test('a figure keeps the word that softens it, as a sign', () => {
  const { data } = infer(section(['The press had printed more than 20 million books.']));
  expect(data).toMatchObject({ value: 20, prefix: '> ', suffix: ' million books' });
});

test('a figure is compared where the text compares it', () => {
  const { data } = infer(
    section(['The wire is 80 micrometres thick.', 'That is about the width of a human hair.']),
  );
  expect(data.compare.text).toContain('the width of a human hair');
});

test('the symbols of a formula are named as the text names them', () => {
  const { data } = infer(section(['The law is $V = IR$.', 'Here V is the voltage and I is the current.']));
  expect(data.parts.map((part: { tex: string; means: string }) => [part.tex, part.means])).toEqual([
    ['V', 'voltage'],
    ['I', 'current'],
  ]);
});

test('code lights the lines that are spoken of and keeps within the frame', () => {
  const source = Array.from(
    { length: 30 },
    (_, index) => `    total_${index} = ${'x'.repeat(index * 3)} + 1`,
  ).join('\n');
  const own = section(['The variable total_3 holds the sum.'], {
    structure: { kind: 'code', language: 'python', source },
  });
  const { data } = infer(own);
  expect(data.source.split('\n')).toHaveLength(16);
  expect(Math.max(...data.source.split('\n').map((line: string) => line.length))).toBeLessThanOrEqual(64);
  expect(data.steps).toEqual([{ lines: '4', note: 'The variable total_3 holds the sum', say: 'total_3' }]);
});

test('the close recalls the points of the scenes before and ends on its own line', () => {
  const close = section(['So the sea keeps its ships.'], { id: 's4', role: 'close' });
  const sections = [
    section(['a'], { id: 's1', role: 'opening', headline: 'Ships *cross* the sea' }),
    section(['b'], { id: 's2', headline: 'Rain feeds the *river*' }),
    section(['c'], { id: 's3', headline: 'The moon *pulls*' }),
    close,
  ];
  const show = inferShow(close, { index: 3, sections, before: [{ component: 'statement' }], pictureOf });
  expect(show.component).toBe('recap');
  expect(show.data).toMatchObject({
    items: [{ text: 'Ships cross the sea' }, { text: 'Rain feeds the river' }, { text: 'The moon pulls' }],
    line: { text: 'The sea keeps its ships', say: 'sea keeps its ships' },
  });
});

test('a cause and an effect too long for nodes are told as steps', () => {
  const show = infer(
    section(['Demand for copper rose much faster than supply, so the price of copper went up everywhere.']),
  );
  expect(['steps', 'points', 'diagram', 'statement']).toContain(show.component);
  for (const text of quotes(show.data)) expect(text.length).toBeLessThanOrEqual(120);
});

test('the installed icons serve when nothing else is asked', () => {
  const own = section(['The ship crosses the sea.']);
  const show = inferShow(own, { index: 1, sections: [own, own], before: [] });
  expect(show).toMatchObject({
    component: 'statement',
    data: { icons: [{ icon: 'ship' }, { icon: 'sea' }] },
  });
});

test('where the first picture would come late, it comes with the first words', () => {
  const { data } = infer(
    section(['What we are changing after all that went wrong here: nobody waits for an alarm.']),
  );
  expect(data.icons[0]).toMatchObject({ icon: 'alarm', say: 'What we' });
});

test('a picture that would stand still for long gets a remark from what is said then', () => {
  const own = section([
    'Sales reached €4.1 million in May and €5.3 million in June.',
    'The new shop by the harbour opened its doors in April.',
  ]);
  const show = inferShow(own, context(own));
  expect(show.component).toBe('bars');
  expect(show.remark?.text).toBeTruthy();
  expect(own.sentences.map((sentence) => sentence.text).join(' ')).toContain(show.remark?.say);
});

test('things said to lie upon each other become layers, from the top unless they are told from the bottom', () => {
  const down = infer(section(['The sea has three layers: sunlight, twilight and midnight.']));
  expect(down.component).toBe('layers');
  expect(down.data.layers.map((one: { text: string }) => one.text)).toEqual([
    'Sunlight',
    'Twilight',
    'Midnight',
  ]);
  const up = infer(
    section(['From the bottom up, the sea has three layers: midnight, twilight and sunlight.']),
  );
  expect(up.data.layers.map((one: { text: string }) => one.text)).toEqual([
    'Sunlight',
    'Twilight',
    'Midnight',
  ]);
});

test('five things that all have a picture become a grid of pictures', () => {
  const show = infer(section(['A voyage needs five things: a sea, a cloud, a river, a moon and a ship.']));
  expect(show.component).toBe('icons');
  expect(show.data.items).toHaveLength(5);
});

test('so many out of so many are counted in pictures', () => {
  const show = infer(section(['Nine out of ten phone calls are short.']));
  expect(show).toMatchObject({ component: 'icons', data: { count: { n: 9, of: 10 } } });
  expect(schemas.icons?.safeParse(show.data).error).toBeUndefined();
});

test('shares that do not make up a whole are bars', () => {
  expect(
    infer(section(['Nitrogen makes up 78 percent of the air and oxygen makes up 11 percent of the water.']))
      .component,
  ).toBe('bars');
});
