import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { quote } from './index.ts';
import { halves, phrasesOf } from './phrases.ts';

test('whatever the schema allows is shown whole or divided', async () => {
  const data = fc.record({ text: words(240), speaker: words(48), role: words(64) });
  await fc.assert(
    fc.asyncProperty(data, async (one) => {
      await expectHolds(quote, quote.schema.parse(one));
    }),
    { numRuns: 10, seed: 3 },
  );
});

test('phrases end at punctuation and have three words at most', () => {
  expect(phrasesOf('If I have seen further, it is by standing')).toEqual([3, 2, 3, 1]);
  expect(phrasesOf('I came, I saw, I *conquered.*')).toEqual([2, 2, 2]);
});

test('a quotation is divided after punctuation near its middle, its marks kept in pairs', () => {
  expect(halves('I came to see, and then I *stayed a while*')).toEqual([
    'I came to see,',
    'and then I *stayed a while*',
  ]);
  expect(halves('*one two three four*')?.join(' ')).toBe('one two three four');
  expect(halves('one')).toBeUndefined();
});

test('every word is there once, in order, its full stop with it', async () => {
  const [scene] = await composeScenes(exampleStoryboard(quote, { theme: 'dusk', aspect_ratio: '9:16' }));
  const shown = scene!.elements
    .filter((element) => element.id.startsWith('word.'))
    .map((element) =>
      element.kind === 'text' ? element.lines[0]!.runs.map((run) => run.text).join('') : '',
    );
  expect(shown.join(' ')).toBe('If I have seen further, it is by standing on the shoulders of giants.');
});
