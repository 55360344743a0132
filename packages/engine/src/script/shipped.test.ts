import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { schemas } from '../scene/components/registry.ts';
import { checkNote, cutNote } from './cut.ts';
import { Knowledge, loadKnowledge } from './knowledge.ts';
import type { Entry } from './knowledge-folders.ts';
import { parseNote } from './note.ts';

let knowledge = new Knowledge([]);
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const slug = (entry: Entry) => path.basename(entry.file, '.md');

test('every shipped note can be read, and at any length what is shown suits its component', () => {
  expect(knowledge.faults).toEqual([]);
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'note') throw new Error(`${entry.file} is not a note`);
    const note = checkNote(parseNote(entry.text, entry.file), schemas);
    for (const seconds of [30, 47, 60, 88, 120, 300]) {
      const sections = cutNote(note, seconds, schemas);
      expect(sections[0]?.headline).toBe(note.parts[0]?.headline);
      expect(sections.at(-1)?.headline).toBe(note.parts.at(-1)?.headline);
      for (const { show, headline } of sections) {
        if (!show) continue;
        const result = schemas[show.component]?.safeParse(show.data);
        expect(
          result?.success,
          `${entry.file} at ${seconds} s, "${headline}": ${result?.error?.message}`,
        ).toBe(true);
      }
    }
  }
});

test('every shipped note is found by its title and by each of its other names', () => {
  const lost: string[] = [];
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'note') continue;
    for (const name of [entry.title, ...entry.also]) {
      const found = knowledge.find(`Explain ${name}`);
      if (found?.entry !== entry)
        lost.push(`${slug(entry)}: "${name}" finds ${found ? slug(found.entry) : 'nothing'}`);
    }
  }
  expect(lost).toEqual([]);
});

test.each([
  ['How do bees communicate?', 'bee-waggle-dance'],
  ['make a 45 second film about the waggle dance of bees', 'bee-waggle-dance'],
  ['How do bees find flowers?', 'bee-waggle-dance'],
  ['Explain compound interest', 'compound-growth-of-debt'],
  ['How does credit card debt grow?', 'compound-growth-of-debt'],
  ['How does GPS work?', 'gps'],
  ['How does my phone know my location', 'gps'],
  ['Explain sattelite navigation', 'gps'],
  ['How does the heart work?', 'heart-and-circulation'],
  ['Explain blood pressure to a 10-year-old', 'heart-and-circulation'],
  ['How does the immune system fight germs?', 'immune-system'],
  ['white blood cells', 'immune-system'],
  ['What is inflation?', 'inflation'],
  ['Why do prices go up?', 'inflation'],
  ['How does a microwave heat food?', 'microwave-oven'],
  ['Is a microwave dangerous?', 'microwave-oven'],
  ['Explain the space race in two minutes', 'moon-race-apollo'],
  ['The Moon landing, for kids', 'moon-race-apollo'],
  ['Who was Johannes Gutenberg?', 'printing-press'],
  ['who invented the printing press', 'printing-press'],
  ['How does a fridge keep food cold?', 'refrigerator'],
  ['How do refrigerators work', 'refrigerator'],
  ['Explain supply & demand', 'supply-and-demand'],
  ['What is market equilibrium?', 'supply-and-demand'],
])('"%s" finds the shipped note %s', (task, expected) => {
  const match = knowledge.find(task);
  expect(match && slug(match.entry)).toBe(expected);
});

test.each([
  'Explain quantum chromodynamics',
  'history of pizza',
  'Explain Kubernetes',
  'heart attack',
  'How to knit a scarf',
  'the price of gold',
  'Explain debt collection law',
  'What is the best fridge to buy?',
  'immune thrombocytopenia',
  'The Moon',
  'printing money',
  'bee keeping as a business',
  'GPS jamming in aviation',
  'The French press',
  'space elevators',
])('no shipped note is taken to be about "%s"', (task) => {
  const match = knowledge.find(task);
  expect(match && slug(match.entry)).toBeNull();
});
