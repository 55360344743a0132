/**
 * The notes a film can be drawn from, and which of them a task asks for.
 */
import MiniSearch from 'minisearch';
import { fitOf, isAspect, type Subject, subject, wordsOfTopic } from './about.ts';
import { contentWords, formsOf, isLight, wordsOf } from './content-words.ts';
import { type Entry, nameInWords, readFolders, SHIPPED_KNOWLEDGE } from './knowledge-folders.ts';
import { unix } from './note.ts';
import { topicOf } from './topic.ts';

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
        Math.round(b.score * 10) - Math.round(a.score * 10) ||
        Number(b.entry.isUsers) - Number(a.entry.isUsers) ||
        b.score - a.score ||
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
 * The shipped notes and those in the user's folders.
 * @throws ChalktalkError `bad_brief` when a folder cannot be read
 */
export async function loadKnowledge(
  userFolders: readonly string[] = [],
  shipped = SHIPPED_KNOWLEDGE,
): Promise<Knowledge> {
  return new Knowledge(await readFolders(userFolders, shipped));
}

function subjectOfEntry(entry: Entry): Subject {
  const { names, headlines, text } = textsOf(entry);
  return subject([...names, nameInWords(entry.file)], headlines, [text]);
}

function textsOf(entry: Entry): { names: string[]; headlines: string[]; text: string } {
  if (entry.kind === 'broken') return { names: [entry.title, ...entry.also], headlines: [], text: '' };
  if (entry.kind === 'plain')
    return { names: [entry.title], headlines: headingsOf(entry.text), text: entry.text };
  const body = bodyOf(unix(entry.text));
  return {
    names: [entry.title, ...entry.also],
    headlines: headingsOf(body),
    text: body.replace(HEADING, ''),
  };
}

const HEADING = /^#{1,6} +(.+)$/gm;

function headingsOf(text: string): string[] {
  return [...text.matchAll(HEADING)].map((match) => match[1]!);
}

/** The words of a note: without its front matter, its fenced blocks and the marks of its lengths. */
function bodyOf(note: string): string {
  return note
    .replace(/^---$[\s\S]*?^---$/m, '')
    .replace(/^(```|~~~)[\s\S]*?^\1$/gm, '')
    .replace(/\{from=\d+\}/g, '');
}

function sameTitle(title: string): string {
  return wordsOf(title).join(' ');
}
