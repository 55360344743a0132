import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLong, uncapital } from './clauses.ts';
import { figures, nounPhrases } from './nouns.ts';
import { sentencesOf } from './sentences.ts';
import { cutToFit, shorten } from './shorten.ts';
import { wordsOf } from './words.ts';

const BREAKS: readonly [string, string[]][] = [
  [
    'Coral reefs cover less than one percent of the ocean floor, yet they support about a quarter of all marine species.',
    [
      'Coral reefs cover less than one percent of the ocean floor.',
      'Yet they support about a quarter of all marine species.',
    ],
  ],
  [
    'The pump in the basement failed on the night of 3 March because a plastic bag had blocked its inlet.',
    [
      'The pump in the basement failed on the night of 3 March.',
      'That is because a plastic bag had blocked its inlet.',
    ],
  ],
  [
    'A rise of one degree is enough to make the coral expel its algae, which leaves the coral white.',
    ['A rise of one degree is enough to make the coral expel its algae.', 'That leaves the coral white.'],
  ],
  [
    'The voltage pushes the water along, the current is what flows, and the resistance is how narrow the pipe is.',
    [
      'The voltage pushes the water along.',
      'The current is what flows.',
      'The resistance is how narrow the pipe is.',
    ],
  ],
  [
    'The insurer pays for the pump and the rooms; the reserve fund has to cover all of the rest.',
    ['The insurer pays for the pump and the rooms.', 'The reserve fund has to cover all of the rest.'],
  ],
];

for (const [long, parts] of BREAKS) {
  test(`“${long.slice(0, 48)}…” is broken into ${parts.length}`, () => {
    expect(splitLong(long)).toEqual(parts);
  });
}

const WHOLE = [
  'Scientists believe that most reefs will vanish by the end of the century, and governments are slow to act.',
  'If the water gets too warm for a few weeks, the coral expels its algae, and the reef turns white.',
  'He did not sell the old house in the village because he needed the money for his shop.',
  'Bake for 35 minutes, until the crust is deep brown and the loaf sounds hollow when you knock on its base.',
  'The box holds flour, sugar, butter, eggs, milk, salt and a small packet of yeast for the whole week.',
];

for (const long of WHOLE) {
  test(`“${long.slice(0, 48)}…” is left whole, for its halves would say something else`, () => {
    expect(splitLong(long)).toEqual([long]);
  });
}

const LABELS: readonly [string, number, string | null][] = [
  ['Heat the oil in a large pan over medium heat until it shimmers.', 6, 'Heat the oil'],
  ['In 1969, Apollo 11 landed on the Moon with two astronauts on board.', 8, 'Apollo 11 landed on the Moon'],
  ['The bank will fail if the depositors all withdraw their money at once.', 6, null],
  ['He refused to sign the treaty of 1648 in the presence of the king.', 6, null],
  ['Only two of the twelve reactors were running in the winter of 2012.', 6, null],
  ['Insulin allows cells to absorb glucose from the blood after a meal.', 6, null],
  [
    'Gutenberg, a goldsmith from Mainz, began to experiment with metal type.',
    6,
    'Gutenberg began to experiment',
  ],
  ['When the water gets too warm, the corals expel the algae.', 6, 'When the water gets too warm'],
  ['The wall held, but not the roof above the old hall.', 6, null],
  ['Magma is molten rock that collects in a chamber below the surface.', 6, 'Magma is molten rock'],
  ['The sun heats the sea and water evaporates into the air.', 6, 'The sun heats the sea'],
  ['A machine made of lead, ink and wood had made ideas impossible to contain.', 6, null],
  ["Ohm's law says how voltage, current and resistance belong together.", 6, null],
  ['It is the only metal that is liquid at room temperature all year.', 6, null],
];

for (const [sentence, words, label] of LABELS) {
  test(`“${sentence}” is ${label ? `“${label}”` : 'not shortened'} in ${words} words`, () => {
    expect(shorten(sentence, words)).toBe(label);
  });
}

test('a shortening uses only words of the sentence, in their order', () => {
  for (const [sentence, words] of LABELS) {
    const label = shorten(sentence, words);
    if (!label) continue;
    const all = wordsOf(sentence);
    let at = -1;
    for (const word of wordsOf(label)) {
      at = all.indexOf(word, at + 1);
      expect(at).toBeGreaterThanOrEqual(0);
    }
  }
});

test('a label that must be cut ends on a word that can stand last', () => {
  expect(cutToFit('The queen of the night and the day', 24)).toBe('The queen of the night');
  expect(cutToFit('Donaudampfschifffahrtsgesellschaft', 12)).toBe('Donaudampfsc');
});

test('a small first letter never takes the capital from a name', () => {
  expect(uncapital('The sea')).toBe('the sea');
  expect(uncapital('NASA launched it')).toBe('NASA launched it');
  expect(uncapital('I went')).toBe('I went');
  expect(uncapital('Paris is far')).toBe('Paris is far');
});

test('figures keep their hedges and units; years and names are none', () => {
  const found = (text: string) => figures(text).map((figure) => figure.text);
  expect(found('It costs less than one percent of $5.50 a month.')).toEqual([
    'less than one percent',
    '$5.50',
  ]);
  expect(found('In 1969, Apollo 11 landed.')).toEqual([]);
  expect(found('Light travels at 299,792 km/s.')).toEqual(['299,792 km/s']);
});

test('a share and what it is of are one noun phrase', () => {
  expect(nounPhrases('They support a quarter of all marine species.').map((one) => one.text)).toContain(
    'a quarter of all marine species',
  );
});

test('every word of a paragraph is in exactly one of its sentences, whatever is pasted', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(wordsOf(sentencesOf(text).join(' ')).join(' ')).toBe(wordsOf(text).join(' '));
    }),
    { numRuns: 80 },
  );
});

test('breaking and shortening never throw and never add words, whatever is pasted', () => {
  const word = fc.constantFrom(
    'the',
    'sea',
    'and',
    'it',
    'rises',
    'because',
    'not',
    'which',
    'means',
    ',',
    '12',
    'percent',
    'if',
    'heat',
    ';',
    'of',
    'a',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const text = words.join(' ');
      const known = new Set([...wordsOf(text), 'that', 'is']);
      for (const sentence of splitLong(text))
        for (const one of wordsOf(sentence)) expect(known.has(one)).toBe(true);
      for (const one of wordsOf(shorten(text) ?? '')) expect(known.has(one)).toBe(true);
    }),
    { numRuns: 80 },
  );
});
