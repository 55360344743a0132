import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const CASES: string[][] = [
  ['It rains.', 'The sea fills.'],
  ['Dr. Smith paid $3.50, e.g. for tea.', 'He left the U.S. Army in Jan. 1970.'],
  ['The parties are two, i.e. You and the shop.', 'Both speak.'],
  ['She lives in the U.S.', 'The law is old.'],
  ['"Is it true?" she asked.', 'It was.'],
  ['He asked, “Who are you?”', 'The server answers.'],
  ['He said "Go."', 'Then he left.'],
  ['"Stop!" Anna said.', 'He ran.'],
  ['J. S. Bach wrote it.', 'George W. Bush heard it.'],
  ['Plants make vitamin C.', 'Oranges hold much of it.'],
  ['So do I.', 'Never mind.'],
  ['Version 1.3.', 'It is new.'],
  ['It costs approx. 5 kg.', 'No. 5 is alive!', 'Why?', 'Because.'],
  ['It ends at 5 p.m.', 'The rest sleeps.'],
  ['Sizes, colours, etc. are listed.', 'Visit example.com.'],
  ['Wait... what happened?', '3.14 is pi.'],
  ['One line\nbroken in two.', 'Another.'],
];

test.each(CASES)('sentences are told apart: %s %s', (...sentences) => {
  expect(splitSentences(sentences.join(' '))).toEqual(sentences.map((one) => one.replace(/\s+/g, ' ')));
});

test('splitting loses nothing but white space, whatever the text', () => {
  const words = fc.constantFrom(
    'The',
    'cat',
    'e.g.',
    'Dr.',
    'U.S.',
    '"Hi!"',
    '3.5',
    'sat.',
    'Why?',
    '...',
    '(so)',
    'I.',
    '\n',
    '—',
    '🐈',
    '."',
    'x.y',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(words).map((all) => all.join(' ')),
      ),
      (text) => {
        const sentences = splitSentences(text);
        expect(sentences.join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const sentence of sentences) expect(sentence.trim()).toBe(sentence);
        expect(sentences).not.toContain('');
      },
    ),
  );
});
