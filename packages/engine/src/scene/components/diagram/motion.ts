/** A node pops as it is named, the lines to it draw themselves; what has been named rests in the settled colour. */
import { draw, fade, float, flow, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { DiagramData } from './schema.ts';

export function moveDiagram(data: DiagramData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  const cueOf = (id: string) => setting.cue(`nodes.${data.nodes.findIndex((node) => node.id === id)}`);
  const order = data.nodes.map((_, index) => setting.cue(`nodes.${index}`)).sort((a, b) => a - b);
  data.nodes.forEach((node, index) => {
    const at = setting.cue(`nodes.${index}`);
    const next = order.find((one) => one > at + 0.01) ?? duration;
    pop(timeline, [`node.${index}`], at);
    rise(timeline, [`label.${index}`], at + 0.06, 16);
    timeline.to(`round.${index}`, { stroke: theme.colors.accent }, { at, over: 0.2 });
    if (next < duration) {
      const rest = node.tone && node.tone !== 'neutral' ? setting.tone(node.tone) : theme.colors.line;
      timeline.to(`round.${index}`, { stroke: rest }, { at: next, over: 0.4 });
    }
    // What comes in runs along its line; who nothing leads to hovers.
    const leads = data.edges.some(
      (edge, line) => edge.to === node.id && cueOf(edge.from) < at && placed.has(`spark.edge.${line}`),
    );
    if (!leads) float(timeline, `node.${index}`, at + 0.7, Math.max(next, at + 0.7), 6);
  });
  data.edges.forEach((edge, index) => {
    const id = `edge.${index}`;
    if (!placed.has(id)) return;
    const ends = Math.max(cueOf(edge.from), cueOf(edge.to));
    const at = edge.say === undefined ? ends + 0.12 : setting.cue(`edges.${index}`);
    draw(timeline, [id], at, 0.5);
    const next = order.find((one) => one > at + 0.01) ?? duration;
    flow(timeline, `spark.${id}`, id, at + 0.9, next);
    if (edge.say !== undefined) {
      timeline.set(id, { stroke: theme.colors.accent });
      timeline.to(id, { stroke: theme.colors.line }, { at: Math.min(at + 1.6, duration), over: 0.5 });
    }
    if (placed.has(`edge.label.${index}`)) fade(timeline, [`edge.label.${index}`], at + 0.25);
  });
}
