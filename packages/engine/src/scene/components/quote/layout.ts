/**
 * The portrait in a ring with the name below it, the words beside it under a great quotation mark; in a tall frame
 * portrait and name in a row, the words below them across the whole width.
 */
import { type FlexNode, flex } from '../../layout/flex.ts';
import { measure, type TextBlock } from '../../layout/text.ts';
import type { Box, Element, TextElement } from '../../scene.ts';
import { badge } from '../badge.ts';
import { present, type Setting } from '../setting.ts';
import { isDivided, phrasesOf } from './phrases.ts';
import type { QuoteData } from './schema.ts';

export function layoutQuote(data: QuoteData, setting: Setting): Element[] {
  return setting.shape === 'wide' ? beside(data, setting) : below(data, setting);
}

interface Named {
  name: TextBlock;
  role: TextBlock | undefined;
}

function beside(data: QuoteData, setting: Setting): Element[] {
  const { area } = setting;
  const kicker = kickerOf(setting);
  const side = Math.round(area.width * 0.25);
  const gap = 108;
  const room = area.width - side - gap;
  const free = area.height - (kicker ? kicker.height + 40 : 0);
  const mark = 108;
  const block = wordsBlock(data, setting, room, free - mark - 24, 136);
  const named = namedOf(data, setting, side);
  const boxes = flex(area, {
    gap: 40,
    children: [
      ...(kicker ? [{ id: 'kicker', width: kicker.width, height: kicker.height }] : []),
      {
        direction: 'row',
        align: 'centre',
        gap,
        width: area.width,
        grow: 1,
        children: [
          {
            align: 'centre',
            gap: 24,
            width: side,
            children: [{ id: 'portrait', width: side, height: side }, namesNode(named, 'centre')],
          },
          {
            gap: 24,
            children: [
              { id: 'mark', width: mark * 1.25, height: mark },
              { id: 'words', width: block.width, height: block.height },
            ],
          },
        ],
      },
    ],
  });
  return assembled(data, setting, { kicker, block, named, boxes, align: 'centre' });
}

function below(data: QuoteData, setting: Setting): Element[] {
  const { area } = setting;
  const kicker = kickerOf(setting);
  const side = 300;
  const gap = 44;
  const named = namedOf(data, setting, area.width - side - gap);
  const mark = 116;
  const used = side + mark + 24 + 72 + (kicker ? kicker.height + 60 : 0);
  const block = wordsBlock(data, setting, area.width, area.height - used, 132);
  const boxes = flex(area, {
    justify: 'between',
    children: [
      ...(kicker ? [{ id: 'kicker', width: kicker.width, height: kicker.height }] : []),
      {
        gap: 24,
        children: [
          { id: 'mark', width: mark * 1.25, height: mark },
          { id: 'words', width: block.width, height: block.height },
        ],
      },
      {
        direction: 'row',
        align: 'centre',
        gap,
        children: [{ id: 'portrait', width: side, height: side }, namesNode(named, 'start')],
      },
    ],
  });
  return assembled(data, setting, { kicker, block, named, boxes, align: 'left' });
}

function wordsBlock(
  data: QuoteData,
  setting: Setting,
  width: number,
  height: number,
  size: number,
): TextBlock {
  return setting.fit(data.text, {
    style: setting.theme.fonts.display,
    size,
    min: 48,
    max_width: width,
    max_height: height,
    max_lines: setting.shape === 'wide' ? 7 : 12,
  });
}

/** What the scene says of the quotation: small, so that the quotation itself is the headline. */
function kickerOf(setting: Setting): TextBlock | undefined {
  if (!setting.headline.trim()) return undefined;
  return setting.fit(setting.headline, {
    style: setting.theme.fonts.strong,
    size: setting.type.label + 8,
    max_width: setting.area.width,
    max_lines: setting.shape === 'wide' ? 1 : 2,
  });
}

function namedOf(data: QuoteData, setting: Setting, width: number): Named {
  const { fonts } = setting.theme;
  return {
    name: setting.fit(data.speaker, {
      style: fonts.strong,
      size: setting.type.label + 10,
      max_width: width,
      max_lines: 3,
    }),
    role: data.role
      ? setting.fit(data.role, { size: setting.type.label - 4, max_width: width, max_lines: 4 })
      : undefined,
  };
}

function namesNode({ name, role }: Named, align: 'centre' | 'start'): FlexNode {
  return {
    align,
    gap: 4,
    children: [
      { id: 'speaker', width: name.width, height: name.height },
      ...(role ? [{ id: 'role', width: role.width, height: role.height }] : []),
    ],
  };
}

interface Placed {
  kicker: TextBlock | undefined;
  block: TextBlock;
  named: Named;
  boxes: Record<string, Box>;
  align: 'left' | 'centre';
}

function assembled(data: QuoteData, setting: Setting, placed: Placed): Element[] {
  const { colors } = setting.theme;
  const { kicker, block, named, boxes, align } = placed;
  const at = (id: string) => {
    const box = boxes[id]!;
    return { x: align === 'centre' ? box.x + box.width / 2 : box.x, y: box.y, align };
  };
  return present([
    kicker && setting.text('kicker', kicker, { ...boxes.kicker!, color: colors.soft }),
    ...portraitOf(data, boxes.portrait!, setting),
    quotationMark(boxes.mark!, setting),
    ...wordElements(data, block, boxes.words!, setting),
    setting.text('speaker', named.name, at('speaker'), { part: 'speaker' }),
    named.role &&
      setting.text('role', named.role, { ...at('role'), color: colors.soft }, { part: 'speaker' }),
  ]);
}

function portraitOf(data: QuoteData, box: Box, setting: Setting): Element[] {
  const { colors, stroke, shadow } = setting.theme;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const inside = { group: 'portrait', on: ['disc'] };
  const picture = setting.icon('face', data.portrait, centre, box.width * 0.66, inside);
  const radius = box.width / 2 - stroke;
  return present([
    { kind: 'group', id: 'portrait', box },
    ...(picture
      ? [
          {
            kind: 'ellipse' as const,
            id: 'disc',
            box,
            group: 'portrait',
            fill: colors.surface,
            stroke: colors.surface_edge,
            stroke_width: stroke,
            shadow,
          },
          picture,
        ]
      : badge('disc', data.speaker, box, setting, { group: 'portrait' })),
    {
      kind: 'path',
      id: 'ring',
      part: 'speaker',
      role: 'scenery',
      group: 'portrait',
      box,
      d: `M${centre.x} ${centre.y - radius}A${radius} ${radius} 0 1 1 ${centre.x - 0.1} ${centre.y - radius}`,
      stroke: colors.accent,
      stroke_width: stroke + 3,
    },
  ]);
}

/** Two heavy commas, head down. */
function quotationMark(box: Box, setting: Setting): Element {
  const width = box.width * 0.44;
  const comma = (x: number) => {
    const [r, top, h] = [width / 2, box.y, box.height];
    const low = top + h - r;
    return (
      `M${x + width} ${top}C${x + width * 0.3} ${top + h * 0.06} ${x} ${top + h * 0.36} ${x} ${low}` +
      `A${r} ${r} 0 1 0 ${x + r} ${low - r}` +
      `C${x + width * 0.52} ${top + h * 0.36} ${x + width * 0.7} ${top + h * 0.2} ${x + width} ${top}Z`
    );
  };
  return {
    kind: 'path',
    id: 'mark',
    box,
    d: comma(box.x) + comma(box.x + box.width - width),
    fill: setting.theme.colors.accent,
  };
}

/** Each word an element of its own, so that it can light up as it is spoken: `word.N`, part `words.PHRASE`. */
function wordElements(data: QuoteData, block: TextBlock, box: Box, setting: Setting): TextElement[] {
  const { colors } = setting.theme;
  const at = { x: box.x, y: box.y };
  if (!isDivided(data.text)) return [setting.text('word.0', block, at, { part: 'words.0' })];
  const elements: TextElement[] = [];
  block.lines.forEach((line, row) => {
    const top = box.y + row * block.line_height;
    for (const run of line.runs) {
      for (const { text, before } of spaced(run.text)) {
        const x = box.x + run.dx + measure(before, block.font);
        const width = measure(text, block.font);
        elements.push({
          kind: 'text',
          id: 'word',
          box: { x, y: top, width: Math.ceil(width), height: Math.ceil(block.font.size * 1.2) },
          font: block.font,
          color: run.marked ? colors.accent : colors.ink,
          lines: [{ x, baseline: top + block.ascent, width, runs: [{ text, dx: 0, width }] }],
        });
      }
    }
  });
  const phrases = phrasesOf(data.text).flatMap((length, index) => Array<number>(length).fill(index));
  return joined(elements, block).map((element, index) => ({
    ...element,
    id: `word.${index}`,
    part: `words.${phrases[index]!}`,
  }));
}

/** The words of a run, each with what stands before it. */
function spaced(text: string): { text: string; before: string }[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    before: text.slice(0, match.index),
  }));
}

/** Punctuation after a marked word is a run of its own but no word: it belongs to the word before it. */
function joined(elements: TextElement[], block: TextBlock): TextElement[] {
  const result: TextElement[] = [];
  for (const element of elements) {
    const last = result.at(-1);
    const end = last && last.box.x + last.lines[0]!.width;
    const sameLine = last && Math.abs(last.box.y - element.box.y) < 1;
    if (last && sameLine && element.box.x - end! < block.font.size * 0.12) {
      const [line, next] = [last.lines[0]!, element.lines[0]!];
      const dx = element.box.x - last.box.x;
      line.runs.push({ ...next.runs[0]!, dx, color: element.color });
      line.width = dx + next.width;
      last.box.width = Math.ceil(line.width);
    } else {
      result.push(element);
    }
  }
  return result;
}
