/**
 * The head of a note: its title, its other names and the sources a reader can check it against.
 */
import { badNote, readYaml, type YamlText } from './yaml-text.ts';

export interface FrontMatter {
  title: string;
  /** Other names and phrases people use for the subject. */
  also: string[];
  sources: NoteSource[];
  /** Lines of the file (from 1) it takes, fences included. */
  lines: number;
}

export interface NoteSource {
  title: string;
  url?: string;
  licence?: string;
}

const KEYS = ['title', 'also', 'sources'];
const FENCED = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const EXAMPLE = '"---", "title: …", "sources: [\\"…\\"]", "---"';

/** True when `text` begins with a fenced block that names a title. */
export function hasFrontMatter(text: string): boolean {
  return /^title[ \t]*:/m.test(FENCED.exec(text)?.[1] ?? '');
}

/** @throws ChalktalkError `bad_note`, naming the line */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const match = FENCED.exec(text);
  if (!match) throw badNote(file, 1, `the note has no front matter; begin it with the lines ${EXAMPLE}`);
  const yaml = readYaml(match[1]!, file, 2);
  const data = yaml.data;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw badNote(file, 2, `the front matter must name title and sources; write ${EXAMPLE}`);
  }
  const unknown = Object.keys(data).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw badNote(file, yaml.lineOf([unknown]), `unknown field "${unknown}"; use ${KEYS.join(', ')}`);
  }
  const head = data as Record<string, unknown>;
  return {
    title: textAt(
      yaml,
      ['title'],
      head.title,
      'title must be a text; write "title: How HTTPS keeps a secret"',
    ),
    also: names(yaml, head.also),
    sources: sources(yaml, head.sources),
    lines: match[0].split('\n').length - 1,
  };
}

/** A text of at least one character; numbers and booleans count as the author typed them. */
function textAt(yaml: YamlText, path: (string | number)[], value: unknown, complaint: string): string {
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  const text = (isScalar ? (yaml.sourceOf(path) ?? String(value)) : value) as unknown;
  if (typeof text !== 'string' || text.trim() === '') throw badNote(yaml.file, yaml.lineOf(path), complaint);
  return text.replace(/\s+/g, ' ').trim();
}

function names(yaml: YamlText, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const complaint = 'also must be a list of names; write "also: [https, tls]"';
  if (!Array.isArray(value)) throw badNote(yaml.file, yaml.lineOf(['also']), complaint);
  return value.map((name, index) => textAt(yaml, ['also', index], name, complaint));
}

function sources(yaml: YamlText, value: unknown): NoteSource[] {
  const complaint =
    'sources must list at least one text, or { title, url }; write "sources: [\\"RFC 8446\\"]"';
  if (!Array.isArray(value) || value.length === 0)
    throw badNote(yaml.file, yaml.lineOf(['sources']), complaint);
  return value.map((source, index) => {
    const path = ['sources', index];
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      return { title: textAt(yaml, path, source, complaint) };
    }
    const fields = source as Record<string, unknown>;
    const unknown = Object.keys(fields).find((key) => !['title', 'url', 'licence'].includes(key));
    if (unknown !== undefined) {
      const line = yaml.lineOf([...path, unknown]);
      const fix = 'a source has title, url and licence; put a source that contains ":" in double quotes';
      throw badNote(yaml.file, line, `unknown field "${unknown}"; ${fix}`);
    }
    const found: NoteSource = { title: textAt(yaml, [...path, 'title'], fields.title, complaint) };
    if (fields.url !== undefined) {
      const fix = 'url must be an address such as https://www.rfc-editor.org/rfc/rfc9110';
      found.url = textAt(yaml, [...path, 'url'], fields.url, fix);
      if (!/^https?:\/\/\S+$/.test(found.url)) throw badNote(yaml.file, yaml.lineOf([...path, 'url']), fix);
    }
    if (fields.licence !== undefined) {
      found.licence = textAt(yaml, [...path, 'licence'], fields.licence, 'licence must be a text');
    }
    return found;
  });
}
