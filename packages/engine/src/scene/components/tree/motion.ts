/** The tree grows: on a node's word the line to it draws itself and the node swells at its end; the present one stands out. */
import { draw, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { edgeOf } from './layout.ts';
import { nodesOf } from './nodes.ts';
import type { TreeData } from './schema.ts';

/** px. */
const NOD = 12;

export function moveTree(data: TreeData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  const nodes = nodesOf(data);
  const spoken = nodes.map((node) => setting.cue(node.path));
  // A node cannot hang in the air: it comes no later than what grows from it.
  const enters = [...spoken];
  for (let index = nodes.length - 1; index > 0; index -= 1) {
    const parent = nodes[index]!.parent!;
    enters[parent] = Math.min(enters[parent]!, enters[index]!);
  }
  nodes.forEach((node, index) => {
    const at = enters[index]!;
    const now = spoken[index]!;
    const next = Math.min(...spoken.filter((one) => one > now + 0.01), duration);
    if (placed.has(`line.${index}`)) draw(timeline, [`line.${index}`], at, 0.4);
    pop(timeline, [`node.${index}`], at + (index > 0 && at < now ? 0.1 : 0));
    if (node.icon) rise(timeline, [`text.${index}`], at + 0.08, 14);
    if (now > at + 0.01) {
      timeline.to(`node.${index}`, { y: -NOD }, { at: now, over: 0.18 });
      timeline.to(`node.${index}`, { y: 0 }, { at: now + 0.18, over: 0.35, ease: 'in_out' });
    }
    timeline.to(`body.${index}`, { stroke: theme.colors.accent }, { at: now, over: 0.2 });
    if (next < duration) {
      timeline.to(`body.${index}`, { stroke: edgeOf(node, setting) }, { at: next, over: 0.4 });
      if (node.icon) timeline.to(`text.${index}`, { color: theme.colors.soft }, { at: next, over: 0.4 });
    }
    float(timeline, `node.${index}`, now + 0.8, next, 6);
  });
}
