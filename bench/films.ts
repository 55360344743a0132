/** The films the bench makes: fixed storyboards of the components' examples, and one scene in which all is in motion. */
import { components } from '../packages/engine/src/scene/components/registry.ts';
import { composeScenes } from '../packages/engine/src/scene/compose.ts';
import { exampleStoryboard } from '../packages/engine/src/scene/example.ts';
import { FPS, type SceneDocument } from '../packages/engine/src/scene/scene.ts';
import type { Storyboard } from '../packages/engine/src/storyboard/storyboard.ts';
import { busyScene } from './busy.ts';

export const FILMS = {
  typical: { shows: 'five components, 65 s, 16:9', scenes: () => composeScenes(storyboard(TYPICAL, '16:9')) },
  busy: { shows: 'forty things moving in every frame, 30 s, 16:9', scenes: async () => busyScenes() },
  tall: { shows: 'five components, 65 s, 9:16', scenes: () => composeScenes(storyboard(TYPICAL, '9:16')) },
  long: {
    shows: 'all components, 300 s, 16:9',
    scenes: () => composeScenes(storyboard(longOrder(), '16:9')),
  },
} satisfies Record<string, { shows: string; scenes: () => Promise<SceneDocument[]> }>;

export type FilmName = keyof typeof FILMS;

const TYPICAL = ['title', 'sequence', 'diagram', 'stage', 'recap'];
const LONG_SECONDS = 300;

/** Scenes one after another; a headline that returns is numbered, so that no two scenes are the same. */
function storyboard(names: string[], aspect_ratio: Storyboard['aspect_ratio']): Storyboard {
  const scenes: Storyboard['scenes'] = [];
  let start = 0;
  names.forEach((name, index) => {
    const [scene] = exampleStoryboard(components[name]!, { aspect_ratio, theme: 'dusk' }).scenes;
    const again = names.indexOf(name) < index;
    const end = start + scene!.end;
    scenes.push({
      ...scene!,
      id: `s${index + 1}`,
      headline: `${scene!.headline}${again ? ' (2)' : ''}`,
      start,
      end,
    });
    start = end;
  });
  return {
    version: 1,
    title: 'Bench',
    aspect_ratio,
    video_type: 'explainer',
    theme: 'dusk',
    palette: {},
    scenes,
  };
}

function longOrder(): string[] {
  const all = Object.keys(components).sort();
  const order: string[] = [];
  let seconds = 0;
  for (let index = 0; seconds < LONG_SECONDS; index += 1) {
    const name = all[index % all.length]!;
    seconds += exampleStoryboard(components[name]!, { aspect_ratio: '16:9', theme: 'dusk' }).scenes[0]!.end;
    order.push(name);
  }
  return order;
}

function busyScenes(): SceneDocument[] {
  return [1, 2, 3].map((seed) => busyScene(seed, 10));
}

export function secondsOf(scenes: SceneDocument[]): number {
  return scenes.reduce((sum, scene) => sum + Math.round(scene.duration * FPS), 0) / FPS;
}
