import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

/** More nodes than this are no picture any more. */
const MOST_NODES = 24;

const leaf = z.strictObject({ text: label(32), icon, tone, say });
const twig = leaf.extend({ children: z.array(leaf).max(8).optional() });
const branch = leaf.extend({ children: z.array(twig).max(8).optional() });

export const treeSchema = z
  .strictObject({
    root: leaf
      .extend({ children: z.array(branch).min(1).max(8) })
      .describe('The whole, or the common origin'),
  })
  .superRefine((data, context) => {
    const count = countOf(data.root);
    if (count <= MOST_NODES) return;
    const message = `must have at most ${MOST_NODES} nodes in all, not ${count}`;
    context.addIssue({ code: 'custom', path: ['root', 'children'], message });
  })
  .describe('Nested nodes, at most three levels below the root');
export type TreeData = z.infer<typeof treeSchema>;

interface Nested {
  text: string;
  children?: Nested[] | undefined;
}

function countOf(node: Nested): number {
  return 1 + (node.children ?? []).reduce((sum, child) => sum + countOf(child), 0);
}
