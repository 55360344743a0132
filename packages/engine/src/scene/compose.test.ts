/** What all scenes have in common: the room that a headline and what lies below it leave each other. */
import { expect, test } from 'vitest';
import { before } from './components/before/index.ts';
import { composeScenes } from './compose.ts';
import { exampleStoryboard } from './example.ts';

async function headlineSize(headline: string): Promise<number> {
  const example = { ...before.example, headline };
  const look = { aspect_ratio: '9:16', theme: 'poster', example } as const;
  const [scene] = await composeScenes({ ...exampleStoryboard(before, look), video_type: 'social' });
  const element = scene!.elements.find(({ id }) => id === 'headline');
  if (element?.kind !== 'text') throw new Error('there is no headline');
  return element.font.size;
}

test('a headline that leaves its picture no room is set smaller, and no other is', async () => {
  const long = 'How very much of what once went *lost* as waste heat now lights the room';
  expect(await headlineSize('Less *heat*')).toBe(112);
  expect(await headlineSize(long)).toBeLessThan(90);
});
