import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { number } from './index.ts';

const data = number.schema.parse({
  value: 253,
  suffix: 'people',
  label: 'for even odds that one shares your birthday',
  icon: 'birthday-cake',
  compare: { text: 'the same 253: pairs are what counts', icon: 'handshake' },
});

test('in a tall frame the picture gives way until the comparison has air above it', async () => {
  const example = {
    headline: 'And to match *you*, how many would it take?',
    narration: 'How many would it take to match you? For even odds, a crowd of 253. It is pairs that count.',
    data,
  };
  const [scene] = await composeScenes(
    exampleStoryboard(number, { example, aspect_ratio: '9:16', theme: 'dusk' }),
  );
  const textOf = (id: string) => {
    const element = scene!.elements.find((one) => one.id === id);
    if (element?.kind !== 'text') throw new Error(`${id} is no text`);
    return element;
  };
  const [label, compare] = [textOf('label'), textOf('compare')];
  const apart = compare.lines[0]!.baseline - label.lines.at(-1)!.baseline;
  expect(apart).toBeGreaterThan(1.4 * compare.font.size);
});

test('any label and comparison hold or are refused', async () => {
  const figures = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), words(16));
  await fc.assert(
    fc.asyncProperty(figures, words(16), words(80), words(60), async (value, suffix, label, text) => {
      await expectHolds(
        number,
        number.schema.parse({ value, suffix, label, icon: 'cat', compare: { text, icon: 'dog' } }),
      );
    }),
    { numRuns: 15 },
  );
});
