/**
 * Reads a note: Markdown that says what a film says and, where its author cares, what it shows.
 * The format is defined in docs/notes.md.
 */
import type { Code, Heading, List, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { hasFrontMatter, type NoteSource, readFrontMatter } from './front-matter.ts';
import { isMermaid, readMermaid } from './mermaid/index.ts';
import { headlineText, plainText } from './plain-text.ts';
import { splitSentences } from './sentences.ts';
import { readShow, type ShowBlock } from './show-block.ts';
import { badNote } from './yaml-text.ts';

export interface Note {
  /** As named by whoever read it; errors and sources quote it. */
  file: string;
  title: string;
  also: string[];
  sources: NoteSource[];
  /** In the order of the film; the first is the opening, the last the close. */
  parts: NotePart[];
}

export interface NotePart {
  /** May hold `*coloured words*`. */
  headline: string;
  /** Line of the heading in the file, from 1. */
  line: number;
  paragraphs: NoteParagraph[];
  show?: ShowBlock;
}

export interface NoteParagraph {
  /** Only in films of at least this many seconds, its heading's demand included; 0: in every film. */
  from: number;
  /** Line in the file, from 1. */
  line: number;
  /** At least one. */
  sentences: string[];
}

/** True when `text` is written in the notes' format, so that a task can be told from a note. */
export function looksLikeNote(text: string): boolean {
  const plain = unix(text);
  return (
    hasFrontMatter(plain) ||
    /^ {0,3}(`{3,}|~{3,})[ \t]*show[ \t]*$/m.test(plain) ||
    /^#{1,2} .*\{from=\d+\}\s*$/m.test(plain)
  );
}

/**
 * @param file what errors call the note, e.g. `notes/https.md`
 * @throws ChalktalkError `bad_note`: file, line, fault and fix in one sentence
 */
export function parseNote(markdown: string, file: string): Note {
  const text = unix(markdown);
  const head = readFrontMatter(text, file);
  // Blank lines stand in for the front matter, so that line numbers below it stay those of the file.
  const body = '\n'.repeat(head.lines) + text.split('\n').slice(head.lines).join('\n');
  const blocks = dropDocumentTitle(fromMarkdown(body).children);

  const drafts: Draft[] = [];
  for (const block of blocks) readBlock(block, drafts, head.title, body, file);
  if (drafts.length === 0)
    throw badNote(
      file,
      head.lines + 1,
      'the note has no text; write a heading and what the voice says below it',
    );
  const parts = drafts.map((draft) => finishPart(draft, file));
  for (const [name, part, draft] of [
    ['opening', parts[0]!, drafts[0]!],
    ['close', parts.at(-1)!, drafts.at(-1)!],
  ] as const) {
    if (draft.from > 0)
      throw badNote(
        file,
        draft.line,
        `the ${name} is in every film; remove {from=${draft.from}} from its heading`,
      );
    if (part.paragraphs.every((paragraph) => paragraph.from > 0)) {
      throw badNote(file, draft.line, `the ${name} is in every film; give it a paragraph without {from=…}`);
    }
  }
  return { file, title: head.title, also: head.also, sources: head.sources, parts };
}

interface Draft extends NotePart {
  from: number;
}

function readBlock(block: RootContent, drafts: Draft[], title: string, body: string, file: string): void {
  const line = block.position?.start.line ?? 1;
  if (block.type === 'heading') {
    drafts.push(readHeading(block, line, file));
    return;
  }
  if (block.type === 'thematicBreak' || block.type === 'definition') return;
  if (block.type === 'html' && /^<!--[\s\S]*-->$/.test(block.value.trim())) return;
  // Text above the first heading is a scene under the note's own title.
  if (drafts.length === 0) drafts.push({ headline: title, line, from: 0, paragraphs: [] });
  const draft = drafts.at(-1)!;
  switch (block.type) {
    case 'paragraph':
      pushParagraph(draft, block, line, file);
      return;
    case 'blockquote':
      for (const inner of block.children) readBlock(inner, drafts, title, body, file);
      return;
    case 'list':
      readList(draft, block, file);
      return;
    case 'code':
      readCode(draft, block, line, body, file);
      return;
    default:
      throw badNote(file, line, 'HTML is not spoken; write plain Markdown');
  }
}

function readHeading(heading: Heading, line: number, file: string): Draft {
  if (heading.depth > 2)
    throw badNote(file, line, 'a scene has a heading of one or two "#"; remove the others');
  const text = headlineText(heading, file);
  const { from, rest } = takeFrom(text, 'end', line, file);
  if (rest === '')
    throw badNote(file, line, 'the heading is empty; write the point of the scene in at most nine words');
  return { headline: rest, line, from, paragraphs: [] };
}

function pushParagraph(draft: Draft, paragraph: Paragraph, line: number, file: string, isItem = false): void {
  const text = plainText(paragraph, file);
  if (/^\s*\|.*\|\s*$/m.test(text)) {
    throw badNote(
      file,
      line,
      'a table is not spoken; say it in sentences, or show it with a component in a show block',
    );
  }
  const { from, rest } = takeFrom(text, 'start', line, file);
  const sentences = splitSentences(isItem && !/[.!?…:;]["”’)]*$/.test(rest) ? `${rest}.` : rest);
  if (sentences.length === 0) {
    if (from === 0) return;
    throw badNote(file, line, `{from=${from}} stands alone; write it before the words of its paragraph`);
  }
  draft.paragraphs.push({ from: Math.max(from, draft.from), line, sentences });
}

/** Every item is a paragraph of its own, so that each can be kept or left out. */
function readList(draft: Draft, list: List, file: string): void {
  for (const item of list.children) {
    for (const block of item.children) {
      const line = block.position?.start.line ?? 1;
      if (block.type === 'paragraph') pushParagraph(draft, block, line, file, true);
      else if (block.type === 'list') readList(draft, block, file);
      else throw badNote(file, line, 'a list item holds text only; move the rest out of the list');
    }
  }
}

function readCode(draft: Draft, code: Code, line: number, body: string, file: string): void {
  const drawn = isMermaid(code.lang);
  if (code.lang !== 'show' && !drawn) {
    throw badNote(
      file,
      line,
      'a code block is not spoken; show it with the component "code" in a show block',
    );
  }
  if (draft.show)
    throw badNote(file, line, 'a heading has at most one show block; give this one a heading of its own');
  const lastLine = body.split('\n')[(code.position?.end.line ?? line) - 1] ?? '';
  if (!/^\s*(`{3,}|~{3,})\s*$/.test(lastLine))
    throw badNote(file, line, 'the show block is not closed; end it with a line of three backticks');
  draft.show = drawn ? readMermaid(code.value, file, line) : readShow(code.value, file, line);
}

function finishPart({ from: _from, ...part }: Draft, file: string): NotePart {
  if (part.paragraphs.length === 0) {
    throw badNote(
      file,
      part.line,
      `nothing is said under "${part.headline}"; write what the voice says below the heading`,
    );
  }
  return part;
}

/** `# Title` directly above `## First scene` names the document, not a scene. */
function dropDocumentTitle(blocks: RootContent[]): RootContent[] {
  const [first, second] = blocks;
  const isTitle =
    first?.type === 'heading' && first.depth === 1 && second?.type === 'heading' && second.depth === 2;
  return isTitle ? blocks.slice(1) : blocks;
}

/** Takes `{from=60}` off the start or the end of `text`. */
function takeFrom(
  text: string,
  where: 'start' | 'end',
  line: number,
  file: string,
): { from: number; rest: string } {
  const mark = (where === 'start' ? /^\s*\{([^{}]*)\}/ : /\{([^{}]*)\}\s*$/).exec(text);
  if (!mark) {
    const misplaced = /\{\s*from\s*=[^{}]*\}/i.exec(text)?.[0];
    if (misplaced === undefined) return { from: 0, rest: text.trim() };
    throw badNote(
      file,
      line,
      `${misplaced} belongs ${where === 'start' ? 'before the first word of a paragraph' : 'at the end of a heading'}; move it there`,
    );
  }
  const seconds = /^\s*from\s*=\s*(\d+)\s*s?\s*$/i.exec(mark[1]!)?.[1];
  if (seconds === undefined || Number(seconds) > 300) {
    throw badNote(
      file,
      line,
      `"${mark[0].trim()}" is not understood; write {from=60}, with the film's seconds (up to 300)`,
    );
  }
  return { from: Number(seconds), rest: text.replace(mark[0], '').trim() };
}

/** Lines end with one character. */
export function unix(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
