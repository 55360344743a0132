/** The script stage: from a brief to what the film says, and from a note to what it shows. */
export { type Audit, auditNote, USUAL_LENGTHS } from './audit.ts';
export { checkNote, cutNote, readNote } from './cut.ts';
export type { NoteSource } from './front-matter.ts';
export { Knowledge, loadKnowledge, type Match } from './knowledge.ts';
export { type Entry, materialOf, readNoteFile, SHIPPED_KNOWLEDGE } from './knowledge-folders.ts';
export { looksLikeNote, type Note, type NoteParagraph, type NotePart, parseNote } from './note.ts';
export { estimateByWords, type FilmEstimator } from './pace.ts';
export { pruneShow } from './prune.ts';
export type { Script, Section, Sentence, Source } from './script.ts';
export { splitSentences } from './sentences.ts';
export type { Show } from './show.ts';
export type { ShowBlock } from './show-block.ts';
export { checkShow, type Schemas, unspokenCues } from './show-check.ts';
export { sizeNote } from './size.ts';
export { findSpoken, spokenWords } from './spoken.ts';
export type { Piece, Structure } from './structure.ts';
export { type FactsWriter, type WriteOptions, writeScript } from './write.ts';
