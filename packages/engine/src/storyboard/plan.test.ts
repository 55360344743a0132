import { expect, test } from 'vitest';
import { parseBrief } from '../brief/brief.ts';
import { evenNarration } from '../scene/example.ts';
import type { Script, Section } from '../script/script.ts';
import { inferShows } from './infer/index.ts';
import { planStoryboard } from './plan.ts';

const LONG = [
  'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft',
  'Kraftfahrzeughaftpflichtversicherungsgesellschaftsvertreterin',
];

const section = (sentence: string, more: Partial<Section> = {}): Section => ({
  id: 's1',
  role: 'body',
  headline: 'Two words',
  sentences: [{ text: sentence, sources: ['task'] }],
  ...more,
});

async function sceneOf(one: Section, aspect_ratio: '16:9' | '9:16') {
  const script = { title: 'Words', sections: [one] } as unknown as Script;
  const narration = evenNarration(one.sentences.map(({ text }) => text).join(' '));
  const { scenes } = await planStoryboard(parseBrief({ task: 'words', aspect_ratio }), script, narration);
  return scenes[0]!;
}

test('an inferred picture that does not fit this frame gives way to the next that does', async () => {
  const one = section(`${LONG[0]} is long, whereas ${LONG[1]} is shorter.`);
  const offered = [...inferShows(one, { index: 0, sections: [one], before: [] })];
  expect(offered[0]!.component).toBe('comparison');
  expect((await sceneOf(one, '16:9')).component).toBe('comparison');
  const narrow = await sceneOf(one, '9:16');
  expect(narrow.component).not.toBe('comparison');
  expect(offered.map((show) => show.component)).toContain(narrow.component);
});

test('where none fits, the film fails with the reason of the best', async () => {
  const one = section('The sea looks calm at night.', { headline: LONG.join('').repeat(3) });
  await expect(sceneOf(one, '9:16')).rejects.toMatchObject({
    kind: 'does_not_fit',
    message: expect.stringContaining(LONG[0]!.slice(0, 12)),
  });
});

test('a picture that a note asks for is not replaced by another: the note and line that ask too much are named', async () => {
  const show = {
    component: 'comparison',
    data: { sides: LONG.map((name) => ({ name: name.slice(0, 28), points: [{ text: 'Long' }] })) },
    origin: { file: 'boats.md', line: 7 },
  };
  await expect(sceneOf(section('Two long words.', { show }), '9:16')).rejects.toThrow(
    /^boats.md line 7: .* does not fit on screen/,
  );
});
