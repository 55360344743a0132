import { expect, test } from 'vitest';
import { composeScenes } from '../../compose.ts';
import { exampleStoryboard } from '../../example.ts';
import type { Box, PathElement, SceneDocument } from '../../scene.ts';
import { sequence } from './index.ts';

async function sceneOf(data: unknown, aspect_ratio: '16:9' | '9:16' = '16:9'): Promise<SceneDocument> {
  const example = {
    headline: 'They talk',
    narration: 'One asks, the other answers, and both go home.',
    data: data as never,
  };
  const [scene] = await composeScenes(exampleStoryboard(sequence, { aspect_ratio, theme: 'paper', example }));
  return scene!;
}

const long = 'Forty-eight letters of ordinary message words ok';
const three = ['Asker', 'Keeper', 'Archive'];
const talk = {
  parties: three,
  messages: [
    { from: 'Asker', to: 'Archive', text: long },
    { from: 'Archive', to: 'Keeper', text: 'An answer', note: 'after a while' },
    { from: 'Keeper', to: 'Asker', text: long },
  ],
};

test('each arrow runs from its sender to its receiver', async () => {
  const scene = await sceneOf(talk);
  const middle = (id: string) => {
    const { box } = scene.elements.find((one) => one.id === id)!;
    return box.x + box.width / 2;
  };
  const arrow = scene.elements.find((one) => one.id === 'arrow.1') as PathElement;
  const [from, to] = [...arrow.d.matchAll(/[ML](-?[\d.]+) /g)].map((match) => Number(match[1]));
  expect(from).toBeCloseTo(middle('face.2'), 0);
  expect(to).toBeCloseTo(middle('face.1'), 0);
});

test('lines of life give way to words that stand on them', async () => {
  for (const aspect of ['16:9', '9:16'] as const) {
    const scene = await sceneOf(talk, aspect);
    const lines = scene.elements.filter((one): one is PathElement => one.id.startsWith('ahead.'));
    const texts = scene.elements.filter((one) => one.id.startsWith('now.') || one.id.startsWith('note.'));
    const meets = (line: PathElement, { x, y, width, height }: Box) => {
      const half = line.stroke_width! / 2;
      const { box } = line;
      return (
        box.x + half > x &&
        box.x - half < x + width &&
        box.y - half < y + height &&
        box.y + box.height + half > y
      );
    };
    expect(texts.length).toBe(4);
    for (const line of lines)
      for (const text of texts) expect(meets(line, text.box), `${line.id} ${text.id}`).toBe(false);
  }
});

test('six long messages still have room, in type that can be read', async () => {
  const messages = Array.from({ length: 6 }, (_, index) => ({
    from: three[index % 2],
    to: three[(index + 1) % 2],
    text: long,
  }));
  for (const aspect of ['16:9', '9:16'] as const) {
    const scene = await sceneOf({ parties: three.slice(0, 2), messages }, aspect);
    const sizes = scene.elements.flatMap((one) => (one.kind === 'text' ? [one.font.size] : []));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(aspect === '16:9' ? 28 : 36);
  }
});
