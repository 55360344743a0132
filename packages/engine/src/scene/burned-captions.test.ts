/** Words in the picture: each once, in order, marked while it is said, in films that are meant for phones. */
import { expect, test } from 'vitest';
import { checkScenePlan } from '../check/index.ts';
import { points } from './components/points/index.ts';
import { composeScenes } from './compose.ts';
import { evenNarration, exampleStoryboard } from './example.ts';
import { createEvaluator } from './motion/evaluate.ts';
import type { SceneDocument, TextElement } from './scene.ts';

const narration = evenNarration(points.example.narration);

async function film(aspect_ratio: '16:9' | '9:16', rest: object = { video_type: 'social' }) {
  const storyboard = { ...exampleStoryboard(points, { aspect_ratio, theme: 'dusk' }), ...rest };
  return { storyboard, scenes: await composeScenes(storyboard, narration) };
}

const isWord = (id: string) => /^caption\.\d+\.\d+\.\d+$/.test(id);
const textOf = (element: TextElement) => element.lines[0]!.runs[0]!.text;

function marked(scene: SceneDocument, at: number): string[] {
  const seen = createEvaluator(scene)
    .at(at)
    .filter(({ opacity }) => opacity > 0.99)
    .map(({ element }) => element);
  const pills = new Set(seen.map(({ id }) => id));
  return seen
    .filter(({ id }) => isWord(id) && pills.has(`${id}.pill`))
    .map((one) => textOf(one as TextElement));
}

test('every spoken word is there once, in order', async () => {
  const { scenes } = await film('9:16');
  const words = scenes[0]!.elements.filter(({ id }) => isWord(id)).map((one) => textOf(one as TextElement));
  expect(words).toEqual(narration.words.map(({ text }) => text));
});

test.each(['16:9', '9:16'] as const)(
  'in %s just the word being said is marked, and all gates hold',
  async (aspect) => {
    const { storyboard, scenes } = await film(aspect);
    for (const { text, start, end } of narration.words)
      expect(marked(scenes[0]!, (start + end) / 2)).toEqual([text]);
    const gates = await checkScenePlan({ storyboard, scenes, narration });
    expect(gates.filter((gate) => !gate.passed)).toEqual([]);
  },
);

test('a style may ask for them or do without', async () => {
  const count = async (rest: object) =>
    (await film('16:9', rest)).scenes[0]!.elements.filter(({ id }) => isWord(id)).length;
  expect(await count({ video_type: 'explainer' })).toBe(0);
  expect(await count({ video_type: 'social', style: { captions: 'none' } })).toBe(0);
  expect(await count({ video_type: 'explainer', style: { captions: 'burned' } })).toBe(
    narration.words.length,
  );
});

test('words that nothing can be broken at are refused rather than cut', async () => {
  const long = evenNarration(
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  );
  const storyboard = {
    ...exampleStoryboard(points, { aspect_ratio: '9:16', theme: 'dusk' }),
    video_type: 'social' as const,
  };
  await expect(composeScenes(storyboard, long)).rejects.toMatchObject({ kind: 'does_not_fit' });
});
