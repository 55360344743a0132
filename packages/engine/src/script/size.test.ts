import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Note, parseNote } from './note.ts';
import { orderOfPlaces } from './order.ts';
import { estimateByWords } from './pace.ts';
import type { Section } from './script.ts';
import { sectionsByMarks, sizeNote } from './size.ts';

/** A sentence of that many words, told from others by its name. */
const sentence = (name: string, words: number) =>
  `${[name, ...Array.from({ length: words - 1 }, () => 'word')].join(' ')}.`;

const NOTE = parseNote(
  `---
title: A
sources: [one, two]
---
# Opening
${sentence('A1', 10)} ${sentence('A2', 10)}

# First
${sentence('B1', 13)} ${sentence('B2', 9)}

{from=120} ${sentence('B3', 12)} ${sentence('B4', 14)} ${sentence('B5', 8)}

# Second {from=60}
${sentence('C1', 12)} ${sentence('C2', 13)} ${sentence('C3', 12)}

# Third
${sentence('D1', 12)}

{from=60} ${sentence('D2', 11)} ${sentence('D3', 9)} ${sentence('D4', 10)}

# Fourth {from=120}
${sentence('E1', 10)} ${sentence('E2', 12)} ${sentence('E3', 11)} ${sentence('E4', 12)}

{from=120} ${sentence('E5', 12)} ${sentence('E6', 13)}

# Close
${sentence('F1', 9)} ${sentence('F2', 7)}
`,
  'a.md',
);
const secondsOf = (sections: Section[]) =>
  estimateByWords(sections.map((one) => one.sentences.map(({ text }) => text)));
const names = (sections: Section[]) =>
  sections.map((one) => one.sentences.map(({ text }) => text.split(' ')[0]).join(' '));

test('a film of a length the author marked is cut as marked', () => {
  expect(names(sizeNote(NOTE, 30))).toEqual(['A1 A2', 'B1 B2', 'D1', 'F1 F2']);
  expect(names(sizeNote(NOTE, 58))).toEqual(['A1 A2', 'B1 B2', 'C1 C2 C3', 'D1 D2 D3 D4', 'F1 F2']);
  expect(sectionsByMarks(NOTE, 60).map((one) => one.length)).toEqual([2, 2, 3, 4, 2]);
});

test('sections are numbered, have their parts in the story and rest on the sources', () => {
  const sections = sizeNote(NOTE, 60);
  expect(sections.map(({ id, role }) => `${id} ${role}`)).toEqual([
    's1 opening',
    's2 body',
    's3 body',
    's4 body',
    's5 close',
  ]);
  expect(sections[0]?.sentences[0]?.sources).toEqual(['n1', 'n2']);
});

test('between marked lengths whole paragraphs are preferred, then beginnings of paragraphs', () => {
  expect(names(sizeNote(NOTE, 46))).toEqual(['A1 A2', 'B1 B2', 'C1 C2 C3', 'D1', 'F1 F2']);
  expect(names(sizeNote(NOTE, 50))).toEqual(['A1 A2', 'B1 B2', 'C1 C2 C3', 'D1 D2', 'F1 F2']);
});

test('a film shorter than the shortest marked one keeps its opening, its close and the head of every scene', () => {
  const long = parseNote(
    `---\ntitle: A\nsources: [a]\n---\n# O\n${sentence('A1', 12)} ${sentence('A2', 12)}\n# B\n${sentence('B1', 13)} ${sentence('B2', 13)} ${sentence('B3', 13)}\n# C\n${sentence('C1', 13)} ${sentence('C2', 13)}\n# D\n${sentence('D1', 12)}`,
    'a.md',
  );
  expect(names(sizeNote(long, 30))).toEqual(['A1 A2', 'B1 B2', 'C1', 'D1']);
});

test('a long text without marks gives a film of the length asked for', () => {
  const scenes = Array.from(
    { length: 20 },
    (_, part) =>
      `# Part ${part}\n${Array.from({ length: 8 }, (_, one) => sentence(`P${part}S${one}`, 9 + ((part + one) % 6))).join(' ')}`,
  );
  const long = parseNote(`---\ntitle: A\nsources: [a]\n---\n${scenes.join('\n\n')}`, 'a.md');
  for (const seconds of [30, 60, 90, 200, 300]) {
    const sections = sizeNote(long, seconds);
    expect(Math.abs(secondsOf(sections) / seconds - 1)).toBeLessThanOrEqual(0.04);
    expect(sections[0]?.headline).toBe('Part 0');
    expect(sections.at(-1)?.headline).toBe('Part 19');
  }
});

test('at every length the note carries, the film is near what was asked', () => {
  const whole = secondsOf(sizeNote(NOTE, 300));
  for (let seconds = 30; seconds <= whole; seconds++) {
    expect(Math.abs(secondsOf(sizeNote(NOTE, seconds)) / seconds - 1), `${seconds} s`).toBeLessThanOrEqual(
      0.06,
    );
  }
  expect(whole).toBeLessThan(140);
});

const noteOf = fc
  .array(
    fc.record({
      from: fc.constantFrom(0, 0, 60, 120),
      paragraphs: fc.array(
        fc.record({
          from: fc.constantFrom(0, 0, 60, 90, 120),
          lengths: fc.array(fc.integer({ min: 3, max: 25 }), { minLength: 1, maxLength: 5 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map(
    (parts): Note => ({
      file: 'a.md',
      title: 'A',
      also: [],
      sources: [{ title: 'a' }],
      parts: parts.map((part, p) => ({
        headline: `H${p}`,
        line: 1,
        paragraphs: part.paragraphs.map((one, q) => ({
          from:
            (p === 0 || p === parts.length - 1) && q === 0
              ? 0
              : Math.max(p === 0 || p === parts.length - 1 ? 0 : part.from, one.from),
          line: 1,
          sentences: one.lengths.map((words, r) => sentence(`P${p}Q${q}R${r}`, words)),
        })),
      })),
    }),
  );

test('every sentence has one place in the order', () => {
  fc.assert(
    fc.property(noteOf, (note) => {
      const reached = new Map<string, number>();
      for (const grain of orderOfPlaces(note)) {
        const key = `${grain.part}.${grain.paragraph}`;
        expect(grain.upTo).toBeGreaterThan(reached.get(key) ?? 0);
        reached.set(key, grain.upTo);
      }
      note.parts.forEach((part, p) => {
        part.paragraphs.forEach((one, q) => {
          expect(reached.get(`${p}.${q}`)).toBe(one.sentences.length);
        });
      });
    }),
  );
});

test('a longer film is never shorter, keeps opening and close, empties no scene and tells in order', () => {
  fc.assert(
    fc.property(
      noteOf,
      fc.integer({ min: 30, max: 300 }),
      fc.integer({ min: 30, max: 300 }),
      (note, a, b) => {
        const [short, long] = [sizeNote(note, Math.min(a, b)), sizeNote(note, Math.max(a, b))];
        expect(secondsOf(long)).toBeGreaterThanOrEqual(secondsOf(short) - 1e-9);
        for (const sections of [short, long]) {
          expect(sections[0]?.headline).toBe('H0');
          expect(sections.at(-1)?.headline).toBe(`H${note.parts.length - 1}`);
          expect(sections.every((section) => section.sentences.length > 0)).toBe(true);
          const told = sections.flatMap((section) =>
            section.sentences.map(({ text }) => text.split(' ')[0]!),
          );
          const all = note.parts.flatMap((part) =>
            part.paragraphs.flatMap((one) => one.sentences.map((text) => text.split(' ')[0]!)),
          );
          expect(told).toEqual(all.filter((name) => told.includes(name)));
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('of a paragraph only a beginning is kept', () => {
  fc.assert(
    fc.property(noteOf, fc.integer({ min: 30, max: 300 }), (note, seconds) => {
      const told = new Set(
        sizeNote(note, seconds).flatMap((section) => section.sentences.map(({ text }) => text)),
      );
      for (const part of note.parts) {
        for (const { sentences } of part.paragraphs) {
          const kept = sentences.map((text) => told.has(text));
          expect(kept).toEqual([...kept].sort((x, y) => Number(y) - Number(x)));
        }
      }
    }),
    { numRuns: 150 },
  );
});
