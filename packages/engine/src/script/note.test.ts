import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChalktalkError } from '../errors.ts';
import { looksLikeNote, parseNote } from './note.ts';

const HEAD = `---
title: How HTTPS keeps a secret
also: [https, tls]
sources:
  - RFC 8446
  - { title: "RFC 9110, HTTP Semantics", url: "https://www.rfc-editor.org/rfc/rfc9110" }
---
`;

const NOTE = `${HEAD}
# A dozen strangers carry your *card number*
Your card number crosses a dozen machines, e.g. routers. Any of them
could read it.

\`\`\`show
stage:
  actors:
    laptop: { icon: laptop, at: left }
remark: { text: "Each one could read it.", say: "read it" }
\`\`\`

## Then check __who__ signed it {from=60}
It is [signed](https://example.com) by *someone* you \`trust\`.

{from=120} This comes in long films. It really does.

- Names
- Dates are checked {sic}

# From here on, locked
<!-- a word to fellow authors -->
All they hold is noise.
`;

const fault = (markdown: string) => {
  try {
    parseNote(markdown, 'notes/https.md');
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'bad_note') return error.message;
    throw error;
  }
  return 'no fault';
};

test('a note is read with its front matter, scenes, levels and show blocks', () => {
  const note = parseNote(NOTE, 'notes/https.md');
  expect(note).toMatchObject({
    file: 'notes/https.md',
    title: 'How HTTPS keeps a secret',
    also: ['https', 'tls'],
    sources: [
      { title: 'RFC 8446' },
      { title: 'RFC 9110, HTTP Semantics', url: 'https://www.rfc-editor.org/rfc/rfc9110' },
    ],
  });
  expect(note.parts.map((part) => part.headline)).toEqual([
    'A dozen strangers carry your *card number*',
    'Then check *who* signed it',
    'From here on, locked',
  ]);
  expect(note.parts[0]?.paragraphs).toEqual([
    {
      from: 0,
      line: 10,
      sentences: ['Your card number crosses a dozen machines, e.g. routers.', 'Any of them could read it.'],
    },
  ]);
  expect(note.parts[0]?.show).toMatchObject({
    component: 'stage',
    data: { actors: { laptop: { icon: 'laptop', at: 'left' } } },
    remark: { text: 'Each one could read it.', say: 'read it' },
    origin: { file: 'notes/https.md', line: 13 },
  });
  expect(note.parts[0]?.show?.yaml.lineOf(['stage', 'actors', 'laptop', 'at'])).toBe(16);
  expect(note.parts[1]?.paragraphs.map(({ from, sentences }) => ({ from, sentences }))).toEqual([
    { from: 60, sentences: ['It is signed by someone you trust.'] },
    { from: 120, sentences: ['This comes in long films.', 'It really does.'] },
    { from: 60, sentences: ['Names.'] },
    { from: 60, sentences: ['Dates are checked {sic}.'] },
  ]);
});

test('line ends of Windows and a byte order mark change nothing', () => {
  const strip = (text: string) => JSON.stringify(parseNote(text, 'x'));
  expect(strip(`\uFEFF${NOTE.replaceAll('\n', '\r\n')}`)).toBe(strip(NOTE));
});

test('a title above the first scene names the document, and text above it is a scene of its own', () => {
  expect(parseNote(`${HEAD}# HTTPS\n## Point\nWords.\n`, 'x').parts.map((part) => part.headline)).toEqual([
    'Point',
  ]);
  expect(parseNote(`${HEAD}Words.\n`, 'x').parts[0]?.headline).toBe('How HTTPS keeps a secret');
});

test.each([
  ['no front matter', '# A\nWords.', 'line 1: the note has no front matter'],
  ['no title', '---\nsources: [a]\n---\n# A\nWords.', 'title must be a text'],
  ['no sources', '---\ntitle: A\n---\n# A\nWords.', 'sources must list at least one'],
  ['empty sources', '---\ntitle: A\nsources: []\n---\n# A\nWords.', 'line 3: sources must list'],
  [
    'unknown key',
    '---\ntitle: A\nauthor: me\nsources: [a]\n---\nWords.',
    'line 3: unknown field "author"; use title, also, sources',
  ],
  [
    'source with a colon',
    '---\ntitle: A\nsources:\n  - Smith: A life\n---\nWords.',
    'line 4: unknown field "Smith"; a source has title',
  ],
  [
    'bad url',
    '---\ntitle: A\nsources:\n  - { title: a, url: nowhere }\n---\nWords.',
    'line 4: url must be an address',
  ],
  ['broken front matter', '---\ntitle: A: B\nsources: [a]\n---\nWords.', 'line 2: not valid YAML'],
  [
    'twice the same key',
    '---\ntitle: A\ntitle: B\nsources: [a]\n---\nWords.',
    'line 3: not valid YAML: Map keys must be unique',
  ],
  ['also not a list', '---\ntitle: A\nalso: b\nsources: [a]\n---\nWords.', 'line 3: also must be a list'],
  ['no text', HEAD, 'the note has no text'],
  [
    'two show blocks',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints: {a: 1}\n\`\`\`\n\`\`\`show\npoints: {a: 1}\n\`\`\`\n`,
    'line 13: a heading has at most one show block',
  ],
  [
    'two components',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints: {a: 1}\nsteps: {a: 1}\n\`\`\`\n`,
    'line 12: a show block has one component, and "points" is there',
  ],
  [
    'no component',
    `${HEAD}# A\nWords.\n\`\`\`show\nremark: { text: a }\n\`\`\`\n`,
    'line 10: the show block names no component',
  ],
  [
    'a component without data',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints:\n\`\`\`\n`,
    'line 11: "points" has no data',
  ],
  [
    'a show block that is a list',
    `${HEAD}# A\nWords.\n\`\`\`show\n- points\n\`\`\`\n`,
    'line 10: a show block names a component',
  ],
  [
    'a remark that is a text',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints: {a: 1}\nremark: Hm\n\`\`\`\n`,
    'line 12: a remark has a text; write remark:',
  ],
  [
    'an unknown field in a remark',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints: {a: 1}\nremark:\n  txt: Hm\n\`\`\`\n`,
    'line 13: unknown field "txt"',
  ],
  [
    'broken YAML in a show block',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints:\n  items: [a, b\n\`\`\`\n`,
    'line 12: not valid YAML',
  ],
  [
    'a show block left open',
    `${HEAD}# A\nWords.\n\`\`\`show\npoints: {a: 1}\n`,
    'line 10: the show block is not closed',
  ],
  ['other code', `${HEAD}# A\n\`\`\`python\nx\n\`\`\`\n`, 'line 9: a code block is not spoken'],
  ['a deep heading', `${HEAD}# A\nWords.\n\n### B\nWords.`, 'line 11: a scene has a heading of one or two'],
  ['an empty heading', `${HEAD}#\nWords.`, 'line 8: the heading is empty'],
  ['nothing said', `${HEAD}# A\n# B\nWords.`, 'line 8: nothing is said under "A"'],
  [
    'a level on the opening',
    `${HEAD}# A {from=60}\nWords.`,
    'line 8: the opening is in every film; remove {from=60}',
  ],
  [
    'a level on all of the close',
    `${HEAD}# A\nWords.\n# B\n{from=60} Words.`,
    'line 10: the close is in every film',
  ],
  [
    'a level not understood',
    `${HEAD}# A\nWords.\n\n{form=60} Words.`,
    'line 11: "{form=60}" is not understood; write {from=60}',
  ],
  ['a level too long', `${HEAD}# A\nWords.\n\n{from=900} Words.`, 'line 11: "{from=900}" is not understood'],
  [
    'a level in the middle',
    `${HEAD}# A\nWords {from=60} here.`,
    'line 9: {from=60} belongs before the first word',
  ],
  ['a level alone', `${HEAD}# A\nWords.\n\n{from=60}\n`, 'line 11: {from=60} stands alone'],
  ['a picture', `${HEAD}# A\n![x](y.png)`, 'line 9: a picture is not spoken'],
  ['HTML', `${HEAD}# A\n<div>x</div>`, 'line 9: HTML is not spoken'],
  ['a table', `${HEAD}# A\n| a | b |\n|---|---|\n| 1 | 2 |`, 'line 9: a table is not spoken'],
])('a note with %s is refused with its line and the fix', (_name, markdown, message) => {
  expect(fault(markdown)).toContain('notes/https.md line ');
  expect(fault(markdown)).toContain(message);
});

test('notes are told from other texts', () => {
  for (const text of [NOTE, '---\r\ntitle: A\r\n---\r\n', '# A {from=60}\nB', '```show\npoints: 1\n```'])
    expect(looksLikeNote(text)).toBe(true);
  for (const text of [
    'Explain HTTPS',
    '# HTTPS\nIt is a protocol.',
    '---\nA rule above',
    '```js\nshow\n```',
    '',
  ])
    expect(looksLikeNote(text)).toBe(false);
});

test('whatever is written, a note is read or refused, never anything else', () => {
  const line = fc.constantFrom(
    '---',
    'title: A',
    'sources: [a]',
    'also: [b]',
    '# H',
    '## H {from=60}',
    '{from=120} P.',
    'Words. More "words."',
    '',
    '- item',
    '1. item',
    '```show',
    '```',
    'points:',
    '  items: [a, b]',
    '  - x: &a [*a]',
    'remark: {text: a}',
    '> quote',
    '***',
    '<b>',
    '| a |',
    '\t',
    '{from=}',
    '[a]: b',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.boolean(), (lines, withHead) => {
      const text = (withHead ? HEAD : '') + lines.join('\n');
      if (fault(text) === 'no fault') {
        for (const part of parseNote(text, 'x').parts)
          expect(part.paragraphs.every((one) => one.sentences.length > 0)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
