import { expect, test } from 'vitest';
import { quotation } from './quotation.ts';

test.each([
  [
    'Newton wrote to Hooke in 1675: "If I have seen further, it is by standing on the shoulders of giants."',
    'Newton',
  ],
  ['As Carl Sagan put it, "We are a way for the cosmos to know itself."', 'Carl Sagan'],
  ['“Programs must be written for people to read,” wrote Harold Abelson.', 'Harold Abelson'],
  ['"The cosmos is within us, all of it," Sagan once said.', 'Sagan'],
])('%s is somebody saying something', (sentence, speaker) => {
  expect(quotation([sentence])).toMatchObject({ kind: 'quotation', speaker });
});

test.each([
  'The so-called "butterfly effect" was named by Lorenz.',
  'He said: "I will not be there when you come home."',
  'Lorenz called it "chaos".',
  'The sea looks calm at night.',
])('%s is not', (sentence) => {
  expect(quotation([sentence])).toBeNull();
});
