/**
 * Large pictures side by side (one below the other in a tall frame), what joins them between, words below. Where the
 * pictures of a tall frame would become small, their labels stand beside them.
 */

import { centreOf } from '../../layout/box.ts';
import { type FlexNode, flex } from '../../layout/flex.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { StatementData } from './schema.ts';

const SIGNS = { plus: '+', versus: 'or', arrow: '', none: '' } as const;
const BETWEEN = 150;
/** In a tall frame, with a sign between two pictures and without. */
const BELOW = { joined: 110, none: 44 };
/** A picture smaller than this is no actor, px. */
const ACTOR = 270;
const BESIDE = 48;

export function layoutStatement(data: StatementData, setting: Setting): Element[] {
  const { area, theme, shape, type } = setting;
  const wide = shape === 'wide';
  const count = data.icons.length;
  const width = wide ? Math.min(520, (area.width - BETWEEN * (count - 1)) / count) : area.width;
  const fitLabels = (across: number, lines: number, larger: number) =>
    data.icons.map((one) =>
      one.label
        ? setting.fit(one.label, {
            style: theme.fonts.strong,
            size: type.label + larger,
            max_width: across,
            max_lines: lines,
          })
        : undefined,
    );
  const below = fitLabels(width, 2, 6);
  const text = data.text
    ? setting.fit(data.text, { size: type.label + 6, max_width: area.width, max_lines: wide ? 2 : 3 })
    : undefined;
  const labelHeight = Math.max(0, ...below.map((label) => (label ? label.height + 20 : 0)));
  const free = area.height - (text ? text.height + 50 : 0);
  const between = wide ? 0 : data.joined === 'none' ? BELOW.none : BELOW.joined;
  const room = (free - between * (count - 1)) / count;
  const column = wide
    ? Math.min(count === 1 ? 460 : count === 2 ? 380 : 330, free - labelHeight - 20, width)
    : Math.min(count === 1 ? 600 : 400, room - labelHeight - 10);
  const isBeside = !wide && column < ACTOR && labelHeight > 0;
  const size = isBeside ? Math.min(300, area.width * 0.36, room - 10) : column;
  const labels = isBeside ? fitLabels(area.width - size - BESIDE, 3, 14) : below;
  const line = Math.max(0, ...labels.map((label) => label?.width ?? 0));
  const boxes = flex(area, {
    justify: 'evenly',
    align: 'centre',
    children: [
      {
        direction: wide ? 'row' : 'column',
        align: wide || isBeside ? 'start' : 'centre',
        justify: 'centre',
        children: data.icons.flatMap((_, index): FlexNode[] => [
          ...(index > 0 ? [joint(index, size, between, setting)] : []),
          isBeside ? besides(index, size, labels[index], line) : actor(index, size, labels[index]),
        ]),
      },
      ...(text ? [{ id: 'text', width: text.width, height: text.height }] : []),
    ],
  });
  return present([
    ...data.icons.flatMap((one, index) => {
      const part = `icons.${index}`;
      const box = boxes[`icon.${index}`]!;
      const label = labels[index];
      const color = one.tone && one.tone !== 'neutral' ? setting.tone(one.tone) : theme.colors.ink;
      return [
        setting.icon(`icon.${index}`, one.icon, centreOf(box), size, {
          part,
          key: setting.key('actor', one.label ?? one.icon),
        }) ?? fallback(one.icon, index, box, setting),
        index > 0 ? sign(data.joined, index, boxes[`joint.${index}`]!, setting) : undefined,
        label &&
          setting.text(
            `label.${index}`,
            label,
            isBeside
              ? { ...boxes[`label.${index}`]!, color }
              : { x: centreOf(box).x, y: boxes[`label.${index}`]!.y, align: 'centre', color },
            { part, key: setting.key('label', one.label) },
          ),
      ];
    }),
    text &&
      setting.text(
        'text',
        text,
        { x: area.x + area.width / 2, y: boxes.text!.y, align: 'centre', color: theme.colors.soft },
        { part: 'text' },
      ),
  ]);
}

function actor(index: number, size: number, label: TextBlock | undefined): FlexNode {
  return {
    align: 'centre',
    gap: 20,
    children: [
      { id: `icon.${index}`, width: size, height: size },
      ...(label ? [{ id: `label.${index}`, width: label.width, height: label.height }] : []),
    ],
  };
}

/** All labels take the room of the longest, so that the pictures stand in a column. */
function besides(index: number, size: number, label: TextBlock | undefined, line: number): FlexNode {
  return {
    direction: 'row',
    align: 'centre',
    gap: BESIDE,
    children: [
      { id: `icon.${index}`, width: size, height: size },
      { id: `label.${index}`, width: line, height: label?.height ?? 0 },
    ],
  };
}

function joint(index: number, size: number, between: number, setting: Setting): FlexNode {
  return setting.shape === 'wide'
    ? { id: `joint.${index}`, width: BETWEEN, height: size }
    : { id: `joint.${index}`, width: size, height: between };
}

function sign(
  joined: StatementData['joined'],
  index: number,
  box: Box,
  setting: Setting,
): Element | undefined {
  const { colors, fonts, stroke } = setting.theme;
  const part = `icons.${index}`;
  const centre = centreOf(box);
  if (joined === 'arrow') {
    const wide = setting.shape === 'wide';
    const [from, to] = wide
      ? [
          { x: box.x + 16, y: centre.y },
          { x: box.x + box.width - 16, y: centre.y },
        ]
      : [
          { x: centre.x, y: box.y + 12 },
          { x: centre.x, y: box.y + box.height - 12 },
        ];
    return {
      kind: 'path',
      id: `sign.${index}`,
      part,
      box: { x: from.x, y: from.y, width: Math.max(1, to.x - from.x), height: Math.max(1, to.y - from.y) },
      d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
      stroke: colors.accent,
      stroke_width: stroke + 3,
      head: { end: true, size: 32 },
    };
  }
  const text = SIGNS[joined];
  if (!text) return undefined;
  const block = setting.fit(text, { style: fonts.display, size: 72, max_width: BETWEEN, max_lines: 1 });
  return setting.text(
    `sign.${index}`,
    block,
    { x: centre.x, y: centre.y - block.height / 2, align: 'centre', color: colors.soft },
    { part },
  );
}

/** No picture shows it: its words stand in a large round instead. */
function fallback(words: string, index: number, box: Box, setting: Setting): Element {
  const block = setting.fit(words, {
    style: setting.theme.fonts.display,
    size: 80,
    max_width: box.width,
    max_lines: 3,
  });
  const centre = centreOf(box);
  return setting.text(
    `icon.${index}`,
    block,
    { x: centre.x, y: centre.y - block.height / 2, align: 'centre', color: setting.theme.colors.accent },
    { part: `icons.${index}` },
  );
}
