/** `flowchart LR`: nodes in any of Mermaid's shapes, joined by links with or without words, as a diagram. */
import { type Drawing, type Fail, isWithoutEffect, plainLabel, type Statement } from './source.ts';

/** Far more than any picture holds; `A & B & … --> C & D & …` writes thousands on a line. */
const MOST_LINKS = 200;
/** Longer words than this mean no picture. */
const LONGEST_MEANING = 60;
/** Openings of shapes with what closes them, the longest first. */
const SHAPES: [string, string[]][] = [
  ['(((', [')))']],
  ['([', ['])']],
  ['((', ['))']],
  ['[[', [']]']],
  ['[(', [')]']],
  ['[/', ['/]', '\\]']],
  ['[\\', ['\\]', '/]']],
  ['{{', ['}}']],
  ['[', [']']],
  ['(', [')']],
  ['{', ['}']],
  ['>', [']']],
];
const ID = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>]))*/uy;
/** A link without words, or with them between bars; also `o--o`, `<-->`, `e1@-->`. */
const LINK = /(?:\w+@)?(?:[<ox](?=[-=]))?(?:-{2,}[->xo]?|={2,}[=>xo]?|-\.+-[>xo]?|~{3,})/y;
/** The first half of a link with words in it: `-- words -->`. */
const OPEN_LINK = /(?:[<ox](?=[-=]))?(--|==|-\.)\s+/y;
const CLOSE_LINK: Record<string, RegExp> = {
  '--': /\s*-{2,}[->xo]?/g,
  '==': /\s*={2,}[=>xo]?/g,
  '-.': /\s*\.+-[>xo]?/g,
};

interface Node {
  id: string;
  label: string;
  icon?: string;
}

interface Link {
  words: string | undefined;
  dashed: boolean;
  hidden: boolean;
}

export function readFlowchart([head, ...statements]: Statement[], fail: Fail): Drawing {
  const direction = /\b(TB|TD|BT)\b/.test(head!.text) ? 'down' : 'right';
  const lines = new Map<string, number>();
  const nodes: Node[] = [];
  const edges: { from: string; to: string; label?: string; dashed?: true }[] = [];

  const name = (id: string, label: string | undefined, line: number): void => {
    const known = nodes.find((node) => node.id === id);
    if (known) {
      if (label) Object.assign(known, named(label));
      return;
    }
    lines.set(`nodes.${nodes.length}`, line);
    nodes.push({ id, ...named(label || id) });
  };

  for (const statement of statements) {
    if (isWithoutEffect(statement) || /^(?:subgraph\b|end$)/.test(statement.text)) continue;
    for (const text of parts(statement.text)) {
      const scanner = new Scanner(text, statement.line, fail);
      let before = scanner.group(name);
      while (!scanner.ended) {
        const link = scanner.link();
        const next = scanner.group(name);
        for (const from of link.hidden ? [] : before) {
          for (const to of next) {
            if (edges.length === MOST_LINKS)
              throw fail(statement.line, `the chart has more than ${MOST_LINKS} links; draw fewer`);
            lines.set(`edges.${edges.length}`, statement.line);
            edges.push({
              from,
              to,
              ...(link.words ? { label: link.words } : {}),
              ...(link.dashed ? { dashed: true } : {}),
            });
          }
        }
        before = next;
      }
    }
  }
  // The words are shown, the ids are not: long ones become short.
  const short = new Map(nodes.map(({ id }, index) => [id, id.length <= 24 ? id : `n${index + 1}`]));
  const data = {
    direction,
    nodes: nodes.map((node) => ({ ...node, id: short.get(node.id) })),
    edges: edges.map((edge) => ({ ...edge, from: short.get(edge.from), to: short.get(edge.to) })),
  };
  return { component: 'diagram', data, lines };
}

/** A picture is sought by the words; where none is found the diagram shows their first letter. */
function named(label: string): { label: string; icon?: string } {
  return { label, ...(label.length <= LONGEST_MEANING ? { icon: label } : {}) };
}

/** Statements on one line are parted by semicolons, which may also stand in quoted words and entities. */
function parts(text: string): string[] {
  return (text.match(/(?:"[^"]*"|[#&]\w{1,8};|[^;"]|")+/g) ?? []).map((part) => part.trim()).filter(Boolean);
}

class Scanner {
  #at = 0;
  constructor(
    readonly text: string,
    readonly line: number,
    readonly fail: Fail,
  ) {}

  get ended(): boolean {
    this.#skip();
    return this.#at >= this.text.length;
  }

  /** `A[words] & B`: the ids of one side of a link. */
  group(name: (id: string, label: string | undefined, line: number) => void): string[] {
    const ids = [this.#node(name)];
    while (this.#take(/\s*&\s*/y)) ids.push(this.#node(name));
    return ids;
  }

  link(): Link {
    this.#skip();
    const opening = this.#take(OPEN_LINK);
    if (opening) {
      const kind = opening[1]!;
      const close = CLOSE_LINK[kind]!;
      close.lastIndex = this.#at;
      const end = close.exec(this.text);
      if (!end) throw this.#unknown();
      const words = plainLabel(this.text.slice(this.#at, end.index));
      this.#at = end.index + end[0].length;
      return { words, dashed: kind === '-.', hidden: false };
    }
    const link = this.#take(LINK);
    if (!link) throw this.#unknown();
    const words = this.#take(/\s*\|([^|]*)\|/y)?.[1];
    return {
      words: words === undefined ? undefined : plainLabel(words),
      dashed: link[0].includes('.'),
      hidden: link[0].includes('~'),
    };
  }

  #node(name: (id: string, label: string | undefined, line: number) => void): string {
    this.#skip();
    const id = this.#take(ID)?.[0];
    if (id === undefined) throw this.#unknown();
    const label = this.#label();
    this.#take(/:::[\w-]+/y);
    name(id, label, this.line);
    return id;
  }

  #label(): string | undefined {
    const described = this.#take(/@\{([^{}]*)\}/y);
    if (described) {
      const label = /\blabel\s*:\s*(?:"([^"]*)"|([^,]*))/.exec(described[1]!);
      return label ? plainLabel(label[1] ?? label[2] ?? '') : undefined;
    }
    const shape = SHAPES.find(([open]) => this.text.startsWith(open, this.#at));
    if (!shape) return undefined;
    const [open, closes] = shape;
    const start = this.#at + open.length;
    // Quoted words may hold what would close the shape.
    const quoted = /\s*"[^"]*"\s*/y;
    quoted.lastIndex = start;
    const from = quoted.exec(this.text) ? quoted.lastIndex : start;
    const ends = closes
      .map((close) => ({ close, at: this.text.indexOf(close, from) }))
      .filter(({ at }) => at >= 0);
    const end = ends.sort((a, b) => a.at - b.at)[0];
    if (!end)
      throw this.fail(
        this.line,
        `"${this.text.slice(this.#at)}" is not closed; end the node with "${closes[0]}"`,
      );
    this.#at = end.at + end.close.length;
    return plainLabel(this.text.slice(start, end.at));
  }

  #skip(): void {
    this.#take(/\s+/y);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #unknown(): Error {
    const rest = this.text.slice(this.#at) || this.text;
    return this.fail(
      this.line,
      `"${rest}" is not understood; write nodes and links, such as A[Words] -->|words| B`,
    );
  }
}
