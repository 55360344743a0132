/** Axes: the room a chart keeps for its ticks, light lines across it, and what is written beside them. */
import type { TextBlock } from '../layout/text.ts';
import type { Box, Element } from '../scene.ts';
import type { Setting } from './setting.ts';

export interface Tick {
  /** Where it is on its axis, px of the frame. */
  at: number;
  text: string;
}

/** Between a tick's words and the chart, px. */
const AWAY = 18;

export function tickBlock(text: string, setting: Setting): TextBlock {
  return setting.fit(text, { size: setting.type.least + 4, max_width: 400, max_lines: 1 });
}

/** Width to keep at the left for words on the y axis, px. */
export function roomFor(texts: string[], setting: Setting): number {
  return Math.max(0, ...texts.map((text) => tickBlock(text, setting).width)) + AWAY;
}

/** Height to keep below for words on the x axis, px. */
export function roomBelow(setting: Setting): number {
  return (setting.type.least + 4) * 1.2 + AWAY;
}

/** Light lines across the chart with their words left of it; ids `grid.N` and `y.N`. */
export function yAxis(ticks: Tick[], box: Box, setting: Setting): Element[] {
  const { colors } = setting.theme;
  return ticks.flatMap(({ at, text }, index): Element[] => {
    const block = tickBlock(text, setting);
    return [
      {
        kind: 'path',
        id: `grid.${index}`,
        role: 'scenery',
        box: { x: box.x, y: at, width: box.width, height: 1 },
        d: `M${box.x} ${at}L${box.x + box.width} ${at}`,
        stroke: colors.line,
        stroke_width: 2,
        opacity: 0.3,
      },
      setting.text(`y.${index}`, block, {
        x: box.x - AWAY,
        y: at - block.height / 2,
        align: 'right',
        color: colors.soft,
      }),
    ];
  });
}

/** The line things stand on, at height `y`, px, and the words below the chart; ids `axis` and `x.N`. */
export function xAxis(ticks: Tick[], box: Box, y: number, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  return [
    {
      kind: 'path',
      id: 'axis',
      role: 'scenery',
      box: { x: box.x, y, width: box.width, height: 1 },
      d: `M${box.x} ${y}L${box.x + box.width} ${y}`,
      stroke: colors.line,
      stroke_width: stroke - 1,
    },
    ...apart(ticks, setting).map(({ at, text }, index) =>
      setting.text(`x.${index}`, tickBlock(text, setting), {
        x: at,
        y: box.y + box.height + AWAY,
        align: 'centre',
        color: colors.soft,
      }),
    ),
  ];
}

/** Every n-th tick, so that no two touch. */
function apart(ticks: Tick[], setting: Setting): Tick[] {
  for (let every = 1; every < ticks.length; every += 1) {
    const kept = ticks.filter((_, index) => index % every === 0);
    const clear = kept.every((tick, index) => {
      const next = kept[index + 1];
      const width = (one: Tick) => tickBlock(one.text, setting).width / 2;
      return !next || next.at - width(next) > tick.at + width(tick) + 20;
    });
    if (clear) return kept;
  }
  return ticks.slice(0, 1);
}
