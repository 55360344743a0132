/** Items as tiles in a grid, each with its picture and its words; or one kind counted: N of M lit beside the figure. */
import { ChalktalkError } from '../../../errors.ts';
import { centreOf, inset } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { gridIn } from './grid.ts';
import type { Count, IconsData, Item } from './schema.ts';

/** Air between a tile's edge and what is in it, px. */
const PADDING = 26;
/** Between a picture and its words, px. */
const GAP = 14;
/** Of a tile's picture, px. */
const SMALLEST = 64;

export function layoutIcons(data: IconsData, setting: Setting): Element[] {
  return data.items ? tiles(data.items, data.main?.item, setting) : counted(data.count!, setting);
}

function tiles(items: Item[], main: number | undefined, setting: Setting): Element[] {
  const { area, shape, type } = setting;
  const gap = shape === 'wide' ? 28 : 32;
  const wordsAt = (width: number, size: number) =>
    items.map((item) =>
      item.label === undefined
        ? undefined
        : setting.fit(item.label, {
            style: setting.theme.fonts.strong,
            size,
            max_width: width - 2 * PADDING,
            max_lines: 3,
          }),
    );
  const heightOf = (blocks: (TextBlock | undefined)[]) =>
    Math.max(0, ...blocks.map((block) => (block ? block.height + GAP : 0)));
  const { cells } = gridIn(area, items.length, gap, ({ width, height }) => {
    try {
      return Math.min(width, height - heightOf(wordsAt(width, type.label))) - 2 * PADDING;
    } catch {
      // The words need a wider column than this.
      return 0;
    }
  });
  const labels = wordsAt(cells[0]!.width, items.length <= 4 ? type.label + 6 : type.label);
  const words = heightOf(labels);
  const room = Math.min(cells[0]!.width, cells[0]!.height - words) - 2 * PADDING;
  // A row of few tiles is not drawn out to the whole height: it would be mostly empty.
  const picture = Math.max(SMALLEST, Math.min(room, 320));
  const tall = Math.min(cells[0]!.height, picture + words + 2 * PADDING + 24);
  if (tall < picture + words + PADDING) {
    throw new ChalktalkError(
      'does_not_fit',
      'The pictures and their words do not fit in tiles beside each other; show fewer, or shorten their labels.',
    );
  }
  const rows = new Set(cells.map((cell) => cell.y)).size;
  const spare = (cells[0]!.height - tall) * (rows === 1 ? 0.42 : 0.5);
  const placed = cells.map((cell) => ({ ...cell, y: cell.y + spare, height: tall }));
  return [
    ...items.flatMap((item, index) =>
      tile(item, index, placed[index]!, labels[index], { picture, words }, setting),
    ),
    ...(main === undefined ? [] : [halo(placed[main - 1]!, `item.${main - 1}`, setting)]),
  ];
}

/** The frame that closes around the one that matters. */
function halo(tile: Box, group: string, setting: Setting): Element {
  const { colors, corner, stroke } = setting.theme;
  return {
    kind: 'rect',
    id: 'halo',
    part: 'main',
    group,
    on: [group],
    box: inset(tile, -stroke),
    radius: corner + stroke,
    stroke: colors.accent,
    stroke_width: stroke + 2,
  };
}

function tile(
  item: Item,
  index: number,
  box: Box,
  label: TextBlock | undefined,
  size: { picture: number; words: number },
  setting: Setting,
): Element[] {
  const { colors, corner, stroke } = setting.theme;
  const part = `items.${index}`;
  const group = `item.${index}`;
  const free = box.height - size.picture - size.words;
  const centre = { x: box.x + box.width / 2, y: box.y + free / 2 + size.picture / 2 };
  const picture = setting.illustration(`icon.${index}`, item.icon, centre, size.picture, { part, group });
  return present([
    {
      kind: 'rect',
      id: `hint.${index}`,
      role: 'scenery',
      box,
      radius: corner,
      stroke: colors.surface_edge,
      stroke_width: Math.max(2, stroke - 2),
    },
    { kind: 'group', id: group, part, box },
    {
      kind: 'rect',
      id: `tile.${index}`,
      part,
      group,
      box,
      radius: corner,
      fill: colors.surface,
      stroke: colors.surface_edge,
      stroke_width: stroke,
    },
    ...picture.map((element): Element => ({ ...element, on: [...(element.on ?? []), `tile.${index}`] })),
    label &&
      setting.text(
        `label.${index}`,
        label,
        { x: centre.x, y: centre.y + size.picture / 2 + GAP, align: 'centre' },
        { part, group, on: [`tile.${index}`] },
      ),
  ]);
}

function counted(count: Count, setting: Setting): Element[] {
  const { area, shape, theme } = setting;
  const wide = shape === 'wide';
  const side = wide ? Math.round(area.width * 0.36) : area.width;
  const gap = wide ? 90 : 64;
  const figure = setting.fit(String(count.n), {
    style: theme.fonts.display,
    size: wide ? 230 : 250,
    max_width: side * 0.6,
    max_lines: 1,
  });
  const of = setting.fit(`of ${count.of}`, {
    style: theme.fonts.display,
    size: wide ? 84 : 92,
    max_width: side - figure.width - 30,
    max_lines: 1,
  });
  const text = count.text
    ? setting.fit(count.text, { size: setting.type.remark + 2, max_width: side, max_lines: 4 })
    : undefined;
  const spoken = figure.height + (text ? text.height + 8 : 0);
  const words: Box = wide
    ? { x: area.x + area.width - side, y: area.y + (area.height - spoken) / 2, width: side, height: spoken }
    : { x: area.x, y: area.y, width: side, height: spoken };
  const room: Box = wide
    ? { ...area, width: area.width - side - gap }
    : { ...area, y: area.y + spoken + gap, height: area.height - spoken - gap };
  const between = count.of > 40 ? 10 : count.of > 15 ? 18 : 30;
  const { cells } = gridIn(room, count.of, between, ({ width, height }) => Math.min(width, height), 0.6);
  const size = Math.min(cells[0]!.width, cells[0]!.height, 260);
  const packed = pack(cells, size, between, room);
  return [
    ...packed.flatMap((box, index) => unit(count, index, box, setting)),
    setting.text(
      'figure',
      figure,
      { x: words.x, y: words.y, color: theme.colors.accent },
      { part: 'count', counter: { from: 0, to: count.n, decimals: 0, prefix: '', suffix: '' } },
    ),
    setting.text('of', of, {
      x: words.x + figure.width + 30,
      y: words.y + figure.ascent - of.ascent,
      color: theme.colors.ink,
    }),
    ...(text
      ? [
          setting.text('text', text, {
            x: words.x,
            y: words.y + figure.height + 8,
            color: theme.colors.soft,
          }),
        ]
      : []),
  ];
}

/** Cells drawn together to squares, the whole in the middle of the room. */
function pack(cells: Box[], size: number, gap: number, room: Box): Box[] {
  const columns = cells.filter((cell) => cell.y === cells[0]!.y).length;
  const rows = Math.ceil(cells.length / columns);
  const left = room.x + (room.width - columns * size - (columns - 1) * gap) / 2;
  const top = room.y + (room.height - rows * size - (rows - 1) * gap) / 2;
  return cells.map((_, index) => ({
    x: left + (index % columns) * (size + gap),
    y: top + Math.floor(index / columns) * (size + gap),
    width: size,
    height: size,
  }));
}

/** One of what is counted: a faint one, and over it, where it belongs to the N, a lit one. */
function unit(count: Count, index: number, box: Box, setting: Setting): Element[] {
  const { colors } = setting.theme;
  const one = (id: string, color: string, rest: Partial<Element>): Element => {
    const icon = setting.icon(id, count.icon, centreOf(box), box.width, { color });
    const inner = { x: box.x + box.width * 0.12, y: box.y + box.width * 0.12 };
    const side = box.width * 0.76;
    const dot = { kind: 'ellipse', id, box: { ...inner, width: side, height: side }, fill: color } as const;
    return { ...(icon ?? dot), ...rest } as Element;
  };
  const base = one(`unit.${index}`, colors.line, { opacity: 0.26 });
  return index < count.n ? [base, one(`lit.${index}`, colors.accent, { part: 'count' })] : [base];
}
