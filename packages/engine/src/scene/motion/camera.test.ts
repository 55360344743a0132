/** The camera leans in where one part is spoken of for long, and cuts nothing off. */
import { expect, test } from 'vitest';
import { checkScenePlan } from '../../check/index.ts';
import { diagram } from '../components/diagram/index.ts';
import { composeScenes } from '../compose.ts';
import { evenNarration, exampleStoryboard } from '../example.ts';
import { CAMERA } from '../scene.ts';
import { MOVE } from './camera.ts';
import { createEvaluator } from './evaluate.ts';

const data = {
  nodes: [
    { id: 'a', label: 'Phone', icon: 'mobile phone', say: 'phone' },
    { id: 'b', label: 'Tower', icon: 'antenna', say: 'tower' },
    { id: 'c', label: 'Exchange', icon: 'server', say: 'exchange' },
    { id: 'd', label: 'Friend', icon: 'person', say: 'friend' },
  ],
  edges: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'd' },
  ],
};

async function filmed(pause: number) {
  const narration = `Your phone calls a tower ${'and so on and on '.repeat(pause)} and an exchange finds your friend.`;
  const example = { headline: 'Four *hops*', narration, data } as never;
  const storyboard = exampleStoryboard(diagram, { aspect_ratio: '16:9', theme: 'dusk', example });
  const scenes = await composeScenes(storyboard);
  const keys = (property: string) =>
    scenes[0]!.tracks.find((track) => track.element === CAMERA && track.property === property)?.keys;
  return { storyboard, scenes, narration: evenNarration(narration), keys };
}

test('it leans in to what is spoken of for long, and is back before the next word', async () => {
  const { scenes, keys } = await filmed(5);
  const scale = keys('scale')!;
  const tower = scenes[0]!.cues[1]!.at;
  const exchange = scenes[0]!.cues[2]!.at;
  expect(Math.max(...scale.map(({ value }) => Number(value)))).toBeGreaterThan(1.15);
  expect(scale[1]!.at).toBeGreaterThan(tower);
  expect(scale.at(-1)!.at).toBeLessThan(exchange);
  expect(scale[2]!.at - scale[1]!.at).toBeCloseTo(MOVE);
});

test('all gates hold while it is near, and the headline stays', async () => {
  const { storyboard, scenes, narration, keys } = await filmed(5);
  const gates = await checkScenePlan({ storyboard, scenes, narration });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
  const near = (keys('scale')![2]!.at + keys('scale')![3]!.at) / 2;
  const [scene] = scenes;
  const headline = (at: number) =>
    createEvaluator(scene!)
      .at(at)
      .find((state) => state.element.id === 'headline')!.signature;
  expect(headline(near)).toBe(headline(2));
});

test('where words follow closely it keeps still', async () => {
  const { keys } = await filmed(1);
  expect(keys('scale')).toBeUndefined();
});
