import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typesetFormula } from '../../../assets/index.ts';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { derivation } from './index.ts';
import { matchGlyphs } from './match.ts';
import { derivationSchema } from './schema.ts';

const matched = async (from: string, to: string) => {
  const [was, is] = await Promise.all([typesetFormula(from, []), typesetFormula(to, [])]);
  return matchGlyphs(was.glyphs, is.glyphs);
};

test('equal terms are found again, new ones are not', async () => {
  expect(await matched('a = b', 'a + c = b')).toEqual([0, -1, -1, 1, 2]);
});

test('a term that changes sides goes there whole', async () => {
  expect(await matched('a + 2bc = d', 'a = d - 2bc')).toEqual([0, 5, 6, -1, 2, 3, 4]);
});

test('a sign is known again in another size', async () => {
  expect(await matched('x', 'y^x')).toEqual([-1, 0]);
});

test('a term sets off from exactly where it stands in the line before', async () => {
  const storyboard = exampleStoryboard(derivation, { theme: 'dusk', aspect_ratio: '16:9' });
  const [scene] = await composeScenes(storyboard);
  const at = storyboard.scenes[0]!.cues[1]!.at;
  const states = createEvaluator(scene!).at(at);
  const centre = (id: string) => {
    const { bounds } = states.find(({ element }) => element.id === id)!;
    return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  };
  const [from, to] = [centre('origin.1.0'), centre('run.1.0')];
  expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeLessThan(1);
});

test('holds with any number of lines and reasons of any length', async () => {
  const tex = fc.constantFrom(
    'x^2 + 6x = 7',
    '\\frac{a+b}{2} \\ge \\sqrt{ab}',
    'E = mc^2',
    '\\sum_{k=1}^n k = \\frac{n(n+1)}{2}',
  );
  const line = fc.record({ tex, reason: fc.option(words(60), { nil: undefined }) });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      await expectHolds(derivation, derivationSchema.parse({ lines }));
    }),
    { numRuns: 10 },
  );
}, 30_000);
