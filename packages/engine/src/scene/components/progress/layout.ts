/** Which form the data takes, and what all forms have in common: a track for the whole, a fill for what has come. */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, PathElement, Point, TextElement } from '../../scene.ts';
import { counterOf, decimalsOf, figureText } from '../figures.ts';
import { present, type Setting } from '../setting.ts';
import { layoutGauge } from './gauge.ts';
import { layoutRings } from './rings.ts';
import type { ProgressData } from './schema.ts';

export type Item = ProgressData['items'][number];

export function layoutProgress(data: ProgressData, setting: Setting): Element[] {
  const form = formOf(data);
  if (form === 'gauge') return layoutGauge(data, setting);
  return form === 'rings' ? layoutRings(data, setting) : layoutBars(data, setting);
}

export function formOf(data: ProgressData): 'bars' | 'rings' | 'gauge' {
  const count = data.items.length;
  if (data.as === 'gauge' || data.as === undefined)
    return count === 1 ? 'gauge' : count <= 4 ? 'rings' : 'bars';
  return data.as;
}

/** What an item is painted in once it is no longer now. */
export function restingColor(item: Item, setting: Setting): string {
  return item.tone && item.tone !== 'neutral' ? setting.tone(item.tone) : setting.theme.colors.second;
}

export function figureBlock(
  data: ProgressData,
  item: Item,
  setting: Setting,
  size: number,
  width: number,
): TextBlock {
  return setting.fit(figureText(data, item.value, decimals(data)), {
    style: setting.theme.fonts.display,
    size,
    max_width: width,
    max_lines: 1,
  });
}

export function figureAt(
  data: ProgressData,
  index: number,
  block: TextBlock,
  at: Point & { align: 'left' | 'centre' | 'right' },
  setting: Setting,
): TextElement {
  const part = `items.${index}`;
  const counter = counterOf(data, data.items[index]!.value, decimals(data));
  return setting.text(
    `figure.${index}`,
    block,
    { ...at, color: setting.theme.colors.ink },
    { part, counter },
  );
}

function decimals(data: ProgressData): number {
  return decimalsOf(
    data,
    data.items.map((item) => item.value),
  );
}

/** A line that stands for the whole, and the part of it that has been come. */
export function trackAndFill(
  index: number,
  item: Item,
  way: { whole: string; come: string; box: Box; width: number },
  setting: Setting,
): PathElement[] {
  const { colors } = setting.theme;
  const line = { kind: 'path' as const, box: way.box, stroke_width: way.width, cap: 'flat' as const };
  return [
    {
      ...line,
      id: `track.${index}`,
      role: 'scenery',
      d: way.whole,
      stroke: colors.surface_edge,
      opacity: 0.5,
    },
    {
      ...line,
      id: `fill.${index}`,
      part: `items.${index}`,
      d: way.come,
      stroke: restingColor(item, setting),
    },
  ];
}

/** A short stroke across the track. */
export function goalMark(index: number, from: Point, to: Point, setting: Setting): PathElement {
  return {
    kind: 'path',
    id: `goal.${index}`,
    part: `items.${index}`,
    box: {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.max(1, Math.abs(to.x - from.x)),
      height: Math.max(1, Math.abs(to.y - from.y)),
    },
    d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
    stroke: setting.theme.colors.ink,
    stroke_width: 6,
  };
}

function layoutBars(data: ProgressData, setting: Setting): Element[] {
  const { area, theme, type } = setting;
  const count = data.items.length;
  const row = Math.min(area.height / count, setting.shape === 'wide' ? 230 : 300);
  const top = area.y + (area.height - row * count) / 2;
  const icon = data.items.some((item) => item.icon) ? Math.min(130, row * 0.68) : 0;
  const left = area.x + (icon ? icon + 36 : 0);
  const width = area.x + area.width - left;
  const goals = data.items.some((item) => item.goal) ? type.least * 1.2 + 8 : 0;
  return data.items.flatMap((item, index) => {
    const part = `items.${index}`;
    const figure = figureBlock(data, item, setting, Math.min(64, row * 0.34), width * 0.4);
    const label = setting.fit(item.label, {
      style: theme.fonts.strong,
      size: type.label + 2,
      max_width: width - figure.width - 40,
      max_lines: setting.shape === 'wide' ? 1 : 2,
      max_height: row - 50 - goals,
    });
    const words = Math.max(label.height, figure.height);
    const thick = Math.max(20, Math.min(56, row - words - goals - 26));
    const y = top + row * index + (row - words - 10 - thick - (item.goal ? goals : 0)) / 2;
    const bar: Box = { x: left, y: y + words + 10, width, height: thick };
    const share = Math.max(0.004, item.value / data.of);
    const goal = item.goal && { x: left + (width * item.goal.value) / data.of, text: item.goal.text };
    const goalText = goal && setting.fit(goal.text, { size: type.least, max_width: width, max_lines: 1 });
    return present([
      {
        kind: 'rect',
        id: `track.${index}`,
        role: 'scenery',
        box: bar,
        radius: thick / 2,
        fill: theme.colors.surface_edge,
        opacity: 0.5,
      },
      {
        kind: 'rect',
        id: `fill.${index}`,
        part,
        box: { ...bar, width: Math.max(thick, width * share) },
        radius: thick / 2,
        fill: restingColor(item, setting),
      },
      goal && goalMark(index, { x: goal.x, y: bar.y - 5 }, { x: goal.x, y: bar.y + thick + 5 }, setting),
      goal &&
        goalText &&
        setting.text(
          `goal.text.${index}`,
          goalText,
          {
            x: Math.min(left + width - goalText.width, Math.max(left, goal.x - goalText.width / 2)),
            y: bar.y + thick + 8,
            color: theme.colors.soft,
          },
          { part },
        ),
      setting.icon(
        `icon.${index}`,
        item.icon,
        { x: area.x + icon / 2, y: y + (words + 10 + thick) / 2 },
        icon,
        {
          part,
        },
      ),
      setting.text(`label.${index}`, label, { x: left, y: y + words - label.height }, { part }),
      figureAt(
        data,
        index,
        figure,
        { x: left + width, y: y + words - figure.height, align: 'right' },
        setting,
      ),
    ]);
  });
}
