import { expect, test } from 'vitest';
import { readMaterial } from './material.ts';

const REQUESTS = [
  'Explain how HTTPS works in 30 seconds',
  'How do vaccines work?',
  'coral reefs',
  'Explain photosynthesis for kids. Keep it simple and fun. Use bright colours.',
  'I want a video about the French revolution. It should be 60 seconds long. The audience is high school students.',
  "We're a startup that sells shoes and need a promo video. 30s please.",
  'Please make a short film that explains the difference between TCP and UDP to beginners, with examples.',
  'What is inflation? Why does it happen? Who is hurt by it?',
  'Compare electric cars and petrol cars. Cover cost, range and emissions.',
];

for (const task of REQUESTS) {
  test(`“${task}” names a subject and brings no facts`, () => {
    expect(readMaterial(task)).toBeNull();
  });
}

const paragraph = (task: string) =>
  readMaterial(task)?.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])) ?? [];

test('what is asked is parted from what is told', () => {
  const task =
    'Make a 45 second video explaining how tides work: The Moon pulls on the sea. The water nearest to it bulges. The Earth turns through the bulge.';
  expect(readMaterial(task)?.title).toBe('How tides work');
  expect(paragraph(task)).toEqual([
    'The Moon pulls on the sea.',
    'The water nearest to it bulges.',
    'The Earth turns through the bulge.',
  ]);
});

test('a request that only points gives no title', () => {
  const task =
    'Explain this: The Moon pulls on the sea and the water bulges. The Earth turns through the bulge twice a day.';
  expect(readMaterial(task)?.title).toBeUndefined();
  expect(paragraph(task)).toHaveLength(2);
});

test('a recipe may say "cover the bowl" and "keep it warm": that is no wish for the film', () => {
  const task =
    'Cover the bowl with a cloth. Keep it warm for an hour. Use a sharp knife for the crust. The bread is done when it sounds hollow.';
  expect(paragraph(task)).toHaveLength(4);
});

test('greetings, sign-offs and mail headers are not told', () => {
  const task = [
    'Subject: Re: The boiler',
    'Hi Sam,',
    '',
    'I hope you are well. The boiler broke last week and the repair cost 400 euros.',
    'Could you make a short video about it? The new one uses 20 percent less gas than the old one.',
    '',
    'Best regards,',
    'Tom',
  ].join('\n');
  expect(readMaterial(task)?.title).toBe('The boiler');
  expect(paragraph(task)).toEqual([
    'The boiler broke last week and the repair cost 400 euros.',
    'The new one uses 20 percent less gas than the old one.',
  ]);
});

test('Markdown comes apart into headings, lists, tables, code and formulas', () => {
  const task = [
    '# Signals',
    '',
    'A signal carries **news** from one cell to the next [1].',
    '',
    '## Speeds',
    '',
    '| Fibre | Speed (m/s) |',
    '|---|---|',
    '| A | 120 |',
    '| C | 2 |',
    '',
    '- fast',
    '  - very fast',
    '* slow',
    '',
    '```py',
    'x = 1',
    '```',
    '',
    '$$v = s / t$$',
    '',
    'V = I * R',
    '',
    'Step 1: measure the voltage',
    'Step 2: read the current',
  ].join('\n');
  const material = readMaterial(task);
  expect(material?.title).toBe('Signals');
  expect(material?.blocks).toEqual([
    { kind: 'paragraph', sentences: ['A signal carries news from one cell to the next.'] },
    { kind: 'heading', depth: 2, text: 'Speeds' },
    {
      kind: 'table',
      header: ['Fibre', 'Speed (m/s)'],
      rows: [
        ['A', '120'],
        ['C', '2'],
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        { text: 'fast', children: ['very fast'] },
        { text: 'slow', children: [] },
      ],
    },
    { kind: 'code', language: 'py', source: 'x = 1' },
    { kind: 'formula', tex: 'v = s / t' },
    { kind: 'formula', tex: 'V = I * R' },
    {
      kind: 'list',
      ordered: true,
      items: [
        { text: 'measure the voltage', children: [] },
        { text: 'read the current', children: [] },
      ],
    },
  ]);
});

test('abbreviations, asides and marks are written as they are said', () => {
  expect(
    paragraph(
      'Reefs (e.g. the Great Barrier Reef) feed fish [12] & people. The Hypertext Transfer Protocol (HTTP) moves ~10 documents (see fig. 2). 🎉 It is fast!!',
    ),
  ).toEqual([
    'Reefs, for example the Great Barrier Reef, feed fish and people.',
    'The Hypertext Transfer Protocol, or HTTP, moves about 10 documents.',
    'It is fast!',
  ]);
});

test('sources that the text names are kept apart from what it tells', () => {
  const material = readMaterial(
    'The glacier lost 12 metres of ice in one year. Its tongue drew back by 80 metres. No other glacier in the valley shrank so fast.\n\nSource: Glacier report 2021',
  );
  expect(material?.named).toEqual(['Glacier report 2021']);
  expect(JSON.stringify(material?.blocks)).not.toContain('report');
});

test('prices are not formulas', () => {
  expect(
    paragraph(
      'A lamp costs $5 in town and another costs $10 by post. The cheaper lamp lasts for two years, the dearer one for ten.',
    )[0],
  ).toContain('$5 in town');
});

const HOSTILE = [
  'a'.repeat(5000),
  'a. '.repeat(1666),
  '*a '.repeat(1666),
  '( '.repeat(2500),
  '$a'.repeat(2500),
  '- '.repeat(2500),
  '>'.repeat(5000),
  '| '.repeat(2500),
  '[a]('.repeat(1250),
  '> - '.repeat(1250),
  'make a video '.repeat(380),
  ': '.repeat(2500),
  'a, which '.repeat(550),
  '_a'.repeat(2500),
  '=a'.repeat(2500),
  '\n|-'.repeat(1600),
  '1 000 '.repeat(833),
  'because '.repeat(600),
  '1,'.repeat(2500),
  '\u0000\uFFFF\uE000'.repeat(1600),
  '```\n'.repeat(1250),
  ' → '.repeat(1600),
  'x = '.repeat(1200),
];

test('five thousand hostile characters are read without error', () => {
  for (const task of HOSTILE) expect(() => readMaterial(task)).not.toThrow();
});
