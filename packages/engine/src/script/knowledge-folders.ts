/**
 * Reads folders of notes: those that come with Chalktalk and those a user adds.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChalktalkError } from '../errors.ts';
import { readFrontMatter } from './front-matter.ts';
import { looksLikeNote, parseNote, unix } from './note.ts';

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
  /** The file as it is; what is filmed is read from it. */
  text: string;
  /** Other names of its subject. */
  also: string[];
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

/**
 * Every Markdown file in the folders and below them; `README.md`, hidden folders and `node_modules` are passed over.
 * @param userFolders folders the user added; errors name their files as the user did
 * @throws ChalktalkError `bad_brief` when a folder cannot be read
 */
export async function readFolders(userFolders: readonly string[], shipped: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { folder, isUsers } of foldersOf(userFolders, shipped)) {
    for (const name of await markdownIn(folder, isUsers))
      entries.push(await readEntry(folder, name, isUsers));
  }
  return entries;
}

/**
 * What a script can be drawn from besides the brief: a hash of every note in reach, by file. A stored script is
 * still good as long as this is the same.
 * @throws ChalktalkError `bad_brief` when a folder cannot be read
 */
export async function materialOf(
  options: { knowledgeDirs?: readonly string[]; note?: { text: string; file: string } },
  shipped = SHIPPED_KNOWLEDGE,
): Promise<Record<string, string>> {
  const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
  if (options.note) return { [options.note.file]: hash(options.note.text) };
  const material: Record<string, string> = {};
  for (const { folder, isUsers } of foldersOf(options.knowledgeDirs ?? [], shipped)) {
    for (const name of await markdownIn(folder, isUsers)) {
      const file = path.join(folder, name);
      material[isUsers ? file : name] = await readFile(file).then(hash, () => 'unreadable');
    }
  }
  return material;
}

function foldersOf(userFolders: readonly string[], shipped: string): { folder: string; isUsers: boolean }[] {
  return [{ folder: shipped, isUsers: false }, ...userFolders.map((folder) => ({ folder, isUsers: true }))];
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
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter(
        (one) => !one.isDirectory() && /\.(?:md|markdown)$/i.test(one.name) && !/^readme\./i.test(one.name),
      )
      .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
      .filter((name) => !/(?:^|[\\/])(?:node_modules|\.[^\\/]+)[\\/]/.test(name))
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
    // A user's notes are read whole, to report their faults. Tests hold the shipped ones to be sound, and to read
    // them all would take longer than the rest of the script.
    const { title, also } = isUsers ? parseNote(text, file) : readFrontMatter(unix(text), file);
    return { kind: 'note', file, isUsers, text, title, also };
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
    return readFrontMatter(unix(text), file);
  } catch {
    return null;
  }
}

function plainTitle(text: string, name: string): string {
  return /^#{1,2} +(.+?)[ \t]*#*\r?$/m.exec(text)?.[1] ?? nameInWords(name);
}

/** `bee-waggle_dance.md` → `bee waggle dance` */
export function nameInWords(file: string): string {
  return path
    .basename(file)
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ');
}
