/** Parties across the top with their lifelines down, a row for each message: its words above its arrow. */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import type { SequenceData } from './schema.ts';

type Message = SequenceData['messages'][number];

/** Width of a lifeline, px. */
const LIFE = 36;
const BESIDE_ICON = 16;
/** From the middle of the last lifeline to a note, px. */
const NOTE_BESIDE = LIFE / 2 + 28;
/** Size of the message that is now; room is kept for it. */
export const NOW = 1.1;

interface Columns {
  x: number[];
  top: number;
  bottom: number;
}

export function layoutSequence(data: SequenceData, setting: Setting): Element[] {
  const heads = headsOf(data, setting);
  const columns = { x: heads.x, top: heads.bottom + 24, bottom: setting.area.y + setting.area.height };
  const { line, surface } = setting.theme.colors;
  const lives = data.parties.map(
    (_, index): Element => ({
      kind: 'rect',
      id: `life.${index}`,
      box: {
        x: heads.x[index]! - LIFE / 2,
        y: columns.top,
        width: LIFE,
        height: columns.bottom - columns.top,
      },
      radius: LIFE / 2,
      fill: mix(line, surface, 0.55),
    }),
  );
  const row = (columns.bottom - columns.top - 30) / data.messages.length;
  return present([
    ...heads.elements,
    ...lives,
    ...data.messages.flatMap((message, index) => messageOf(data, message, index, columns, row, setting)),
  ]);
}

/** Name beside the picture where the frame is wide and the parties are two, below it otherwise. */
function headsOf(data: SequenceData, setting: Setting): { elements: Element[]; x: number[]; bottom: number } {
  const { area, theme, type } = setting;
  const wide = setting.shape === 'wide';
  const count = data.parties.length;
  const beside = wide && count === 2;
  const size = beside ? 150 : wide ? 120 : count === 2 ? 170 : 130;
  const edge = beside ? 330 : wide ? 190 : count === 2 ? 150 : 100;
  const x = data.parties.map((_, index) => area.x + edge + ((area.width - 2 * edge) * index) / (count - 1));
  const span = beside ? edge - size / 2 - 30 : (area.width - 2 * edge) / (count - 1) - 20;
  // Names of the outer parties may reach into the frame's margin.
  const width = beside ? span : Math.min(2 * edge + 100, span);
  const names = data.parties.map((party) =>
    setting.fit(party.name, {
      style: theme.fonts.strong,
      size: type.label + 4,
      max_width: width,
      max_lines: 2,
    }),
  );
  const hasIcons = data.parties.some((party) => party.icon);
  const under = beside || !hasIcons ? 0 : Math.max(...names.map((name) => name.height)) + 10;
  const height = hasIcons ? size + under : Math.max(...names.map((name) => name.height));
  const elements = present(
    data.parties.flatMap((party, index) => {
      const name = names[index]!;
      const picture = setting.icon(
        `icon.${index}`,
        party.icon,
        { x: x[index]!, y: area.y + size / 2 },
        size,
        {
          key: setting.key('actor', party.name),
        },
      );
      const first = index === 0;
      const at: Point & { align: 'left' | 'centre' | 'right' } =
        beside && picture
          ? {
              x: x[index]! + (first ? -1 : 1) * (size / 2 + 28),
              y: area.y + size / 2 - name.height / 2,
              align: first ? 'right' : 'left',
            }
          : { x: x[index]!, y: area.y + height - name.height, align: 'centre' };
      return [picture, setting.text(`name.${index}`, name, at, { key: setting.key('label', party.name) })];
    }),
  );
  return { elements, x, bottom: area.y + height };
}

function messageOf(
  data: SequenceData,
  message: Message,
  index: number,
  columns: Columns,
  row: number,
  setting: Setting,
): (Element | undefined | false)[] {
  const { theme } = setting;
  const part = `messages.${index}`;
  const at = (name: string) => columns.x[data.parties.findIndex((party) => party.name === name)]!;
  const [from, to] = [at(message.from), at(message.to)];
  const direction = Math.sign(to - from);
  const start = from + (direction * LIFE) / 2;
  const end = to - (direction * LIFE) / 2;
  const y = columns.top + 18 + row * (index + 1) - Math.min(26, row * 0.16);
  const gap = Math.abs(end - start) - 40;
  const size = Math.min(64, row * 0.5);
  const noteRoom = roomForNote(Math.max(from, to), columns, setting);
  const words = message.note && noteRoom === 0 ? `${message.text} (${message.note})` : message.text;
  const text = wordsOf(words, gap, message.icon ? size + BESIDE_ICON : 0, row - 34, setting);
  const icon = message.icon
    ? setting.icon(`picture.${index}`, message.icon, { x: 0, y: 0 }, size, { part })
    : undefined;
  const width = text.width + (icon ? size + BESIDE_ICON : 0);
  const { area } = setting;
  const left = Math.min(
    Math.max((start + end) / 2 - width / 2, area.x + 24),
    area.x + area.width - width - 24,
  );
  // A message that passes a party, or whose words are wider than its arrow, lies over lifelines: on a plate.
  const reach = (width * (NOW - 1)) / 2 + 8;
  const crossed = columns.x.flatMap((x, party) =>
    x + LIFE / 2 > left - reach && x - LIFE / 2 < left + width + reach ? [`life.${party}`] : [],
  );
  const middle = y - 20 - Math.max(text.height, icon ? size : 0) / 2;
  const group: Box = { x: left, y: middle - text.height / 2, width, height: text.height };
  return [
    {
      kind: 'path',
      id: `arrow.${index}`,
      part,
      box: { x: Math.min(start, end), y, width: Math.abs(end - start), height: 1 },
      d: `M${start} ${y}L${end} ${y}`,
      stroke: theme.colors.accent,
      stroke_width: theme.stroke + 3,
      head: { end: true, size: 30 },
    },
    { kind: 'group', id: `words.${index}`, part, box: group },
    crossed.length > 0 && plate(index, group, setting),
    icon && {
      ...icon,
      group: `words.${index}`,
      box: { x: left, y: middle - size / 2, width: size, height: size },
    },
    setting.text(
      `text.${index}`,
      text,
      { x: left + (icon ? size + BESIDE_ICON : 0), y: middle - text.height / 2 },
      { part, group: `words.${index}`, on: [`plate.${index}`, ...crossed] },
    ),
    message.note && noteRoom > 0
      ? noteOf(message.note, index, { x: Math.max(from, to) + NOTE_BESIDE, y, width: noteRoom }, setting)
      : undefined,
  ];
}

/** Between the lifelines where the words fit there, else as wide as the frame allows. */
function wordsOf(words: string, gap: number, beside: number, height: number, setting: Setting): TextBlock {
  const options = {
    style: setting.theme.fonts.text,
    size: setting.type.label,
    max_lines: 3,
    max_height: height,
  };
  try {
    return setting.fit(words, { ...options, max_width: gap / NOW - beside });
  } catch {
    return setting.fit(words, { ...options, max_width: (setting.area.width - 80) / NOW - beside });
  }
}

function plate(index: number, words: Box, setting: Setting): Element {
  return {
    kind: 'rect',
    id: `plate.${index}`,
    part: `messages.${index}`,
    group: `words.${index}`,
    box: { x: words.x - 18, y: words.y - 6, width: words.width + 36, height: words.height + 12 },
    radius: 14,
    fill: setting.theme.colors.surface,
  };
}

/** Width beside the outermost lifeline, px; 0 where a note has no place of its own and joins its message. */
function roomForNote(right: number, columns: Columns, setting: Setting): number {
  if (right < Math.max(...columns.x)) return 0;
  const room = setting.area.x + setting.area.width - right - NOTE_BESIDE;
  return room < 200 ? 0 : room;
}

/** A remark beside the arrow, outside the lifelines. */
function noteOf(note: string, index: number, at: Point & { width: number }, setting: Setting): Element {
  const block = setting.fit(note, { max_width: at.width, max_lines: 3, size: setting.type.least + 4 });
  return setting.text(
    `note.${index}`,
    block,
    { x: at.x, y: at.y - block.height / 2, color: setting.theme.colors.accent },
    { part: `messages.${index}` },
  );
}
