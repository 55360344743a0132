/**
 * Tidy trees: every node centred above its children, subtrees pushed together until their outlines nearly touch,
 * level by level (after Reingold and Tilford).
 */

export interface Branching {
  children: number[];
}

interface Outline {
  /** Centres relative to the subtree's own root, by node. */
  centres: Map<number, number>;
  /** Left and right edges by level below the subtree's root. */
  left: number[];
  right: number[];
}

/** Centres of all nodes across the tree, px, the leftmost edge at 0. Node 0 is the root. */
export function tidy(nodes: Branching[], widths: number[], gap: number): number[] {
  const whole = outlineOf(0, nodes, widths, gap);
  const start = Math.min(...whole.left);
  return nodes.map((_, index) => whole.centres.get(index)! - start);
}

function outlineOf(index: number, nodes: Branching[], widths: number[], gap: number): Outline {
  const half = widths[index]! / 2;
  const children = nodes[index]!.children.map((child) => outlineOf(child, nodes, widths, gap));
  const shifts: number[] = [];
  const right: number[] = [];
  const left: number[] = [];
  for (const child of children) {
    const shift = shifts.length
      ? Math.max(...child.left.map((edge, level) => (right[level] ?? Number.NEGATIVE_INFINITY) + gap - edge))
      : 0;
    shifts.push(shift);
    child.right.forEach((edge, level) => {
      right[level] = Math.max(right[level] ?? Number.NEGATIVE_INFINITY, edge + shift);
    });
    child.left.forEach((edge, level) => {
      left[level] = Math.min(left[level] ?? Number.POSITIVE_INFINITY, edge + shift);
    });
  }
  const middle = children.length ? (shifts[0]! + shifts.at(-1)!) / 2 : 0;
  const centres = new Map([[index, 0]]);
  children.forEach((child, at) => {
    for (const [node, centre] of child.centres) centres.set(node, centre + shifts[at]! - middle);
  });
  return {
    centres,
    left: [-half, ...left.map((edge) => edge - middle)],
    right: [half, ...right.map((edge) => edge - middle)],
  };
}
