/** Tree: a whole and its parts, or an origin and what came of it, growing branch by branch. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutTree } from './layout.ts';
import { moveTree } from './motion.ts';
import { nodesOf } from './nodes.ts';
import { type TreeData, treeSchema } from './schema.ts';

export const tree = defineComponent({
  name: 'tree',
  purpose: 'A hierarchy: what belongs to what, or comes from what, up to three levels below the root.',
  schema: treeSchema,
  headline: 'above',
  parts: (data) => nodesOf(data).map(({ path, text, say }) => ({ path, label: text, say })),
  layout: layoutTree,
  motion: moveTree,
  split: splitTree,
  example,
});

/** The same root, with the first half of its branches and with the others; a single branch divides below. */
function splitTree({ root }: TreeData): [TreeData, TreeData] | undefined {
  const [first, ...others] = root.children;
  if (others.length > 0) {
    const half = Math.ceil(root.children.length / 2);
    return [
      { root: { ...root, children: root.children.slice(0, half) } },
      { root: { ...root, children: root.children.slice(half) } },
    ];
  }
  const below = first!.children ?? [];
  if (below.length < 2) return undefined;
  const half = Math.ceil(below.length / 2);
  const piece = (children: typeof below): TreeData => ({
    root: { ...root, children: [{ ...first!, children }] },
  });
  return [piece(below.slice(0, half)), piece(below.slice(half))];
}
