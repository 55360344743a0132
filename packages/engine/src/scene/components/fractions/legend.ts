/** What a whole and its shares are, in figures and words: stacked fractions, or counts where the parts are many. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { colourOf } from './colour.ts';
import type { Whole } from './schema.ts';

export interface Legend {
  width: number;
  height: number;
  place(box: Box): Element[];
}

interface Row {
  figures: TextBlock[];
  words: TextBlock | undefined;
  width: number;
  height: number;
}

const GAP = 34;
const TO_WORDS = 28;
const RULE = 7;

/** Below each other, or side by side where `flow` is a row. */
export function legendOf(
  whole: Whole,
  index: number,
  room: { width: number; height: number },
  flow: 'row' | 'column',
  setting: Setting,
): Legend {
  const label = whole.label
    ? setting.fit(whole.label, { size: setting.type.label + 2, max_width: room.width, max_lines: 2 })
    : undefined;
  const head = label ? label.height + (whole.shares.length > 0 ? GAP * 0.7 : 0) : 0;
  const count = Math.max(1, whole.shares.length);
  const each = flow === 'row' ? (room.width - GAP * 2 * (count - 1)) / count : room.width;
  for (const size of sizesFor(whole, setting)) {
    const rows = tryRows(whole, each, size, setting);
    if (!rows) continue;
    const height =
      head +
      (flow === 'row'
        ? Math.max(0, ...rows.map((row) => row.height))
        : rows.reduce((sum, row) => sum + row.height + GAP, rows.length > 0 ? -GAP : 0));
    if (height > room.height) continue;
    const used =
      flow === 'row'
        ? rows.reduce((sum, row) => sum + row.width, GAP * 2 * Math.max(0, rows.length - 1))
        : Math.max(0, ...rows.map((row) => row.width));
    return {
      width: Math.max(used, label?.width ?? 0),
      height,
      place: (box) => placed(whole, index, { label, head, rows, flow }, box, setting),
    };
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The words beside the parts do not fit at a readable size; shorten them or show fewer shares.',
  );
}

/** True where a share is told as a stacked fraction, not as a count. */
function isStacked(whole: Whole): boolean {
  return whole.parts <= 24 && whole.shape !== 'people';
}

function sizesFor(whole: Whole, { type }: Setting): number[] {
  const largest = whole.shares.length <= 1 ? type.figure * 1.5 : type.figure * 1.15;
  return [largest, type.figure, type.figure * 0.8, type.label];
}

function tryRows(whole: Whole, width: number, size: number, setting: Setting): Row[] | undefined {
  const { fonts } = setting.theme;
  const figure = (value: number) =>
    setting.fit(String(value), { style: fonts.display, size, max_width: width, max_lines: 1 });
  try {
    const figures = whole.shares.map((share) =>
      isStacked(whole) ? [figure(share.count), figure(whole.parts)] : [figure(share.count)],
    );
    const widest = Math.max(0, ...figures.flat().map((block) => block.width));
    return whole.shares.map((share, index) => {
      const stack = figures[index]!;
      const words = share.label
        ? setting.fit(share.label, {
            style: fonts.strong,
            size: setting.type.label + 4,
            max_width: width - widest - TO_WORDS,
            max_lines: 4,
          })
        : undefined;
      const high = stack.reduce((sum, block) => sum + block.height, stack.length > 1 ? RULE + 8 : 0);
      return {
        figures: stack,
        words,
        width: widest + (words ? TO_WORDS + words.width : 0),
        height: Math.max(high, words?.height ?? 0),
      };
    });
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}

function placed(
  whole: Whole,
  index: number,
  {
    label,
    head,
    rows,
    flow,
  }: { label: TextBlock | undefined; head: number; rows: Row[]; flow: 'row' | 'column' },
  box: Box,
  setting: Setting,
): Element[] {
  const part = `wholes.${index}`;
  const elements: Element[] = label
    ? [
        setting.text(
          `label.${index}`,
          label,
          { x: box.x, y: box.y, color: setting.theme.colors.soft },
          { part },
        ),
      ]
    : [];
  let [x, y] = [box.x, box.y + head];
  const widest = Math.max(0, ...rows.flatMap((row) => row.figures.map((block) => block.width)));
  rows.forEach((row, at) => {
    elements.push(...rowElements(whole, index, at, row, { x, y, widest }, setting));
    if (flow === 'row') x += row.width + GAP * 2;
    else y += row.height + GAP;
  });
  return elements;
}

function rowElements(
  whole: Whole,
  index: number,
  at: number,
  { figures, words, width, height }: Row,
  { x, y, widest }: { x: number; y: number; widest: number },
  setting: Setting,
): Element[] {
  const part = `wholes.${index}.shares.${at}`;
  const group = `share.${index}.${at}`;
  const color = colourOf(whole, at, setting);
  const middle = x + widest / 2;
  const high = figures.reduce((sum, block) => sum + block.height, figures.length > 1 ? RULE + 8 : 0);
  let top = y + (height - high) / 2;
  const stack: Element[] = [];
  figures.forEach((block, position) => {
    if (position > 0) {
      stack.push({
        kind: 'rect',
        id: `rule.${index}.${at}`,
        part,
        group,
        box: { x: middle - widest / 2 - 6, y: top + 2, width: widest + 12, height: RULE },
        radius: RULE / 2,
        fill: color,
      });
      top += RULE + 8;
    }
    const id = `${position > 0 ? 'of' : 'count'}.${index}.${at}`;
    stack.push(setting.text(id, block, { x: middle, y: top, align: 'centre', color }, { part, group }));
    top += block.height;
  });
  const first = stack[0];
  if (figures.length === 1 && first?.kind === 'text')
    first.counter = { from: 0, to: whole.shares[at]!.count, decimals: 0, prefix: '', suffix: '' };
  return [
    { kind: 'group', id: group, part, box: { x, y, width, height } },
    ...stack,
    ...(words
      ? [
          setting.text(
            `words.${index}.${at}`,
            words,
            { x: x + widest + TO_WORDS, y: y + (height - words.height) / 2 },
            { part, group },
          ),
        ]
      : []),
  ];
}
