/**
 * From a checked note to the sections of one film: the cut for its length, each with the part of its picture
 * that this cut speaks of.
 */
import { type Note, parseNote } from './note.ts';
import type { FilmEstimator } from './pace.ts';
import { pruneShow } from './prune.ts';
import type { Section } from './script.ts';
import { checkShow, type Schemas, unspokenCues } from './show-check.ts';
import { sizeNote } from './size.ts';
import { spokenWords } from './spoken.ts';

/**
 * A note with every show block and cue checked, its data as the components take them.
 * @throws ChalktalkError `bad_note` for the first fault, naming file and line
 */
export function readNote(markdown: string, file: string, schemas: Schemas): Note {
  return checkNote(parseNote(markdown, file), schemas);
}

/** @throws ChalktalkError `bad_note` for the first fault, naming file and line */
export function checkNote(note: Note, schemas: Schemas): Note {
  const parts = note.parts.map((part) => {
    if (!part.show) return part;
    const show = { ...part.show, data: checkShow(part.show, schemas).data };
    const fault = unspokenCues(part)[0];
    if (fault) throw fault;
    return { ...part, show };
  });
  return { ...note, parts };
}

/** The sections of a film of about `seconds` made from a checked note. */
export function cutNote(note: Note, seconds: number, schemas: Schemas, estimate?: FilmEstimator): Section[] {
  return sizeNote(note, seconds, estimate).map((section) => {
    const schema = section.show && schemas[section.show.component];
    if (!section.show || !schema) return section;
    const words = spokenWords(section.sentences.map(({ text }) => text));
    return { ...section, show: pruneShow(section.show, words, schema) };
  });
}
