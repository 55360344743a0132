/** Points in one column beside each other: rows in a tall frame, one or two rows of columns in a wide one. */
import type { TextBlock } from '../../layout/text.ts';
import { flex, type FlexNode } from '../../layout/flex.ts';
import { centreOf } from '../../layout/box.ts';
import type { Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { PointsData } from './schema.ts';

interface Fitted {
  text: TextBlock;
  detail?: TextBlock;
  round: number;
}

export function layoutPoints(data: PointsData, setting: Setting): Element[] {
  return setting.shape === 'wide' ? asColumns(data, setting) : asRows(data, setting);
}

function asColumns(data: PointsData, setting: Setting): Element[] {
  const count = data.items.length;
  const perRow = count <= 4 ? count : Math.ceil(count / 2);
  const rows = Math.ceil(count / perRow);
  const width = Math.min(460, setting.area.width / perRow - 40);
  const round = rows === 1 ? (count <= 3 ? 260 : 210) : 130;
  const fitted = data.items.map((item) => fit(item, setting, width, round, rows === 1 ? 3 : 2));
  const cell = (index: number): FlexNode => ({
    width,
    align: 'centre',
    gap: 26,
    children: [
      { id: `round.${index}`, width: round, height: round },
      {
        align: 'centre',
        gap: 8,
        children: [
          { id: `text.${index}`, width: fitted[index]!.text.width, height: fitted[index]!.text.height },
          ...(fitted[index]!.detail
            ? [{ id: `detail.${index}`, width: fitted[index]!.detail!.width, height: fitted[index]!.detail!.height }]
            : []),
        ],
      },
    ],
  });
  const boxes = flex(setting.area, {
    justify: 'centre',
    gap: 44,
    children: Array.from({ length: rows }, (_, row) => ({
      direction: 'row' as const,
      justify: 'evenly' as const,
      align: 'start' as const,
      width: setting.area.width,
      children: data.items
        .map((_, index) => index)
        .filter((index) => Math.floor(index / perRow) === row)
        .map(cell),
    })),
  });
  return drawn(data, setting, fitted, boxes, 'centre');
}

function asRows(data: PointsData, setting: Setting): Element[] {
  const count = data.items.length;
  const round = count <= 3 ? 220 : count <= 4 ? 180 : 140;
  const width = setting.area.width - round - 48;
  const fitted = data.items.map((item) => fit(item, setting, width, round, 2));
  const boxes = flex(setting.area, {
    justify: 'evenly',
    children: data.items.map((_, index) => ({
      direction: 'row' as const,
      align: 'centre' as const,
      gap: 48,
      children: [
        { id: `round.${index}`, width: round, height: round },
        {
          gap: 8,
          children: [
            { id: `text.${index}`, width: fitted[index]!.text.width, height: fitted[index]!.text.height },
            ...(fitted[index]!.detail
              ? [{ id: `detail.${index}`, width: fitted[index]!.detail!.width, height: fitted[index]!.detail!.height }]
              : []),
          ],
        },
      ],
    })),
  });
  return drawn(data, setting, fitted, boxes, 'left');
}

function fit(item: PointsData['items'][number], setting: Setting, width: number, round: number, lines: number): Fitted {
  const { fonts } = setting.theme;
  return {
    round,
    text: setting.fit(item.text, { style: fonts.strong, size: setting.type.label + 4, max_width: width, max_lines: lines }),
    ...(item.detail
      ? { detail: setting.fit(item.detail, { size: setting.type.label - 4, max_width: width, max_lines: 2 }) }
      : {}),
  };
}

function drawn(
  data: PointsData,
  setting: Setting,
  fitted: Fitted[],
  boxes: Record<string, { x: number; y: number; width: number; height: number }>,
  align: 'left' | 'centre',
): Element[] {
  const { colors, stroke, shadow } = setting.theme;
  return data.items.flatMap((item, index) => {
    const part = `items.${index}`;
    const box = boxes[`round.${index}`]!;
    const centre = centreOf(box);
    const at = (name: string) => {
      const place = boxes[name]!;
      return { x: align === 'centre' ? place.x + place.width / 2 : place.x, y: place.y, align };
    };
    const { text, detail } = fitted[index]!;
    return present([
      { kind: 'group', id: `mark.${index}`, part, box },
      {
        kind: 'ellipse',
        id: `round.${index}`,
        part,
        group: `mark.${index}`,
        box,
        fill: colors.surface,
        stroke: item.tone === 'now' || item.tone === undefined ? colors.surface_edge : setting.tone(item.tone),
        stroke_width: stroke,
        shadow,
      },
      setting.icon(`icon.${index}`, item.icon, centre, box.width * 0.56, {
        part,
        group: `mark.${index}`,
        on: [`round.${index}`],
        key: setting.key('actor', item.text),
      }) ??
        setting.text(
          `icon.${index}`,
          setting.fit(String(index + 1), { style: setting.theme.fonts.display, size: box.width * 0.4, max_width: box.width }),
          { x: centre.x, y: centre.y - box.width * 0.24, align: 'centre', color: colors.ink },
          { part, group: `mark.${index}`, on: [`round.${index}`] },
        ),
      setting.text(`text.${index}`, text, at(`text.${index}`), { part }),
      detail && setting.text(`detail.${index}`, detail, { ...at(`detail.${index}`), color: colors.soft }, { part }),
    ]);
  });
}
