/** What goes together stays together: padlocks, loads and riders, and what comes of others. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import { centreOf } from '../../layout/box.ts';
import { createEvaluator } from '../../motion/evaluate.ts';
import type { SceneDocument } from '../../scene.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { stage } from './index.ts';
import { stageSchema } from './schema.ts';

const narration = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho';

async function sceneOf(data: unknown): Promise<SceneDocument> {
  const example = { headline: 'Who carries it', narration, data: stageSchema.parse(data) };
  const look = { aspect_ratio: '16:9', theme: 'dusk', example } as const;
  const [scene] = await composeScenes(exampleStoryboard(stage, look));
  return scene!;
}

function look(scene: SceneDocument, id: string, at: number) {
  const state = createEvaluator(scene)
    .at(at)
    .find((one) => one.element.id === id)!;
  const { x, y } = centreOf(state.element.box);
  const [a, b, c, d, e, f] = state.matrix;
  return { x: a * x + c * y + e, y: b * x + d * y + f, scale: Math.hypot(a, b), opacity: state.opacity };
}

const cueOf = (scene: SceneDocument, index: number) =>
  scene.cues.find((one) => one.part === `cues.${index}`)!.at;

const errand = {
  laptop: { icon: 'laptop', label: 'you', at: 'left' },
  shop: { icon: 'convenience store', label: 'the shop', at: 'right' },
  card: { shape: 'card', text: '4929…', on: 'laptop' },
};

test('a padlock keeps its place on a card that travels and grows smaller on arrival', async () => {
  const scene = await sceneOf({
    actors: errand,
    cues: [
      { say: 'alpha', do: 'lock card' },
      { say: 'zeta', do: 'move card to shop' },
    ],
  });
  const gap = (at: number) => {
    const [badge, card] = [look(scene, 'badge.0.card', at), look(scene, 'figure.card', at)];
    return Math.hypot(badge.x - card.x, badge.y - card.y) / card.scale;
  };
  const at = cueOf(scene, 1);
  expect(gap(at + 0.5)).toBeCloseTo(gap(at - 0.2), 0);
  expect(gap(at + 3)).toBeCloseTo(gap(at - 0.2), 0);
});

test('what is unlocked first was locked from the start', async () => {
  const scene = await sceneOf({
    actors: { gate: { icon: 'castle', at: 'centre' } },
    cues: [
      { say: 'zeta', do: 'unlock gate' },
      { say: 'mu', do: 'lock gate' },
    ],
  });
  expect(look(scene, 'badge-icon.start.gate', 1.2).opacity).toBe(1);
  expect(look(scene, 'badge-icon.0.gate', 1.2).opacity).toBe(0);
  expect(look(scene, 'badge-icon.1.gate', 1.2).opacity).toBe(0);
  expect(look(scene, 'badge-icon.start.gate', cueOf(scene, 0) + 0.5).opacity).toBe(0);
  expect(look(scene, 'badge-icon.1.gate', cueOf(scene, 1) + 0.5).opacity).toBe(1);
});

test('a load and its bearer go as one, and a rider goes with its host', async () => {
  const scene = await sceneOf({
    actors: { ...errand, rider: { icon: 'horse racing', at: 'centre' } },
    cues: [
      { say: 'alpha', do: 'carry laptop with rider to shop' },
      { say: 'mu', do: 'return laptop' },
    ],
  });
  const gap = (a: string, b: string, at: number) => {
    const [one, other] = [look(scene, a, at), look(scene, b, at)];
    return [one.x - other.x, one.y - other.y];
  };
  const fetched = cueOf(scene, 0) + 1.1;
  const [dx, dy] = gap('figure.laptop', 'figure.rider', fetched);
  for (const after of [0.2, 0.4, 0.6]) {
    const [x, y] = gap('figure.laptop', 'figure.rider', fetched + after);
    expect(x).toBeCloseTo(dx!, 0);
    expect(y).toBeCloseTo(dy!, 0);
  }
  const [rx, ry] = gap('figure.card', 'figure.laptop', 0.8);
  const [lx, ly] = gap('figure.card', 'figure.laptop', scene.duration - 0.1);
  expect(lx).toBeCloseTo(rx!, 0);
  expect(ly).toBeCloseTo(ry!, 0);
});

test('the parts of what splits are not there before, and the whole not after', async () => {
  const scene = await sceneOf({
    actors: { cell: { icon: 'microbe' }, ann: { icon: 'microbe' }, ben: { icon: 'microbe' } },
    cues: [{ say: 'zeta', do: 'split cell into ann and ben' }],
  });
  const at = cueOf(scene, 0);
  expect(look(scene, 'figure.ann', at).opacity).toBe(0);
  expect(look(scene, 'figure.cell', at).opacity).toBe(1);
  expect(look(scene, 'figure.ben', at + 1).opacity).toBe(1);
  expect(look(scene, 'figure.cell', at + 1).opacity).toBe(0);
});

test('yellow and blue merge into green', async () => {
  const scene = await sceneOf({
    actors: {
      a: { shape: 'ball', colour: 'yellow' },
      b: { shape: 'ball', colour: 'blue' },
      both: { shape: 'ball' },
    },
    cues: [{ say: 'zeta', do: 'merge a and b into both' }],
  });
  const { fill } = scene.elements.find((one) => one.id === 'body.both') as { fill: string };
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  expect(green).toBeGreaterThan(red!);
  expect(green).toBeGreaterThan(blue!);
});

test('a number counts from where it stands, and what stands around it stays', async () => {
  const scene = await sceneOf({
    actors: { battery: { icon: 'battery', text: '20 %' } },
    cues: [
      { say: 'zeta', do: 'count battery to 80' },
      { say: 'mu', do: 'count battery to 12.5' },
    ],
  });
  const counters = scene.elements.flatMap((one) => (one.kind === 'text' && one.counter ? [one.counter] : []));
  expect(counters).toEqual([
    { from: 20, to: 80, decimals: 0, prefix: '', suffix: ' %' },
    { from: 80, to: 12.5, decimals: 1, prefix: '', suffix: ' %' },
  ]);
});

test('a bubble is gone when the next one talks, and when the speaker goes', async () => {
  const scene = await sceneOf({
    actors: { ana: { icon: 'robot', at: 'left' }, bo: { icon: 'alien', at: 'right' } },
    cues: [
      { say: 'alpha', do: 'talk ana saying Hello' },
      { say: 'delta', do: 'talk bo saying Who is there?' },
      { say: 'theta', do: 'move bo to ana' },
    ],
  });
  expect(look(scene, 'bubble-words.0', cueOf(scene, 0) + 0.6).opacity).toBe(1);
  expect(look(scene, 'bubble-words.0', cueOf(scene, 1)).opacity).toBeLessThan(0.08);
  expect(look(scene, 'bubble-words.1', cueOf(scene, 2)).opacity).toBeLessThan(0.08);
});

test('any labels on any crowd hold, or the stage is refused', async () => {
  const places = [
    'left',
    'centre',
    'right',
    'top-left',
    'top-right',
    'bottom',
    'top',
    'bottom-left',
    'bottom-right',
  ];
  const phrases = [
    'move a to b',
    'swap a and c',
    'lock b',
    'break c',
    'glow a',
    'cross b',
    'split c into a and b',
    'carry b with a to c',
    'count a to 4000',
    'point c at a',
  ];
  const actor = fc.record({ label: words(28), text: words(24), isCard: fc.boolean() });
  const crowd = fc.array(actor, { minLength: 3, maxLength: 9 });
  const acts = fc.array(fc.oneof(fc.constantFrom(...phrases), words(60)), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(crowd, acts, async (people, phrases) => {
      const actors = people.map(({ label, text, isCard }, index) => {
        const at = places[index];
        if (index === 0) return ['a', { icon: 'robot', label, text: '20 %', at }];
        return [
          'abcdefghi'[index],
          isCard ? { shape: 'card', text, label, at } : { icon: 'laptop', label, at },
        ];
      });
      const cues = phrases.map((phrase, index) => ({
        say: ['somebody', 'words', 'seen'][index],
        do: stageSchema.safeParse({
          actors: Object.fromEntries(actors),
          cues: [{ say: 'x', do: phrase }],
        }).success
          ? phrase
          : `talk b saying ${phrase}`,
      }));
      const data = stageSchema.safeParse({ actors: Object.fromEntries(actors), cues });
      if (data.success) await expectHolds(stage, data.data);
    }),
    { numRuns: 10, seed: 5 },
  );
});
