import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../script/index.ts';
import { languageOf } from './language.ts';

test.each([
  ['German', 'Der Mond zieht das Wasser der Meere zu sich, und so entstehen zwei Flutberge.'],
  ['French', "La Lune attire l'eau des océans, et c'est ainsi que les marées se forment."],
  ['Spanish', 'La Luna atrae el agua de los mares y por eso se forman las mareas.'],
  ['Italian', "La Luna attira l'acqua dei mari e per questo si formano le maree."],
  ['Portuguese', 'A Lua atrai a água dos mares e por isso se formam as marés.'],
  ['Dutch', 'De maan trekt aan het water van de zeeën, en zo ontstaat het getij.'],
  ['Swedish', 'Månen drar i havets vatten och det är så som tidvattnet uppstår.'],
  ['Polish', 'Księżyc przyciąga wodę w oceanach i to jest przyczyna, że powstają pływy.'],
  ['English', 'The moon pulls the water of the seas, and so two bulges rise.'],
  ['English', 'El Niño, La Niña and the Rio de la Plata shape the weather of Los Angeles.'],
  ['English', 'Bonjour!'],
])('%s is told by its little words: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test('every shipped note is English, paragraph by paragraph', () => {
  for (const file of readdirSync(SHIPPED_KNOWLEDGE).filter((name) => name.endsWith('.md'))) {
    const note = readFileSync(path.join(SHIPPED_KNOWLEDGE, file), 'utf8');
    // What is shown is data, not speech.
    const body = note.replace(/```show[\s\S]*?```/g, '');
    for (const paragraph of body.split(/\n\n+/)) expect(languageOf(paragraph), paragraph).toBe('English');
  }
});
