import { expect, test } from 'vitest';
import { ASPECT_RATIOS } from '../../brief/brief.ts';
import { checkScenePlan } from '../../check/index.ts';
import { composeScenes } from '../compose.ts';
import { evenNarration, exampleStoryboard } from '../example.ts';
import { themes } from '../themes/index.ts';
import { components } from './registry.ts';

const cases = Object.values(components).flatMap((component) =>
  Object.keys(themes).flatMap((theme) =>
    ASPECT_RATIOS.map((aspect_ratio) => ({ component, theme, aspect_ratio })),
  ),
);

test('every component is registered under its own name', () => {
  for (const [name, component] of Object.entries(components)) expect(component.name).toBe(name);
});

test.each(cases)(
  '$component.name passes every gate in $theme at $aspect_ratio',
  async ({ component, theme, aspect_ratio }) => {
    const storyboard = exampleStoryboard(component, { theme, aspect_ratio });
    const scenes = await composeScenes(storyboard);
    const gates = await checkScenePlan({
      storyboard,
      scenes,
      narration: evenNarration(component.example.narration),
    });
    expect(gates.filter((gate) => !gate.passed)).toEqual([]);
  },
);

test.each(Object.values(components))(
  '$name binds every part of its example to a spoken word',
  (component) => {
    const storyboard = exampleStoryboard(component, { theme: 'dusk', aspect_ratio: '16:9' });
    expect(storyboard.scenes[0]!.cues.filter((cue) => !cue.spoken)).toEqual([]);
  },
);

test.each(Object.values(components))('$name composes to the same document twice', async (component) => {
  const storyboard = exampleStoryboard(component, { theme: 'paper', aspect_ratio: '9:16' });
  expect(JSON.stringify(await composeScenes(storyboard))).toBe(
    JSON.stringify(await composeScenes(storyboard)),
  );
});
