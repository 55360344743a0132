import { expect, test } from 'vitest';
import { checkScenePlan } from '../../check/index.ts';
import { composeScenes } from '../compose.ts';
import { evenNarration, exampleStoryboard } from '../example.ts';
import { makeTheme } from '../themes/index.ts';
import { bars } from './bars/index.ts';
import { underlineOf } from './emphasis.ts';
import { Setting } from './setting.ts';

const setting = new Setting({
  aspect_ratio: '16:9',
  theme: makeTheme('dusk', {}),
  headline: '',
  duration: 5,
  cues: new Map(),
  area: { x: 0, y: 0, width: 1000, height: 500 },
});

test('a line stands below the marked words alone, clear of their descenders', () => {
  const block = setting.fit('Mind the *gap*', { size: 80, max_width: 900, max_lines: 1 });
  const text = setting.text('t', block, { x: 100, y: 100 });
  const line = underlineOf(text, setting)!;
  const marked = text.lines[0]!.runs.at(-1)!;
  expect(line.box.x).toBeCloseTo(text.lines[0]!.x + marked.dx);
  expect(line.box.width).toBe(marked.width);
  expect(line.box.y).toBeGreaterThan(text.lines[0]!.baseline + 80 * 0.2);
  const plain = setting.text('p', setting.fit('Nothing', { max_width: 900 }), { x: 0, y: 0 });
  expect(underlineOf(plain, setting)).toBeUndefined();
});

test('a headline that stands alone for long is underlined, and all gates hold', async () => {
  const narration = `${'and so on '.repeat(9)}the first and then the second`;
  const data = {
    bars: [
      { label: 'one', value: 1, say: 'the first' },
      { label: 'two', value: 2, say: 'the second' },
    ],
  };
  const example = { headline: 'Late in *coming*', narration, data } as never;
  const storyboard = exampleStoryboard(bars, { aspect_ratio: '16:9', theme: 'dusk', example });
  const scenes = await composeScenes(storyboard);
  expect(scenes[0]!.elements.map(({ id }) => id)).toContain('underline.headline');
  const gates = await checkScenePlan({ storyboard, scenes, narration: evenNarration(narration) });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
});
