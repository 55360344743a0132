/**
 * YAML inside a note, read so that every complaint can name the line in the author's file.
 * Used for the front matter and for show blocks.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ChalktalkError } from '../errors.ts';

export type Path = readonly PropertyKey[];

export interface YamlText {
  file: string;
  /** Plain data: maps, lists, strings, numbers, booleans, null. */
  data: unknown;
  /** The line in the file (from 1) of the part at `path`, or of its nearest part that is there. */
  lineOf(path: Path): number;
  /** What the author typed for the scalar at `path` ("1.50" rather than 1.5); undefined where there is none. */
  sourceOf(path: Path): string | undefined;
}

/** `notes/https.md line 14: unknown field "lable"; did you mean "label"?` */
export function badNote(file: string, line: number, message: string): ChalktalkError {
  return new ChalktalkError('bad_note', `${file} line ${line}: ${message}`);
}

/**
 * @param firstLine the line in the file (from 1) on which `text` begins
 * @throws ChalktalkError `bad_note` when it is not YAML
 */
export function readYaml(text: string, file: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, lines.linePos(offset).line);

  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw badNote(file, lineAt(fault.pos[0]), `not valid YAML: ${plainFault(fault.message)}`);

  const root = document.contents;
  const find = (path: Path): { node: Node | null; offset: number; whole: boolean } => {
    let node: Node | null = root;
    let offset = root?.range?.[0] ?? 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document) ?? null;
      if (isMap(node)) {
        const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key));
        if (!pair) return { node: null, offset, whole: false };
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value as Node | null;
      } else if (isSeq(node)) {
        const item = node.items[Number(key)] as Node | undefined;
        if (!item) return { node: null, offset, whole: false };
        offset = item.range?.[0] ?? offset;
        node = item;
      } else return { node: null, offset, whole: false };
    }
    return { node, offset, whole: true };
  };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    throw badNote(file, firstLine, `not valid YAML: ${plainFault((cause as Error).message)}`);
  }
  return {
    file,
    data,
    lineOf: (path) => lineAt(find(path).offset),
    sourceOf: (path) => {
      const { node, whole } = find(path);
      return whole && isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

function plainFault(message: string): string {
  const first = message
    .split('\n')[0]!
    .replace(/ at line \d+, column \d+:?$/, '')
    .trim();
  const hint = /Nested mappings|implicit|colon|Unexpected/i.test(first)
    ? '; put texts that contain ":" or "#" in double quotes'
    : '; correct it there';
  return first.replace(/[.:]$/, '') + hint;
}
