import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCaptions } from '../check/captions.ts';
import type { Narration } from '../voice/narration.ts';
import { captionsOf, toSrt, toVtt } from './captions.ts';

function spoken(sentences: string[][]): Narration {
  let at = 0.5;
  const words = sentences.flatMap((sentence, index) => {
    at += 0.4;
    return sentence.map((text) => {
      const word = { text, start: at, end: at + 0.25, section: 0, sentence: index };
      at += 0.3;
      return word;
    });
  });
  return {
    voice: { engine: 'flite', name: 'rms', pace: 1 },
    duration: at + 1,
    sections: [{ section: 's1', start: 0, end: at + 1 }],
    sentences: [],
    words,
    loudness: { integrated_lufs: -16, true_peak_dbtp: -1.5 },
    audio: '',
  };
}

test('every spoken word is in the captions once, in order and on time, whatever is said', () => {
  const word = fc
    .stringMatching(/^[\p{L}\p{N}<&>'’,.;:!?%-]{1,18}$/u)
    .filter((text) => text !== '-->' && text.length > 0);
  const sentences = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sentences, (said) => {
      const narration = spoken(said);
      const gates = checkCaptions(toVtt(captionsOf(narration)), narration);
      expect(gates.filter((gate) => !gate.passed)).toEqual([]);
    }),
  );
});

test('captions break at the ends of sentences and clauses rather than anywhere', () => {
  const said = [
    'Your card number crosses a dozen machines, on its way to the shop.'.split(' '),
    'Any of them could read it.'.split(' '),
  ];
  expect(captionsOf(spoken(said)).map((caption) => caption.lines.join(' | '))).toEqual([
    'Your card number crosses a dozen machines, | on its way to the shop.',
    'Any of them could read it.',
  ]);
});

test('a sentence too long for one caption leaves no scrap, and a scrap of a sentence joins its neighbour', () => {
  const long = "Your card number crosses a string of strangers' machines on its way to the shop.".split(' ');
  const captions = captionsOf(spoken([long, ['Then', 'what?'], 'Any of them could read it.'.split(' ')]));
  expect(captions.map((caption) => caption.lines.join(' | '))).toEqual([
    "Your card number crosses | a string of strangers' machines",
    'on its way to the shop.',
    'Then what? Any of them could read it.',
  ]);
});

test('SubRip counts its captions and writes commas in its times', () => {
  expect(toSrt(captionsOf(spoken([['Hello', 'there.']])))).toBe(
    '1\n00:00:00,900 --> 00:00:01,530\nHello there.\n',
  );
});

test('VTT escapes what would be markup', () => {
  expect(toVtt(captionsOf(spoken([['a<b', '&', 'c.']])))).toContain('a&lt;b &amp; c.');
});
