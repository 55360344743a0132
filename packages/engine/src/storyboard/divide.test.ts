import { expect, test } from 'vitest';
import { ChalktalkError } from '../errors.ts';
import type { Component } from '../scene/components/component.ts';
import { evenNarration } from '../scene/example.ts';
import { bindCues } from './bind.ts';
import { fitting } from './divide.ts';
import type { StoryScene } from './storyboard.ts';

const narration = evenNarration(
  'First there is iron, which rusts. Then there is copper, which does not. After that comes gold at last.',
);

const list = {
  parts: (data: string[]) => data.map((label, index) => ({ path: `${index}`, label, say: label })),
  split: (data: string[]) => (data.length > 1 ? [data.slice(0, 1), data.slice(1)] : undefined),
} as unknown as Component<unknown>;

function scene(data: string[], remark?: { text: string; say: string }): StoryScene {
  const parts = list.parts(data);
  const cues = bindCues(
    remark ? [...parts, { path: 'remark', label: remark.text, say: remark.say }] : parts,
    narration,
    0,
  );
  return {
    id: 's1',
    component: 'list',
    headline: 'Metals',
    data,
    ...(remark ? { remark: { text: remark.text } } : {}),
    start: 0,
    end: narration.duration,
    cues,
  };
}

const most = (count: number) => ({
  bind: (parts: ReturnType<typeof list.parts>) => bindCues(parts, narration, 0),
  attempt: async (piece: StoryScene) => {
    if ((piece.data as string[]).length > count) throw new ChalktalkError('does_not_fit', 'Too many.');
  },
});

test('what fits stays one scene', async () => {
  const whole = scene(['iron', 'copper', 'gold']);
  expect(await fitting(whole, list, most(3))).toEqual([whole]);
});

test('what does not fit is cut just before the second piece is spoken of, and no time is lost', async () => {
  const pieces = await fitting(scene(['iron', 'copper', 'gold']), list, most(1));
  expect(pieces.map(({ data }) => data)).toEqual([['iron'], ['copper'], ['gold']]);
  expect(pieces.map(({ id }) => id)).toEqual(['s1', 's1+', 's1++']);
  expect(pieces.map(({ headline }) => headline)).toEqual(['Metals', 'Metals', 'Metals']);
  expect(pieces[0]!.start).toBe(0);
  expect(pieces[1]!.start).toBe(pieces[0]!.end);
  expect(pieces[2]!.start).toBe(pieces[1]!.end);
  expect(pieces[2]!.end).toBe(narration.duration);
});

test("every piece's cues still fall on the words they name", async () => {
  for (const piece of await fitting(scene(['iron', 'copper', 'gold']), list, most(1))) {
    for (const cue of piece.cues)
      expect(piece.start + cue.at).toBeCloseTo(narration.words[cue.word]!.start, 6);
  }
});

test('the remark goes with the piece during which it is said', async () => {
  const late = await fitting(scene(['iron', 'copper'], { text: 'At last', say: 'at last' }), list, most(1));
  expect(late.map(({ remark }) => remark?.text)).toEqual([undefined, 'At last']);
  const early = await fitting(
    scene(['iron', 'copper'], { text: 'It rusts', say: 'which rusts' }),
    list,
    most(1),
  );
  expect(early.map(({ remark }) => remark?.text)).toEqual(['It rusts', undefined]);
});

test('where the second piece is told before the first, the refusal of the whole stands', async () => {
  await expect(fitting(scene(['gold', 'iron']), list, most(1))).rejects.toThrow('Too many.');
});

test('where one piece alone does not fit, the refusal of the whole stands', async () => {
  await expect(fitting(scene(['iron', 'copper']), list, most(0))).rejects.toThrow('Too many.');
});
