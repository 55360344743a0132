/** What happens at a cut: the old picture stands until then, clears in the new scene, and what is shared moves on. */
import { expect, test } from 'vitest';
import { checkTextSize } from '../check/text-size.ts';
import { components } from './components/registry.ts';
import { composeScenes } from './compose.ts';
import { exampleStoryboard } from './example.ts';
import { createEvaluator } from './motion/evaluate.ts';
import type { SceneDocument } from './scene.ts';
import { CLEARS } from './transition.ts';

/** Two scenes of one component, each with its own data and headline. */
async function pair(
  component: string,
  scenes: { headline: string; data: unknown; narration: string }[],
  theme = 'dusk',
): Promise<SceneDocument[]> {
  const boards = scenes.map((example) =>
    exampleStoryboard(components[component]!, {
      aspect_ratio: '16:9',
      theme,
      example: example as never,
    }),
  );
  const all = boards.flatMap((board) => board.scenes);
  return composeScenes({
    ...boards[0]!,
    scenes: all.map((scene, index) => ({ ...scene, id: `s${index + 1}` })),
  });
}

const points = (headline: string, icons: [string, string]) => ({
  headline,
  narration: 'Now here comes the first of them and then the second, and a few more words follow.',
  data: {
    items: [
      { text: icons[0], icon: icons[0], say: 'first' },
      { text: icons[1], icon: icons[1], say: 'second' },
    ],
  },
});

const seen = (scene: SceneDocument, at: number) =>
  createEvaluator(scene)
    .at(at)
    .filter((state) => state.opacity > 0.05 && state.element.kind !== 'group')
    .map((state) => state.element.id);

test('the picture stands until the cut, and is gone soon after it', async () => {
  const [before, after] = await pair('points', [
    points('The *first* scene', ['laptop', 'padlock']),
    points('The *second* scene', ['cat', 'key']),
  ]);
  const last = seen(before!, before!.duration - 1 / 30);
  expect(last).toContain('icon.0');
  expect(seen(after!, 0)).toEqual(last.map((id) => `left:${id}`));
  expect(seen(after!, CLEARS + 0.1).filter((id) => id.startsWith('left:'))).toEqual([]);
});

test('what clears starts exactly as its own scene left it', async () => {
  const [before, after] = await pair('points', [
    points('The *first* scene', ['laptop', 'padlock']),
    points('The *second* scene', ['cat', 'key']),
  ]);
  const end = createEvaluator(before!).at(before!.duration);
  const looks = new Map(end.map((state) => [`left:${state.element.id}`, state.signature]));
  const start = createEvaluator(after!)
    .at(0)
    .filter((state) => state.element.id.startsWith('left:'));
  expect(start.length).toBeGreaterThan(6);
  for (const state of start) expect(state.signature).toBe(looks.get(state.element.id));
});

test('a picture that both scenes show, in a group or not, goes over from its old place to its new one', async () => {
  const [before, after] = await pair('points', [
    points('The *first* scene', ['laptop', 'padlock']),
    points('The *second* scene', ['padlock', 'laptop']),
  ]);
  const place = (scene: SceneDocument, id: string, at: number) => {
    const { matrix, element, opacity } = createEvaluator(scene)
      .at(at)
      .find((state) => state.element.id === id)!;
    const { x, y, width, height } = element.box;
    const [a, , , d, e, f] = matrix;
    return [a * (x + width / 2) + e, d * (y + height / 2) + f, a * width, opacity];
  };
  const old = place(before!, 'icon.0', before!.duration);
  const start = place(after!, 'icon.1', 0);
  for (const [index, value] of start.entries()) expect(value).toBeCloseTo(old[index]!, 1);
  expect(place(after!, 'icon.1', 1)[0]).toBeGreaterThan(start[0]! + 200);
  expect(seen(after!, 0)).not.toContain('left:icon.0');
});

test('somebody both scenes know who leaves on the first words of the second does leave', async () => {
  const cup = { icon: 'hot-beverage', size: 'hero', at: 'centre' };
  const [, after] = await pair('stage', [
    {
      headline: 'A cup is *there*',
      narration: 'Here stands a cup of coffee for a while.',
      data: { actors: { cup, key: { icon: 'key', at: 'right' } }, cues: [] },
    },
    {
      headline: 'And it is *gone*',
      narration: 'It goes away at once, and nobody has seen it since that day.',
      data: {
        actors: { cup, lock: { icon: 'padlock', at: 'right' } },
        cues: [{ say: 'goes', do: 'leave cup to left' }],
      },
    },
  ]);
  expect(seen(after!, after!.duration - 0.1)).not.toContain('figure.cup');
  expect(seen(after!, after!.duration - 0.1)).toContain('figure.lock');
});

test('a name that the second scene comes to only later does not come over the cut', async () => {
  const array = (say: string) => ({
    headline: `Found on *${say}*`,
    narration:
      'At first there is nothing to be seen but cells, and only then somebody points at one of them.',
    data: { cells: ['1', '2', '3'], ops: [{ do: 'point', pointer: 'Ada', to: 1, say }] },
  });
  const [before, after] = await pair('array', [array('first'), array('points')], 'night');
  expect(seen(before!, before!.duration)).toContain('pointer.Ada.label');
  expect(seen(after!, 1)).not.toContain('pointer.Ada.label');
  expect(checkTextSize([after!]).passed).toBe(true);
});

test('a headline that stays the same stays where it is', async () => {
  const [, after] = await pair('points', [
    points('One *headline*', ['laptop', 'padlock']),
    points('One *headline*', ['cat', 'key']),
  ]);
  expect(seen(after!, 0)).toContain('headline');
  expect(seen(after!, 0)).not.toContain('left:headline');
  const places = [0, 0.2, 1].map(
    (at) =>
      createEvaluator(after!)
        .at(at)
        .find((state) => state.element.id === 'headline')!.signature,
  );
  expect(new Set(places).size).toBe(1);
});
