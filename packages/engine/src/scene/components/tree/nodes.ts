/** The nested nodes as a list, each knowing its place in the hierarchy. */
import type { Tone } from '../fields.ts';
import type { TreeData } from './schema.ts';

export interface Node {
  /** Path within the data. */
  path: string;
  text: string;
  icon: string | undefined;
  tone: Tone | undefined;
  say: string | undefined;
  /** 0 for the root. */
  depth: number;
  /** Index in the list; undefined for the root. */
  parent: number | undefined;
  /** Indexes in the list. */
  children: number[];
  /** Which child of the root it belongs to; −1 for the root. */
  branch: number;
}

interface Nested {
  text: string;
  icon?: string | undefined;
  tone?: Tone | undefined;
  say?: string | undefined;
  children?: Nested[] | undefined;
}

/** In the order in which one reads: a node, then all below its first child, and so on. */
export function nodesOf(data: TreeData): Node[] {
  const nodes: Node[] = [];
  const visit = (nested: Nested, path: string, depth: number, parent: number | undefined, branch: number) => {
    const index = nodes.length;
    const { text, icon, tone, say } = nested;
    nodes.push({ path, text, icon, tone, say, depth, parent, children: [], branch });
    if (parent !== undefined) nodes[parent]!.children.push(index);
    nested.children?.forEach((child, at) => {
      visit(child, `${path}.children.${at}`, depth + 1, index, depth === 0 ? at : branch);
    });
  };
  visit(data.root, 'root', 0, undefined, -1);
  return nodes;
}
