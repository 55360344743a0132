/** Rings: in rows above their labels, or, where a tall frame has two or three, below one another beside them. */
import { arcPath, onCircle } from '../../layout/arc.ts';
import { around } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Element, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { figureAt, figureBlock, goalMark, type Item, trackAndFill } from './layout.ts';
import type { ProgressData } from './schema.ts';

interface Words {
  label: TextBlock;
  goal: TextBlock | undefined;
}

export function layoutRings(data: ProgressData, setting: Setting): Element[] {
  const few = setting.shape === 'tall' && data.items.length <= 3;
  return few ? stacked(data, setting) : inRows(data, setting);
}

function inRows(data: ProgressData, setting: Setting): Element[] {
  const { area } = setting;
  const count = data.items.length;
  const perRow = setting.shape === 'tall' ? 2 : count <= 4 ? count : 3;
  const rows = Math.ceil(count / perRow);
  const column = area.width / Math.max(2, perRow);
  const words = data.items.map((item) => fitWords(item, setting, column - 56, 2));
  const below = Math.max(...words.map(heightOf)) + 26;
  const row = area.height / rows;
  const size = Math.min(column - 64, row - below - 16, 440);
  return data.items.flatMap((item, index) => {
    const line = Math.floor(index / perRow);
    const inLine = Math.min(perRow, count - line * perRow);
    const x = area.x + area.width / 2 + column * ((index % perRow) - (inLine - 1) / 2);
    const y = area.y + row * line + (row - size - below) / 2;
    const centre = { x, y: y + size / 2 };
    const at = { x, y: y + size + 26, align: 'centre' as const };
    return [...ring(data, index, centre, size, setting), ...wordsAt(item, index, words[index]!, at, setting)];
  });
}

function stacked(data: ProgressData, setting: Setting): Element[] {
  const { area } = setting;
  const row = Math.min(area.height / data.items.length, 420);
  const size = Math.min(360, row - 44);
  const top = area.y + (area.height - row * data.items.length) / 2;
  return data.items.flatMap((item, index) => {
    const words = fitWords(item, setting, area.width - size - 60, 3);
    const centre = { x: area.x + size / 2, y: top + row * (index + 0.5) };
    const at = { x: area.x + size + 60, y: centre.y - heightOf(words) / 2, align: 'left' as const };
    return [...ring(data, index, centre, size, setting), ...wordsAt(item, index, words, at, setting)];
  });
}

function fitWords(item: Item, setting: Setting, width: number, lines: number): Words {
  const { fonts } = setting.theme;
  return {
    label: setting.fit(item.label, {
      style: fonts.strong,
      size: setting.type.label + 8,
      max_width: width,
      max_lines: lines,
    }),
    goal: item.goal && setting.fit(item.goal.text, { size: setting.type.label - 4, max_width: width }),
  };
}

function heightOf({ label, goal }: Words): number {
  return label.height + (goal ? goal.height + 4 : 0);
}

function wordsAt(
  item: Item,
  index: number,
  { label, goal }: Words,
  at: Point & { align: 'left' | 'centre' },
  setting: Setting,
): Element[] {
  const part = `items.${index}`;
  return present([
    setting.text(`label.${index}`, label, at, { part }),
    item.goal &&
      goal &&
      setting.text(
        `goal.text.${index}`,
        goal,
        { ...at, y: at.y + label.height + 4, color: setting.theme.colors.soft },
        { part },
      ),
  ]);
}

function ring(data: ProgressData, index: number, centre: Point, size: number, setting: Setting): Element[] {
  const item = data.items[index]!;
  const part = `items.${index}`;
  const width = size * 0.13;
  const radius = (size - width) / 2;
  const hole = size - 2 * width;
  const share = Math.max(0.004, item.value / data.of);
  const beside = figureBlock(data, item, setting, size * 0.18, hole * 0.84);
  // Below a picture the hole is narrower; a long figure has it to itself.
  const withIcon = item.icon !== undefined && size > 260 && beside.width < hole * 0.62;
  const figure = withIcon ? beside : figureBlock(data, item, setting, size * 0.22, hole * 0.84);
  const figureTop = withIcon ? centre.y + size * 0.08 : centre.y - figure.height / 2;
  const goal = item.goal && item.goal.value / data.of;
  return present([
    ...trackAndFill(
      index,
      item,
      {
        whole: arcPath(centre, radius, 0, 1),
        come: arcPath(centre, radius, 0, share),
        box: around(centre, radius * 2),
        width,
      },
      setting,
    ),
    goal !== undefined &&
      goalMark(
        index,
        onCircle(centre, radius - width / 2 - 6, goal),
        onCircle(centre, radius + width / 2 + 6, goal),
        setting,
      ),
    withIcon &&
      setting.icon(`icon.${index}`, item.icon, { x: centre.x, y: centre.y - size * 0.11 }, size * 0.34, {
        part,
      }),
    figureAt(data, index, figure, { x: centre.x, y: figureTop, align: 'centre' }, setting),
  ]);
}
