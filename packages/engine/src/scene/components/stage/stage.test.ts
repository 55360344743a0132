import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapsOf } from '../../../check/overlap.ts';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { centreOf } from '../../layout/box.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import type { SceneDocument } from '../../scene.ts';
import { stage } from './index.ts';

const words = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu';

async function sceneOf(data: unknown, narration = words): Promise<SceneDocument> {
  const example = { headline: 'Who carries it', narration, data: data as never };
  const [scene] = await composeScenes(
    exampleStoryboard(stage, { aspect_ratio: '16:9', theme: 'dusk', example }),
  );
  return scene!;
}

const middleAt = (scene: SceneDocument, id: string, at: number) => {
  const state = createEvaluator(scene)
    .at(at)
    .find((one) => one.element.id === id)!;
  const { x, y } = centreOf(state.element.box);
  const [a, b, c, d, e, f] = state.matrix;
  return { x: a * x + c * y + e, y: b * x + d * y + f, opacity: state.opacity };
};

const errand = {
  actors: {
    laptop: { icon: 'laptop', label: 'you', at: 'left' },
    shop: { icon: 'convenience store', label: 'the shop', at: 'right' },
    hops: { icon: 'tabler:router', count: 4, along: 'wire' },
    card: { shape: 'card', text: '4929…', on: 'laptop' },
  },
  paths: { wire: { from: 'laptop', to: 'shop', bend: 'wave' } },
  cues: [{ say: 'alpha', do: 'move card along wire' }],
};

test('a card travels its wire from one end to the other, and the row lights in the order it is passed', async () => {
  const scene = await sceneOf(errand);
  const start = middleAt(scene, 'figure.card', 0.3);
  const end = middleAt(scene, 'figure.card', scene.duration);
  expect(end.x - start.x).toBeGreaterThan(700);
  const litAt = [1, 2, 3, 4].map(
    (index) =>
      scene.tracks
        .find((one) => one.element === `lit.hops.${index}` && one.property === 'opacity')!
        .keys.find((key) => key.value === 1)!.at,
  );
  expect([...litAt].sort((a, b) => a - b)).toEqual(litAt);
  expect(new Set(litAt).size).toBe(4);
});

test('who enters on a word is not there before it', async () => {
  const scene = await sceneOf({
    actors: {
      sun: { icon: 'sun', label: 'the sun', at: 'left' },
      thief: { icon: 'detective', label: 'a thief', at: 'right' },
    },
    cues: [{ say: 'zeta', do: 'enter thief from right' }],
  });
  const { at } = scene.cues.find((one) => one.part === 'cues.0')!;
  for (const id of ['figure.thief', 'label.thief']) {
    expect(middleAt(scene, id, at).opacity).toBe(0);
    expect(middleAt(scene, id, at + 1).opacity).toBe(1);
  }
});

test('who enters from a side does not come out of a picture with words on', async () => {
  const scene = await sceneOf({
    actors: {
      mill: { icon: 'factory', size: 'large', at: 'right' },
      card: { shape: 'card', text: '135 hours', size: 'large', at: 'centre-right' },
    },
    cues: [{ say: 'zeta', do: 'enter card from right' }],
  });
  const { at } = scene.cues.find((one) => one.part === 'cues.0')!;
  const box = (id: string) => scene.elements.find((one) => one.id === id)!.box;
  const start = middleAt(scene, 'words.card', at);
  expect(start.x).toBeGreaterThan(middleAt(scene, 'words.card', at + 1).x);
  expect(start.x + box('words.card').width / 2).toBeLessThanOrEqual(box('figure.mill').x);
});

test('a mixture stands below what it is mixed from, and appears after they have flowed', async () => {
  const scene = await sceneOf({
    actors: {
      red: { shape: 'ball', colour: 'red' },
      yellow: { shape: 'ball', colour: 'yellow' },
      orange: { shape: 'ball', colour: 'orange' },
    },
    cues: [{ say: 'delta', do: 'mix red and yellow into orange' }],
  });
  const { at } = scene.cues[0]!;
  expect(middleAt(scene, 'figure.orange', at + 0.3).opacity).toBe(0);
  expect(middleAt(scene, 'figure.orange', at + 1.2).opacity).toBe(1);
  expect(middleAt(scene, 'figure.orange', at + 2).y).toBeGreaterThan(middleAt(scene, 'figure.red', at).y);
});

test('a picture nobody knows becomes an initial in a round, never an empty place', async () => {
  const scene = await sceneOf({ actors: { it: { icon: 'qwertzuiop', label: 'Unheard of', at: 'centre' } } });
  const initial = scene.elements.find((one) => one.id === 'words.it');
  expect(initial).toMatchObject({ kind: 'text', lines: [{ runs: [{ text: 'U' }] }] });
});

test('wherever few actors stand and whatever they do, nobody rests on words', async () => {
  const names = ['ana', 'bo', 'cy'];
  const actor = fc.record({
    icon: fc.constantFrom('laptop', 'fire', 'robot', 'tabler:router'),
    label: fc.constantFrom('you', 'the shop', 'can’t unmix paint'),
    size: fc.constantFrom('small', 'medium', 'large'),
  });
  const places = fc.constantFrom(
    ['left', 'centre', 'right'],
    ['top-left', 'bottom', 'top-right'],
    ['left', 'top', 'bottom-right'],
  );
  const phrase = fc.constantFrom(
    'move ana to bo',
    'move cy to ana',
    'connect ana to cy',
    'light bo',
    'dim cy',
    'shake ana',
    'lock bo',
    'grow cy',
    'pulse ana',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(actor, actor, actor),
      places,
      fc.array(phrase, { maxLength: 3 }),
      async (three, at, phrases) => {
        const scene = await sceneOf({
          actors: Object.fromEntries(three.map((one, index) => [names[index], { ...one, at: at[index] }])),
          cues: phrases.map((text, index) => ({ say: words.split(' ')[index * 4], do: text })),
        });
        expect(overlapsOf(scene)).toEqual([]);
      },
    ),
    { numRuns: 25, seed: 11 },
  );
});
