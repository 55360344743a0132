import { expect, test } from 'vitest';
import { CLEAR_TEMPO, chooseVoice } from './choose.ts';

test.each([
  [undefined, 'rms'],
  ['', 'rms'],
  ['a calm female voice, slow', 'slt'],
  ['Warm woman narrator', 'slt'],
  ['energetic young man', 'rms'],
  ['deep male', 'rms'],
  ['a Scottish gentleman', 'awb'],
  ['retro robot', 'kal16'],
  ['slt', 'slt'],
  ['not a woman, please', 'rms'],
])('%j is spoken by %s', (description, name) => {
  expect(chooseVoice(description, 'explainer').name).toBe(name);
});

test('words of speed and mood set the tempo, the strongest deciding', () => {
  const pace = (description: string) => chooseVoice(description, 'explainer').tempo / CLEAR_TEMPO;
  expect(pace('a voice')).toBe(1);
  expect(pace('calm and very slow')).toBeLessThan(pace('slow'));
  expect(pace('slow')).toBeLessThan(pace('calm'));
  expect(pace('fast')).toBeGreaterThan(pace('energetic'));
  expect(pace('energetic')).toBeGreaterThan(1);
  expect(pace('not too fast')).toBe(1);
});

test('voices that are quicker by nature are slowed down to the same tempo', () => {
  const [man, woman] = [chooseVoice('male', 'explainer'), chooseVoice('female', 'explainer')];
  expect(woman.tempo).toBe(man.tempo);
  expect(woman.pace).toBeLessThan(man.pace);
});

test('a social film is spoken faster than a story', () => {
  expect(chooseVoice(undefined, 'social').pace).toBeGreaterThan(chooseVoice(undefined, 'narrative').pace);
});

test('what was not understood is said, and what was is not', () => {
  expect(chooseVoice('a calm female voice, slow', 'explainer').remarks).toEqual([]);
  expect(chooseVoice('energetic young man', 'explainer').remarks).toEqual([]);
  expect(chooseVoice('a French pirate', 'explainer').remarks).toEqual([
    'The built-in voices cannot follow "french", "pirate" in the voice description; they know male, female, Scottish, robotic, slow, calm, energetic and fast.',
  ]);
  expect(chooseVoice('British lady', 'explainer').remarks[0]).toMatch(/no British woman/);
});
