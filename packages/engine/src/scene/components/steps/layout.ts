/** Marks in order, with an arrow from each round to the next one in its row or column. */
import { centreOf } from '../../layout/box.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { layMarks } from '../marks.ts';
import type { Setting } from '../setting.ts';
import type { StepsData } from './schema.ts';

/** Room between an arrow's ends and the rounds, px. */
const CLEAR = 18;

export function layoutSteps(data: StepsData, setting: Setting): Element[] {
  const items = data.items.map((item, index) => ({
    ...item,
    part: `items.${index}`,
    edge: setting.theme.colors.surface_edge,
  }));
  const marks = layMarks(items, setting);
  const arrows = marks.rounds.flatMap((box, index) => {
    const before = marks.rounds[index - 1];
    return before && !marks.breaks[index] ? [arrow(index, before, box, setting)] : [];
  });
  return [...arrows, ...marks.elements];
}

function arrow(index: number, from: Box, to: Box, setting: Setting): PathElement {
  const a = centreOf(from);
  const b = centreOf(to);
  const wide = setting.shape === 'wide';
  const start = wide
    ? { x: from.x + from.width + CLEAR, y: a.y }
    : { x: a.x, y: from.y + from.height + CLEAR };
  const end = wide ? { x: to.x - CLEAR, y: b.y } : { x: b.x, y: to.y - CLEAR };
  return {
    kind: 'path',
    id: `arrow.${index}`,
    part: `items.${index}`,
    box: {
      x: start.x,
      y: start.y,
      width: Math.max(1, end.x - start.x),
      height: Math.max(1, end.y - start.y),
    },
    d: `M${start.x} ${start.y}L${end.x} ${end.y}`,
    stroke: setting.theme.colors.line,
    stroke_width: setting.theme.stroke + 1,
    head: { end: true, size: 22 },
  };
}
