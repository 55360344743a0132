/**
 * Pasted text as blocks: headings, paragraphs, lists, tables, code and formulas. Markdown goes through mdast;
 * habits of plain text (bullets of any shape, "Step 1:", short lines) are made Markdown first.
 */
import type { List, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isMermaid, readMermaid } from '../mermaid/index.ts';
import type { ShowBlock } from '../show-block.ts';
import { isEquation, speakable } from './inline.ts';
import { capital } from './language/clauses.ts';
import { sentencesOf } from './language/sentences.ts';
import { countWords } from './language/words.ts';
import { liftFormulas, restored } from './lifted-formulas.ts';
import { texOfEquation } from './structure/formula.ts';
import { isRule, isTableLine, tableOf } from './table.ts';

export type Block =
  | { kind: 'heading'; depth: number; text: string }
  /** `bare`: one line without an end mark, such as a note or a heading in plain text. */
  | { kind: 'paragraph'; sentences: string[]; bare?: boolean }
  | { kind: 'list'; ordered: boolean; items: Item[] }
  | { kind: 'table'; header: string[]; rows: string[][] }
  | { kind: 'code'; language: string; source: string }
  | { kind: 'drawing'; show: ShowBlock }
  | { kind: 'formula'; tex: string };

export interface Item {
  text: string;
  children: string[];
}

/** Deepest quote or list that is read as such; deeper marks are flattened. */
const DEEPEST = 6;
const MOST_ITEMS = 24;

/** Blocks in reading order. Work is bounded: linear passes, and nesting is flattened before it is parsed. */
export function blocksOf(text: string): Block[] {
  const { prose, formulas } = liftFormulas(normalised(text));
  return merged(
    tableSegments(prose).flatMap((segment): Block[] => {
      if (segment.kind === 'table') return [tableOf(segment.lines.map((line) => restored(line, formulas)))];
      const tree = fromMarkdown(segment.lines.join('\n'), {
        extensions: [
          {
            disable: {
              null: [
                'codeIndented',
                'htmlFlow',
                'htmlText',
                'definition',
                'setextUnderline',
                'thematicBreak',
              ],
            },
          },
        ],
      });
      return tree.children.flatMap((node) => blockOf(node, formulas));
    }),
  );
}

/** One kind of line end, bullet and numbering; quote marks of e-mails and rules dropped. Code fences stay as they are. */
function normalised(text: string): string {
  let fenced = false;
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => {
      if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced;
      if (fenced) return line;
      const flat = line
        .replace(/\t/g, '  ')
        .replace(/^(?:\s*>){1,}\s?/, '')
        .replace(/^(?:\s*[-*+]\s){2,}/, '- ');
      if (/^\s*([-*_=]\s*){3,}$/.test(flat)) return '';
      return flat
        .replace(new RegExp(`^\\s{${DEEPEST * 2},}`), ' '.repeat(DEEPEST * 2))
        .replace(/^(\s*)(?:[•·◦▪‣●○*+]|[–—](?=\s))\s+/, '$1- ')
        .replace(
          /^(\s*)(?:\(?(\d{1,2})[).](?=\s)|step\s+(\d{1,2})\s*[:.)–-])\s*/i,
          (_, indent, a, b) => `${indent}${a ?? b}. `,
        )
        .replace(/^(\s*)\(?([a-h])\)\s+/, '$1- ')
        .replace(/^#{1,6}(?=[^\s#])/, (marks) => `${marks} `);
    });
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

type Segment = { kind: 'text' | 'table'; lines: string[] };

function tableSegments(text: string): Segment[] {
  const lines = text.split('\n');
  const segments: Segment[] = [];
  let fenced = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as string;
    if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced;
    if (!fenced && isTableLine(line) && (isRule(lines[at + 1] ?? '') || isTableLine(lines[at + 1] ?? ''))) {
      const table: string[] = [];
      while (at < lines.length && (isTableLine(lines[at] as string) || isRule(lines[at] as string)))
        table.push(lines[at++] as string);
      segments.push({ kind: 'table', lines: table });
      continue;
    }
    const open = segments.at(-1);
    if (open?.kind === 'text') open.lines.push(line);
    else segments.push({ kind: 'text', lines: [line] });
    at += 1;
  }
  return segments;
}

function blockOf(node: RootContent, formulas: string[]): Block[] {
  switch (node.type) {
    case 'heading': {
      const text = speakable(restored(plain(node), formulas))
        .replace(/[.:]$/, '')
        .replace(/^\d+(\.\d+)*[.)]?\s+(?=\p{L})/u, '');
      return text ? [{ kind: 'heading', depth: node.depth, text }] : [];
    }
    case 'paragraph':
      return paragraph(node, formulas);
    case 'list':
      return [{ kind: 'list', ordered: node.ordered === true, items: itemsOf(node, formulas) }];
    case 'code':
      if (isMermaid(node.lang))
        return [{ kind: 'drawing', show: readMermaid(node.value, 'the Mermaid block in the text,', 0) }];
      return node.value.trim()
        ? [
            {
              kind: 'code',
              language: node.lang?.toLowerCase() ?? 'text',
              source: node.value.replace(/\s+$/, ''),
            },
          ]
        : [];
    case 'blockquote':
      return node.children.flatMap((child) => blockOf(child, formulas));
    default:
      return [];
  }
}

function paragraph(node: RootContent & { type: 'paragraph' }, formulas: string[]): Block[] {
  const text = plain(node).trim();
  const lone = /^\uE000(\d+)\uE001[.,]?$/.exec(text);
  if (lone) return [{ kind: 'formula', tex: (formulas[Number(lone[1])] ?? '').replace(/[.,]$/, '') }];
  const only = node.children.length === 1 ? node.children[0] : undefined;
  if (only?.type === 'strong' && countWords(text) <= 9 && !/[.!?]$/.test(text)) {
    return [{ kind: 'heading', depth: 3, text: speakable(text).replace(/:$/, '') }];
  }
  return lineGroups(text).flatMap((group): Block[] => {
    const line = restored(group, formulas);
    if (isEquation(line)) return [{ kind: 'formula', tex: texOfEquation(line) }];
    if (isFormulaLine(line)) return [{ kind: 'formula', tex: line.replace(/[.,]$/, '') }];
    const sentences = sentencesOf(speakable(line)).map(keepLeadIn(line));
    const bare = sentences.length === 1 && countWords(line) <= 20 && !/[.!?:…]["'”’)]*$/.test(line.trim());
    return sentences.length > 0
      ? [bare ? { kind: 'paragraph', sentences, bare } : { kind: 'paragraph', sentences }]
      : [];
  });
}

/** A paragraph that ends in a colon leads into what follows; the colon says so. */
const keepLeadIn = (line: string) => (sentence: string, index: number, all: string[]) =>
  index === all.length - 1 && /:\s*$/.test(line) ? `${sentence.replace(/\.$/, '')}:` : sentence;

/** Hard-wrapped prose is one group; short lines that each stand for themselves are a group each. */
function lineGroups(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2) return [text];
  const apart = lines.every(
    (line, index) => index === lines.length - 1 || /[.!?:]$/.test(line) || line.length < 56,
  );
  const capitals = lines.slice(1).filter((line) => /^[\p{Lu}\p{N}"“€$£]/u.test(line)).length;
  if (apart && capitals === lines.length - 1 && lines.some((line) => !/[.!?]$/.test(line))) return lines;
  const groups: string[] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (
      previous === undefined ||
      /:$/.test(previous) ||
      isFormulaLine(line) ||
      isFormulaLine(previous) ||
      isGreeting(previous)
    )
      groups.push(line);
    else groups[groups.length - 1] += ` ${line}`;
  }
  return groups;
}

const isGreeting = (line: string): boolean => /^(hi|hello|hey|dear)\b.{0,40},$/i.test(line);

/** "E = mc^2" on a line of its own. */
export function isFormulaLine(line: string): boolean {
  const text = line.trim().replace(/[.,]$/, '');
  if (text.length > 80 || !/^[^=]+=[^=]+$/.test(text) || /["'`;{}]|\b(const|let|var|return)\b/.test(text))
    return false;
  const words = text.match(/[A-Za-z]{4,}/g) ?? [];
  return (
    !words.some(
      (word) =>
        !/^(sqrt|frac|alpha|beta|gamma|delta|theta|lambda|omega|sigma|Delta|Omega|times|cdot)$/.test(word),
    ) &&
    /[a-zA-Z]/.test(text) &&
    /^[\p{L}\p{N}\s=+\-−*/^_().,·×÷²³√π∆Δλ\\{}]+$/u.test(text) &&
    countWords(text) <= 14
  );
}

function itemsOf(list: List, formulas: string[]): Item[] {
  return list.children.flatMap((item): Item[] => {
    const own = item.children
      .filter((child) => child.type === 'paragraph')
      .map((child) => restored(plain(child), formulas).replace(/\n/g, ' '));
    const children = item.children.flatMap((child) =>
      child.type === 'list' ? itemsOf(child, formulas).map((one) => one.text) : [],
    );
    const text = speakable(own.join(' ').replace(/^\[[ xX]\]\s*/, '')).replace(/[,;]$/, '');
    return text || children.length > 0 ? [{ text, children }] : [];
  });
}

/** The words of a node, as they are read aloud. */
function plain(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'html':
    case 'footnoteReference':
      return '';
    default:
      return 'children' in node ? node.children.map((child) => plain(child as Nodes)).join('') : '';
  }
}

/** Lists that a blank line parted are one; a lone bare line before content is a heading, several are a list. */
function merged(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const previous = out.at(-1);
    const next = blocks[index + 1];
    const line = block.kind === 'paragraph' && block.bare ? (block.sentences[0] as string) : undefined;
    if (line !== undefined) {
      const alone = !isBare(blocks[index - 1]) && !isBare(next);
      const heads = alone
        ? countWords(line) <= 8
        : countWords(line) <= 5 &&
          !line.includes(':') &&
          (index === 0 || (!isBare(next) && !/\d/.test(line)));
      if (heads && next && next.kind !== 'heading' && looksLikeHeading(line, index === 0)) {
        out.push({ kind: 'heading', depth: index === 0 ? 1 : 3, text: capital(line.replace(/[.:]$/, '')) });
        continue;
      }
      if (!alone) {
        const item = { text: line.replace(/\.$/, ''), children: [] };
        if (previous?.kind === 'list' && isBare(blocks[index - 1])) previous.items.push(item);
        else out.push({ kind: 'list', ordered: false, items: [item] });
        continue;
      }
    }
    if (block.kind === 'list' && previous?.kind === 'list' && block.ordered === previous.ordered)
      previous.items.push(...block.items);
    else out.push(block);
  }
  return out.map((block) =>
    block.kind === 'list' ? { ...block, items: block.items.slice(0, MOST_ITEMS) } : block,
  );
}

const isBare = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.bare === true;

const looksLikeHeading = (line: string, isFirst: boolean): boolean =>
  (isFirst || /^[\p{Lu}\p{N}]/u.test(line)) && !/[,;]/.test(line);
