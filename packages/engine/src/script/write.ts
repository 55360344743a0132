/**
 * Writes the Script without a model: from a note that is given, from the facts in the task, or from a note in the
 * knowledge folders; or says clearly that there is nothing to tell.
 */
import type { Brief } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import { cutNote, readNote } from './cut.ts';
import { factsScript } from './facts/index.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { looksLikeNote, type Note } from './note.ts';
import { estimateByWords, type FilmEstimator } from './pace.ts';
import type { Script } from './script.ts';
import type { Schemas } from './show-check.ts';
import { topicOf } from './topic.ts';

export interface WriteOptions {
  /** Folders of notes beside those that come with Chalktalk. */
  knowledgeDirs?: readonly string[];
  /** Every component's schema by name. */
  schemas: Schemas;
  /** The note to film instead of the task; `file` is what errors call it. */
  note?: { text: string; file: string };
  /** Seconds a film of given sections lasts with the voice that will speak it. */
  estimate?: FilmEstimator;
  /** Tells the facts a text holds; null when it holds none. */
  facts?: FactsWriter;
}

export type FactsWriter = (brief: Brief, estimate: FilmEstimator) => Promise<Script | null>;

/** Beyond this share off the length asked for, whoever asked is told. */
const WORTH_A_REMARK = 0.05;
/** A cut that stays below this share of the length asked for had nothing left to add. */
const ALL_TOLD = 0.97;

/**
 * @throws ChalktalkError `bad_note` when the chosen note is at fault; `no_material` when nothing is found;
 * `bad_brief` when a knowledge folder cannot be read
 */
export async function writeScript(brief: Brief, options: WriteOptions): Promise<Script> {
  if (options.note) return fromText(options.note.text, options.note.file, brief, options);
  if (looksLikeNote(brief.task))
    return fromNote(readNote(brief.task, 'the task', options.schemas), brief, options);
  const told = await tellFacts(brief, options);
  if (told) return told;

  const knowledge = await loadKnowledge(options.knowledgeDirs);
  const match = knowledge.find(brief.task);
  if (!match) throw nothingFound(brief, knowledge);
  const { entry } = match;
  if (entry.kind === 'broken') throw entry.error;
  const script =
    entry.kind === 'note'
      ? yielding(fromNote(readNote(entry.text, entry.file, options.schemas), brief, options))
      : await fromText(entry.text, entry.file, brief, options);
  const left = knowledge.faults.map((fault) => `A note was left out: ${fault}.`);
  return { ...script, remarks: [...script.remarks, ...left] };
}

/** Whoever asked for this film did not write the note: where one of its pictures does not fit, another may stand in. */
function yielding(script: Script): Script {
  const sections = script.sections.map((section) =>
    section.show ? { ...section, show: { ...section.show, inferred: true } } : section,
  );
  return { ...script, sections };
}

/** A file of the user's: a note, or plain text or Markdown whose facts are told. */
async function fromText(text: string, file: string, brief: Brief, options: WriteOptions): Promise<Script> {
  if (looksLikeNote(text)) return fromNote(readNote(text, file, options.schemas), brief, options);
  const told = await tellFacts({ ...brief, task: text }, options);
  if (!told) {
    const fix = 'write it as docs/notes.md says, or as a text of a few sentences';
    throw new ChalktalkError(
      'bad_note',
      `${file}: it is not a note, and no facts to tell were found in it; ${fix}`,
    );
  }
  return { ...told, sources: told.sources.map((source) => ({ ...source, where: file })) };
}

function tellFacts(brief: Brief, options: WriteOptions): Promise<Script | null> {
  return (options.facts ?? factsScript)(brief, options.estimate ?? estimateByWords);
}

function fromNote(note: Note, brief: Brief, options: WriteOptions): Script {
  const asked = brief.video_duration_seconds;
  const estimate = options.estimate ?? estimateByWords;
  const sections = cutNote(note, asked, options.schemas, estimate);
  const seconds = estimate(sections.map((section) => section.sentences.map(({ text }) => text)));
  const remarks: string[] = [];
  if (seconds < asked * (1 - WORTH_A_REMARK)) {
    remarks.push(`The note carries ${Math.round(seconds)} s; ${asked} s were asked for.`);
  } else if (seconds > asked * (1 + WORTH_A_REMARK)) {
    remarks.push(`The note cannot be told in less than ${Math.round(seconds)} s; ${asked} s were asked for.`);
  }
  return {
    title: note.title,
    planner: 'note',
    requested_seconds: asked,
    material_ends: seconds < asked * ALL_TOLD,
    sections,
    sources: note.sources.map((source, index) => ({ id: `n${index + 1}`, ...source, where: note.file })),
    remarks,
  };
}

function nothingFound(brief: Brief, knowledge: Knowledge): ChalktalkError {
  const topic = shortened(topicOf(brief.task).phrase || brief.task.trim());
  const near = knowledge.near(brief.task).map((title) => `"${title}"`);
  const nearest = near.length > 0 ? ` The nearest: ${near.join(', ')}.` : '';
  return new ChalktalkError(
    'no_material',
    `Nothing to tell was found about "${topic}": the task holds no facts of its own, and none of the ` +
      `${knowledge.entries.length} notes is about it. Paste the facts into the task, add a note of your own ` +
      `to a knowledge folder, or set a model.${nearest}`,
  );
}

/** Enough of a topic to know it again. */
function shortened(topic: string): string {
  const characters = [...topic];
  return characters.length > MOST_TOLD ? `${characters.slice(0, MOST_TOLD).join('')}…` : topic;
}
const MOST_TOLD = 80;
