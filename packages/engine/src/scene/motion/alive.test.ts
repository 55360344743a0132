import { expect, test } from 'vitest';
import { bars } from '../components/bars/index.ts';
import { code } from '../components/code/index.ts';
import { composeScenes } from '../compose.ts';
import { exampleStoryboard } from '../example.ts';

const late = {
  headline: 'Late in coming',
  narration: `${'and so on '.repeat(9)}the first and then the second`,
  data: {
    bars: [
      { label: 'one', value: 1, say: 'the first' },
      { label: 'two', value: 2, say: 'the second' },
    ],
  },
};

test('while parts are awaited something breathes that can be seen to, and that is no thin line', async () => {
  const [scene] = await composeScenes(
    exampleStoryboard(bars, { aspect_ratio: '16:9', theme: 'dusk', example: late as never }),
  );
  const breathing = scene!.tracks.filter((track) => track.keys.some(({ ease }) => ease === 'sine'));
  expect(breathing.map((track) => track.element)).toContain('headline');
  expect(breathing.map((track) => track.element)).not.toContain('axis');
});

test('a bright bar glows, down and back, never past its own opacity; a dim one leaves it to words', async () => {
  const swaying = async (tone: string | undefined) => {
    const data = {
      bars: [
        { label: 'one', value: 1, ...(tone ? { tone } : {}), say: 'the first' },
        { label: 'two', value: 2, say: 'the second' },
      ],
    };
    const narration = `the first ${'and so on '.repeat(9)} and then the second`;
    const [scene] = await composeScenes(
      exampleStoryboard(bars, {
        aspect_ratio: '16:9',
        theme: 'dusk',
        example: { headline: 'Late', narration, data } as never,
      }),
    );
    return scene!.tracks.filter((track) => track.keys.some(({ ease }) => ease === 'sine'));
  };
  const bright = (await swaying('danger')).find((track) => track.property === 'opacity')!;
  expect(bright.element).toBe('bar.0');
  const values = bright.keys.map(({ value }) => Number(value));
  expect(Math.max(...values)).toBe(1);
  expect(values.find((value) => value > 0 && value < 1)).toBeCloseTo(0.58);
  const properties = (await swaying(undefined)).map((track) => track.property);
  expect(properties).toContain('y');
  expect(properties).not.toContain('opacity');
});

test('what is not written yet does not breathe in place of what is', async () => {
  const data = {
    language: 'python',
    source: 'a = 1\nprint(a)',
    steps: [
      { lines: '1', note: 'one', say: 'the first' },
      { lines: '2', note: 'two', say: 'the second' },
    ],
    output: { text: '1', say: 'the output' },
  };
  const narration = `the first ${'and so on '.repeat(9)} and then the second and the output`;
  const [scene] = await composeScenes(
    exampleStoryboard(code, {
      aspect_ratio: '16:9',
      theme: 'dusk',
      example: { headline: 'Late', narration, data } as never,
    }),
  );
  const written = scene!.cues.find((cue) => cue.part === 'output')!.at;
  for (const { element, keys } of scene!.tracks) {
    if (element === 'output') expect(keys.some((key) => key.ease === 'sine' && key.at < written)).toBe(false);
  }
});
