/**
 * Marks: items as rounds with a picture, their words below (columns in a wide frame) or beside them
 * (rows in a tall one). What points, steps and recap have in common.
 */

import { centreOf } from '../layout/box.ts';
import { type FlexNode, flex } from '../layout/flex.ts';
import type { TextBlock } from '../layout/text.ts';
import { fade } from '../motion/grammar.ts';
import type { Box, Element } from '../scene.ts';
import { present, type Setting } from './setting.ts';

export interface MarkItem {
  /** Path of the data part it shows. */
  part: string;
  text: string;
  detail?: string;
  icon?: string;
  /** Colour of the round's edge at rest. */
  edge: string;
}

export interface Marks {
  /** Ids: `mark.N` (group of round and picture), `round.N`, `icon.N`, `text.N`, `detail.N`. */
  elements: Element[];
  /** The rounds' boxes, in order, px. */
  rounds: Box[];
  /** True where item N starts a new row of a wide frame. */
  breaks: boolean[];
}

interface Fitted {
  text: TextBlock;
  detail?: TextBlock;
}

export function layMarks(items: MarkItem[], setting: Setting): Marks {
  return setting.shape === 'wide' ? asColumns(items, setting) : asRows(items, setting);
}

function asColumns(items: MarkItem[], setting: Setting): Marks {
  const count = items.length;
  const perRow = count <= 4 ? count : Math.ceil(count / 2);
  const rows = Math.ceil(count / perRow);
  const width = Math.min(460, setting.area.width / perRow - 48);
  const fitted = items.map((item) => fit(item, setting, width, rows === 1 ? 3 : 2));
  const wordsHeight = Math.max(...fitted.map(heightOf));
  const gap = rows === 1 ? 30 : 18;
  const room = (setting.area.height - 40 * (rows - 1)) / rows - wordsHeight - gap;
  const round = Math.max(96, Math.min(count <= 3 ? 270 : rows === 1 ? 220 : 170, room));
  const boxes = flex(setting.area, {
    justify: 'centre',
    gap: 40,
    children: Array.from({ length: rows }, (_, row) => ({
      direction: 'row' as const,
      justify: 'evenly' as const,
      align: 'start' as const,
      width: setting.area.width,
      children: items.flatMap((_, index) =>
        Math.floor(index / perRow) === row ? [cell(index, fitted[index]!, width, round, gap)] : [],
      ),
    })),
  });
  return {
    elements: drawn(items, setting, fitted, boxes, 'centre'),
    rounds: items.map((_, index) => boxes[`round.${index}`]!),
    breaks: items.map((_, index) => index > 0 && index % perRow === 0),
  };
}

function cell(index: number, { text, detail }: Fitted, width: number, round: number, gap: number): FlexNode {
  return {
    width,
    align: 'centre',
    gap,
    children: [
      { id: `round.${index}`, width: round, height: round },
      wordsOf(index, { text, detail }, 'centre'),
    ],
  };
}

function asRows(items: MarkItem[], setting: Setting): Marks {
  const count = items.length;
  const round = Math.min(count <= 3 ? 280 : 220, setting.area.width * 0.32, setting.area.height / count - 62);
  const width = setting.area.width - round - 52;
  const fitted = items.map((item) => fit(item, setting, width, count <= 4 ? 3 : 2, count <= 4 ? 12 : 4));
  const boxes = flex(setting.area, {
    justify: count <= 4 ? 'evenly' : 'between',
    children: items.map((_, index) => ({
      direction: 'row' as const,
      align: 'centre' as const,
      gap: 52,
      children: [
        { id: `round.${index}`, width: round, height: round },
        wordsOf(index, fitted[index]!, 'start'),
      ],
    })),
  });
  return {
    elements: drawn(items, setting, fitted, boxes, 'left'),
    rounds: items.map((_, index) => boxes[`round.${index}`]!),
    breaks: items.map(() => false),
  };
}

function wordsOf(index: number, { text, detail }: Fitted, align: 'centre' | 'start'): FlexNode {
  return {
    align,
    gap: 6,
    children: [
      { id: `text.${index}`, width: text.width, height: text.height },
      ...(detail ? [{ id: `detail.${index}`, width: detail.width, height: detail.height }] : []),
    ],
  };
}

function heightOf({ text, detail }: Fitted): number {
  return text.height + (detail ? detail.height + 6 : 0);
}

/** @param larger px by which the words are larger than labels */
function fit(item: MarkItem, setting: Setting, width: number, lines: number, larger = 4): Fitted {
  const { fonts } = setting.theme;
  return {
    text: setting.fit(item.text, {
      style: fonts.strong,
      size: setting.type.label + larger,
      max_width: width,
      max_lines: lines,
    }),
    ...(item.detail
      ? { detail: setting.fit(item.detail, { size: setting.type.label - 4, max_width: width, max_lines: 3 }) }
      : {}),
  };
}

function drawn(
  items: MarkItem[],
  setting: Setting,
  fitted: Fitted[],
  boxes: Record<string, Box>,
  align: 'left' | 'centre',
): Element[] {
  const { colors } = setting.theme;
  return items.flatMap((item, index) => {
    const { part } = item;
    const box = boxes[`round.${index}`]!;
    const at = (name: string) => {
      const place = boxes[name]!;
      return { x: align === 'centre' ? place.x + place.width / 2 : place.x, y: place.y, align };
    };
    const { text, detail } = fitted[index]!;
    return present([
      hintOf(index, box, setting),
      ...roundOf(index, item, box, 0.56, setting),
      setting.text(`text.${index}`, text, at(`text.${index}`), { part }),
      detail &&
        setting.text(`detail.${index}`, detail, { ...at(`detail.${index}`), color: colors.soft }, { part }),
    ]);
  });
}

/**
 * One round with its picture, which takes a share of its width, or with its number; ids `mark.N` (the group of both),
 * `round.N` and `icon.N`.
 */
export function roundOf(
  index: number,
  { part, icon, edge }: Pick<MarkItem, 'part' | 'icon' | 'edge'>,
  box: Box,
  share: number,
  setting: Setting,
): Element[] {
  const { colors, stroke, shadow, fonts } = setting.theme;
  const centre = centreOf(box);
  const group = `mark.${index}`;
  const inRound = { part, group, on: [`round.${index}`] };
  const numeral = () => {
    const block = setting.fit(String(index + 1), {
      style: fonts.display,
      size: box.width * 0.42,
      max_width: box.width,
    });
    return setting.text(
      `icon.${index}`,
      block,
      { x: centre.x, y: centre.y - block.height / 2, align: 'centre' },
      inRound,
    );
  };
  return [
    { kind: 'group', id: group, part, box },
    {
      kind: 'ellipse',
      id: `round.${index}`,
      part,
      group,
      box,
      fill: colors.surface,
      stroke: edge,
      stroke_width: stroke,
      shadow,
    },
    setting.icon(`icon.${index}`, icon, centre, box.width * share, inRound) ?? numeral(),
  ];
}

/** Where a mark will be: a faint ring that tells how many are still to come. */
function hintOf(index: number, box: Box, setting: Setting): Element {
  const { stroke, colors } = setting.theme;
  return {
    kind: 'ellipse',
    id: `hint.${index}`,
    role: 'scenery',
    box,
    stroke: colors.surface_edge,
    stroke_width: stroke - 2,
    opacity: 0.55,
  };
}

/** The rings come one after another as the scene opens. */
export function moveHints(count: number, setting: Setting): void {
  for (let index = 0; index < count; index += 1)
    fade(setting.timeline, [`hint.${index}`], 0.25 + index * 0.1);
}
