/**
 * The notes a film can be drawn from: those that come with Chalktalk and the folders a user adds.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { ChalktalkError } from '../errors.ts';
import { fitOf, isAspect, type Subject, subject, wordsOfTopic } from './about.ts';
import { contentWords, formsOf, isLight, wordsOf } from './content-words.ts';
import { readFrontMatter } from './front-matter.ts';
import { looksLikeNote, type Note, parseNote } from './note.ts';
import { topicOf } from './topic.ts';

/** The folder of notes that Chalktalk comes with. */
export const SHIPPED_KNOWLEDGE = path.resolve(import.meta.dirname, '../../../../knowledge');

/** One file of a knowledge folder: a note, plain Markdown to find facts in, or a note that cannot be read. */
export type Entry = NoteEntry | PlainEntry | BrokenEntry;

interface Found {
  file: string;
  title: string;
  /** True for what the user added: it wins over what came with Chalktalk. */
  isUsers: boolean;
}
export interface NoteEntry extends Found {
  kind: 'note';
  note: Note;
}
export interface PlainEntry extends Found {
  kind: 'plain';
  text: string;
}
export interface BrokenEntry extends Found {
  kind: 'broken';
  /** By these it is still found, so that whoever asks for it learns what is wrong with it. */
  also: string[];
  error: ChalktalkError;
}

export interface Match {
  entry: Entry;
  /** From 0 to 1: the share of the topic that is in the note's name. */
  score: number;
}

export class Knowledge {
  readonly entries: readonly Entry[];
  readonly #subjects: Map<Entry, Subject>;
  readonly #search: MiniSearch;
  /** Every word of every name; and of everything, as forms. */
  readonly #names: ReadonlySet<string>;
  readonly #vocabulary: ReadonlySet<string>;

  constructor(entries: readonly Entry[]) {
    const own = new Set(entries.filter((entry) => entry.isUsers).map((entry) => sameTitle(entry.title)));
    this.entries = entries.filter((entry) => entry.isUsers || !own.has(sameTitle(entry.title)));
    this.#subjects = new Map(this.entries.map((entry) => [entry, subjectOfEntry(entry)]));
    this.#names = new Set([...this.#subjects.values()].flatMap((one) => one.names.flat()));
    this.#vocabulary = new Set(
      [...this.#subjects.values()].flatMap((one) => [...one.strong, ...one.spoken].flatMap(formsOf)),
    );
    this.#search = new MiniSearch({
      fields: ['names', 'headlines', 'text'],
      tokenize: wordsOf,
      processTerm: (term) => formsOf(term)[0]!,
      searchOptions: {
        boost: { names: 6, headlines: 2 },
        fuzzy: (term) => (term.length > 5 ? 0.2 : false),
        prefix: false,
      },
    });
    this.#search.addAll(
      this.entries.map((entry, id) => {
        const { names, headlines, text } = textsOf(entry);
        return { id, names: names.join('\n'), headlines: headlines.join('\n'), text };
      }),
    );
  }

  /** The note about what `task` asks for, or null when none is; never one that is merely related. */
  find(task: string): Match | null {
    const topic = topicOf(task);
    const words = wordsOfTopic(topic, this.#names, (word) =>
      formsOf(word).some((form) => this.#vocabulary.has(form)),
    );
    const relevance = new Map(
      this.#search
        .search(words.map(({ word }) => word).join(' '))
        .map((hit) => [this.entries[Number(hit.id)]!, hit.score]),
    );
    const matches = this.entries
      .map((entry) => ({ entry, score: fitOf(words, topic.isClause, this.#subjects.get(entry)!) }))
      .filter(({ score }) => score > 0);
    matches.sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.entry.isUsers) - Number(a.entry.isUsers) ||
        (relevance.get(b.entry) ?? 0) - (relevance.get(a.entry) ?? 0) ||
        a.entry.file.localeCompare(b.entry.file, 'en'),
    );
    return matches[0] ?? null;
  }

  /** Titles of up to three notes that share a word of their names with the task. */
  near(task: string): string[] {
    const words = contentWords(topicOf(task).phrase).filter(
      (word) => !isAspect(word) && !isLight(word, true),
    );
    const hits = this.#search.search(words.join(' '), { fields: ['names', 'headlines'] });
    return hits.slice(0, 3).map((hit) => this.entries[Number(hit.id)]!.title);
  }

  /** What is wrong with notes that cannot be read, one sentence each, with file and line. */
  get faults(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'broken' ? [entry.error.message] : []));
  }
}

/**
 * Reads every Markdown file in the folders and below them; `README.md` is not a note.
 * @param userFolders folders the user added; errors name their files as the user did
 * @throws ChalktalkError `bad_brief` when a folder cannot be read
 */
export async function loadKnowledge(
  userFolders: readonly string[] = [],
  shipped = SHIPPED_KNOWLEDGE,
): Promise<Knowledge> {
  const entries: Entry[] = [];
  for (const [folder, isUsers] of [
    [shipped, false] as const,
    ...userFolders.map((one) => [one, true] as const),
  ]) {
    for (const name of await markdownIn(folder, isUsers))
      entries.push(await readEntry(folder, name, isUsers));
  }
  return new Knowledge(entries);
}

/**
 * The text of a note's file.
 * @throws ChalktalkError `bad_note` when it is not there or not UTF-8
 */
export async function readNoteFile(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT'
        ? 'there is no such file; check the path'
        : 'it cannot be read; check that it is a file you may read';
    throw new ChalktalkError('bad_note', `${file}: ${reason}`, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ChalktalkError('bad_note', `${file}: the note is not UTF-8 text; save it as UTF-8`, { cause });
  }
}

async function markdownIn(folder: string, isUsers: boolean): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .filter((name) => /\.(?:md|markdown)$/i.test(name) && !/^readme\./i.test(path.basename(name)))
      .sort();
  } catch (cause) {
    if (!isUsers) return [];
    throw new ChalktalkError('bad_brief', `The knowledge folder ${folder} cannot be read; check its path.`, {
      cause,
    });
  }
}

async function readEntry(folder: string, name: string, isUsers: boolean): Promise<Entry> {
  const file = isUsers ? path.join(folder, name) : path.join(path.basename(folder), name);
  let text = '';
  try {
    text = await readNoteFile(path.join(folder, name));
    if (!looksLikeNote(text)) return { kind: 'plain', file, isUsers, text, title: plainTitle(text, name) };
    const note = parseNote(text, file);
    return { kind: 'note', file, isUsers, note, title: note.title };
  } catch (error) {
    if (!(error instanceof ChalktalkError)) throw error;
    const head = headOf(text, file);
    return {
      kind: 'broken',
      file,
      isUsers,
      error,
      title: head?.title ?? nameInWords(name),
      also: head?.also ?? [],
    };
  }
}

/** The front matter of a note whose body is at fault; null when it is at fault itself. */
function headOf(text: string, file: string): { title: string; also: string[] } | null {
  try {
    return readFrontMatter(text.replace(/\r\n?/g, '\n'), file);
  } catch {
    return null;
  }
}

function subjectOfEntry(entry: Entry): Subject {
  const { names, headlines, text } = textsOf(entry);
  return subject([...names, nameInWords(entry.file)], headlines, [text]);
}

function textsOf(entry: Entry): { names: string[]; headlines: string[]; text: string } {
  if (entry.kind === 'broken') return { names: [entry.title, ...entry.also], headlines: [], text: '' };
  if (entry.kind === 'plain')
    return { names: [entry.title], headlines: headingsOf(entry.text), text: entry.text };
  const { title, also, parts } = entry.note;
  return {
    names: [title, ...also],
    headlines: parts.map((part) => part.headline),
    text: parts.flatMap((part) => part.paragraphs.flatMap((one) => one.sentences)).join('\n'),
  };
}

function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} +(.+)$/gm)].map((match) => match[1]!);
}

function plainTitle(text: string, name: string): string {
  return /^#{1,2} +(.+?)[ \t]*#*\r?$/m.exec(text)?.[1] ?? nameInWords(name);
}

/** `bee-waggle_dance.md` → `bee waggle dance` */
function nameInWords(file: string): string {
  return path
    .basename(file)
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ');
}

function sameTitle(title: string): string {
  return wordsOf(title).join(' ');
}
