import { expect, test } from 'vitest';
import { phonesOfWords, SILENCE, synthesise } from './flite.ts';
import { pronunciations } from './pronunciations.ts';

test('every pronunciation in the list is what flite says', async () => {
  const list = pronunciations();
  // The small voice that reads single words has one sound for these two.
  const alike = (sounds: string) => sounds.replace(/\bah\b/g, 'aa');
  const said = await phonesOfWords(list.map(([word]) => word));
  expect(said.map((phones, index) => `${list[index]![0]}: ${alike(phones.join(' '))}`)).toEqual(
    list.map(([word, sounds]) => `${word}: ${alike(sounds.replace(/\d/g, ''))}`),
  );
});

test('words flite would spell out are said', async () => {
  const [said] = await phonesOfWords(['thousandth']);
  expect(said).toEqual('th aw z ax n th'.split(' '));
});

test('sentences spoken together have the sounds and the length of each spoken alone', async () => {
  const texts = ['the key is locked.', 'nobody can read it, so it is safe.', 'is it true?'];
  const together = await synthesise(texts, 'rms', 0.97);
  for (const [index, text] of texts.entries()) {
    const [alone] = await synthesise([text], 'rms', 0.97);
    expect(together[index]!.phones).toEqual(alone!.phones);
    expect(Math.abs(together[index]!.samples.length - alone!.samples.length)).toBeLessThanOrEqual(
      alone!.rate / 200,
    );
  }
});

test('a larger stretch is slower', async () => {
  const length = async (stretch: number) =>
    (await synthesise(['the key is locked.'], 'slt', stretch))[0]!.phones.at(-1)!.end;
  expect((await length(1.2)) / (await length(1))).toBeCloseTo(1.2, 1);
});

test('a very long sentence is spoken whole', async () => {
  const text = `${Array.from({ length: 150 }, () => 'seven sealed letters').join(' ')}.`;
  const [speech] = await synthesise([text], 'kal16', 1);
  expect(speech!.phones.filter(({ name }) => name !== SILENCE).length).toBeGreaterThan(150 * 10);
});

test('text without a sound is refused', async () => {
  await expect(synthesise(['.'], 'rms', 1)).rejects.toMatchObject({ kind: 'unspeakable' });
});
