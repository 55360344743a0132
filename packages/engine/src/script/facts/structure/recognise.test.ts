import { expect, test } from 'vitest';
import { sentencesOf } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import { readings, recognise } from './index.ts';
import { PASSAGES } from './passages.ts';

/** Every `say` within a structure. */
function quotes(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotes);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'say' ? [one as string] : quotes(one)));
}

for (const { passage, kind, holds } of PASSAGES) {
  test(`“${passage}” is read as ${kind}`, () => {
    const found = recognise(sentencesOf(passage));
    expect(found.kind).toBe(kind);
    for (const words of holds ?? []) expect(JSON.stringify(found)).toContain(words.replace(/\\/g, '\\\\'));
  });
}

test('the table is broad, and a good part of it are traps', () => {
  expect(PASSAGES.length).toBeGreaterThanOrEqual(80);
  expect(PASSAGES.filter((row) => row.kind === 'statement').length).toBeGreaterThanOrEqual(25);
});

test('what is quoted stands in the passage, and what is shown is made of its words', () => {
  for (const { passage } of PASSAGES) {
    const sentences = sentencesOf(passage);
    const spoken = wordsOf(passage);
    for (const reading of readings(sentences)) {
      for (const say of quotes(reading)) expect(passage).toContain(say);
      const { kind: _kind, ...shown } = reading;
      const texts = JSON.stringify(Object.values(shown), (key, value) =>
        key === 'value' && typeof value === 'number' ? '' : value,
      );
      if (reading.kind === 'formula' || reading.kind === 'code') continue;
      for (const word of wordsOf(
        texts.replace(/"(?:text|say|when|piece|from|to|name|points|cause|effect|label|value)":/g, ' '),
      )) {
        expect(spoken, `${word} in ${texts}`).toContain(word);
      }
    }
  }
});
