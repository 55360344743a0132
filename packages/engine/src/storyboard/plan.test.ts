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
  const structure = {
    kind: 'code',
    language: 'text',
    source: Array(16).fill('x'.repeat(64)).join('\n'),
  } as const;
  const one = section('The sea looks calm at night.', { structure });
  const offered = [...inferShows(one, { index: 0, sections: [one], before: [] })];
  expect(offered[0]!.component).toBe('code');
  const narrow = await sceneOf(one, '9:16');
  expect(narrow.component).not.toBe('code');
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
  const one = section('Two long words.', { show, headline: LONG.join('').repeat(3) });
  await expect(sceneOf(one, '9:16')).rejects.toThrow(/^boats.md line 7: .* does not fit on screen/);
});

test('the style prompt is recorded in the storyboard, and leads to its theme', async () => {
  const one = section('The sea looks calm at night.');
  const script = { title: 'Words', sections: [one] } as unknown as Script;
  const brief = parseBrief({ task: 'words', global_style_prompt: 'like a chalkboard, rounded, no captions' });
  const storyboard = await planStoryboard(brief, script, evenNarration('The sea looks calm at night.'));
  expect(storyboard.theme).toBe('chalkboard');
  expect(storyboard.style).toEqual({ corners: 'rounded', captions: 'none' });
});

test('the picture of a note that was only found gives way where it does not fit, and whoever asked is told', async () => {
  const show = {
    component: 'code',
    data: { language: 'text', source: Array(16).fill('x'.repeat(64)).join('\n'), steps: [{ lines: '1' }] },
    origin: { file: 'boats.md', line: 7 },
  };
  const script = (inferred: boolean) =>
    ({
      title: 'Words',
      sections: [section('The sea looks calm at night.', { show: { ...show, inferred } })],
    }) as unknown as Script;
  const narration = evenNarration('The sea looks calm at night.');
  const brief = parseBrief({ task: 'words', aspect_ratio: '9:16' });
  const { scenes, remarks } = await planStoryboard(brief, script(true), narration);
  expect(scenes[0]!.component).not.toBe('code');
  expect(remarks).toEqual([
    expect.stringMatching(/"Two words" is shown as \w+: the note's code does not fit/),
  ]);
  await expect(planStoryboard(brief, script(false), narration)).rejects.toThrow(/^boats.md line 7:/);
});
