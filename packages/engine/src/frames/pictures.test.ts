import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { IconElement } from '../scene/scene.ts';
import { Pictures } from './pictures.ts';

const SIZE = 200;

async function painted(more: Partial<IconElement>) {
  const element: IconElement = {
    kind: 'icon',
    id: 'picture',
    icon: 'fluent-emoji-flat:laptop',
    box: { x: 20, y: 20, width: SIZE - 40, height: SIZE - 40 },
    ...more,
  };
  const pictures = new Pictures();
  await pictures.load(element);
  const pen = createCanvas(SIZE, SIZE).getContext('2d');
  pictures.draw(pen, element);
  const { data } = pen.getImageData(0, 0, SIZE, SIZE);
  const at = (x: number, y: number) => [...data.slice((y * SIZE + x) * 4, (y * SIZE + x) * 4 + 4)];
  const covered = data.filter((value, index) => index % 4 === 3 && value > 0).length;
  return { at, covered };
}

test('a rim surrounds a picture in its colour and stays within its box', async () => {
  const { at } = await painted({ rim: { color: '#ff00ff', width: 8 } });
  const middle = Array.from({ length: SIZE }, (_, x) => at(x, SIZE / 2));
  const first = middle.findIndex(([, , , alpha]) => alpha! > 250);
  expect(first).toBeGreaterThanOrEqual(20);
  expect(middle[first]!.slice(0, 3)).toEqual([255, 0, 255]);
});

test('a line icon covers more the heavier its lines are', async () => {
  const light = await painted({ icon: 'lucide:laptop', color: '#000000', weight: 1 });
  const heavy = await painted({ icon: 'lucide:laptop', color: '#000000', weight: 3 });
  expect(heavy.covered).toBeGreaterThan(light.covered * 1.5);
});
