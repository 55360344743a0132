import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { componentSchemas } from './component-schemas.ts';
import { checkNote, cutNote } from './cut.ts';
import { Knowledge, loadKnowledge } from './knowledge.ts';
import type { Entry } from './knowledge-folders.ts';

let knowledge = new Knowledge([]);
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const slug = (entry: Entry) => path.basename(entry.file, '.md');

test('every shipped note can be read, and at any length what is shown suits its component', () => {
  expect(knowledge.faults).toEqual([]);
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'note') throw new Error(`${entry.file} is not a note`);
    const note = checkNote(entry.note, componentSchemas);
    for (const seconds of [30, 47, 60, 88, 120, 300]) {
      const sections = cutNote(note, seconds, componentSchemas);
      expect(sections[0]?.headline).toBe(note.parts[0]?.headline);
      expect(sections.at(-1)?.headline).toBe(note.parts.at(-1)?.headline);
      for (const { show, headline } of sections) {
        if (!show) continue;
        const result = componentSchemas[show.component]?.safeParse(show.data);
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
    for (const name of [entry.title, ...entry.note.also]) {
      const found = knowledge.find(`Explain ${name}`);
      if (found?.entry !== entry)
        lost.push(`${slug(entry)}: "${name}" finds ${found ? slug(found.entry) : 'nothing'}`);
    }
  }
  expect(lost).toEqual([]);
});
