import { expect, test } from 'vitest';
import { bars } from '../components/bars/index.ts';
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
