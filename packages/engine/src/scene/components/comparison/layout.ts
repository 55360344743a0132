/** Two panels, side by side in a wide frame and one above the other in a tall one where they have room; the verdict stands below. */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { ComparisonData } from './schema.ts';

/** Within a panel; head of one whose picture stands beside its name, and the least height of a point's row, px. */
const PAD = { broad: 48, narrow: 32 };
const HEAD = 124;
const ROW = 86;

export function layoutComparison(data: ComparisonData, setting: Setting): Element[] {
  const { area, theme } = setting;
  const wide = setting.shape === 'wide';
  const verdict = data.verdict
    ? setting.fit(data.verdict.text, {
        style: theme.fonts.strong,
        size: setting.type.label + 8,
        max_width: area.width,
        max_lines: wide ? 1 : 2,
      })
    : undefined;
  const gap = wide ? 72 : 36;
  const height = area.height - (verdict ? verdict.height + 48 : 0);
  const rows = Math.max(...data.sides.map((side) => side.points.length));
  const isStacked = !wide && (height - gap) / 2 - 1.5 * PAD.broad - HEAD - 30 >= rows * ROW;
  const width = isStacked ? area.width : (area.width - gap) / 2;
  const panels = data.sides.map(
    (_, at): Box =>
      isStacked
        ? { x: area.x, y: area.y + (at * (height + gap)) / 2, width, height: (height - gap) / 2 }
        : { x: area.x + at * (width + gap), y: area.y, width, height },
  );
  return present([
    ...panels.flatMap((panel, at) => panelOf(data, at, panel, rows, setting)),
    verdict &&
      setting.text(
        'verdict',
        verdict,
        {
          x: area.x + area.width / 2,
          y: area.y + area.height - verdict.height,
          align: 'centre',
          color: theme.colors.accent,
        },
        { part: 'verdict' },
      ),
  ]);
}

function panelOf(
  data: ComparisonData,
  at: number,
  panel: Box,
  rows: number,
  setting: Setting,
): (Element | undefined)[] {
  const { colors, fonts, corner, stroke, shadow } = setting.theme;
  const isBroad = panel.width > 600;
  const side = data.sides[at]!;
  const part = `sides.${at}`;
  const id = `panel.${at}`;
  const pad = isBroad ? PAD.broad : PAD.narrow;
  const inner = panel.width - 2 * pad;
  const name = setting.fit(side.name, {
    style: fonts.strong,
    size: setting.type.label + 14,
    max_width: isBroad ? inner - HEAD - 32 : inner,
    max_lines: 2,
  });
  const iconSize = isBroad ? (rows === 0 ? 220 : HEAD) : 150;
  const beside = isBroad && rows > 0 && Boolean(side.icon);
  const onPanel = { part, on: [id] };
  const head = beside
    ? {
        icon: { x: panel.x + pad + iconSize / 2, y: panel.y + pad + iconSize / 2 },
        y: panel.y + pad + iconSize / 2 - name.height / 2,
        bottom: panel.y + pad + iconSize,
      }
    : {
        icon: { x: panel.x + panel.width / 2, y: panel.y + pad + iconSize / 2 },
        y: panel.y + pad + (side.icon ? iconSize + 20 : 0),
        bottom: panel.y + pad + (side.icon ? iconSize + 20 : 0) + name.height,
      };
  const from = head.bottom + (isBroad ? 30 : 40);
  const row = rows > 0 ? (panel.y + panel.height - pad / 2 - from) / rows : 0;
  const nameAt = beside
    ? { x: panel.x + pad + iconSize + 32, y: head.y, align: 'left' as const }
    : { x: panel.x + panel.width / 2, y: head.y, align: 'centre' as const };
  return [
    {
      kind: 'rect',
      id,
      part,
      box: panel,
      radius: corner * 1.4,
      fill: colors.surface,
      stroke: colors.surface_edge,
      stroke_width: stroke - 2,
      shadow,
    },
    setting.icon(`icon.${at}`, side.icon, head.icon, iconSize, onPanel),
    setting.text(
      `name.${at}`,
      name,
      { ...nameAt, color: side.tone && side.tone !== 'neutral' ? setting.tone(side.tone) : colors.ink },
      onPanel,
    ),
    ...side.points.flatMap((point, index) =>
      pointOf(
        data,
        at,
        index,
        { x: panel.x + pad, y: from + row * index, width: inner, height: row },
        point.text,
        point.icon,
        setting,
      ),
    ),
  ];
}

function pointOf(
  _data: ComparisonData,
  at: number,
  index: number,
  room: Box,
  words: string,
  icon: string | undefined,
  setting: Setting,
): (Element | undefined)[] {
  const part = `sides.${at}.points.${index}`;
  const size = Math.min(setting.shape === 'wide' ? 76 : 84, room.height - 12);
  const picture = setting.icon(
    `icon.${at}.${index}`,
    icon,
    { x: room.x + size / 2, y: room.y + room.height / 2 },
    size,
    {
      part,
      on: [`panel.${at}`],
    },
  );
  const left = picture ? size + 24 : 0;
  const text: TextBlock = setting.fit(words, {
    max_width: room.width - left,
    max_lines: room.width > 480 ? 2 : 4,
    max_height: room.height,
    size: setting.type.label,
  });
  return [
    picture,
    setting.text(
      `text.${at}.${index}`,
      text,
      { x: room.x + left, y: room.y + (room.height - text.height) / 2, color: setting.theme.colors.ink },
      { part, on: [`panel.${at}`] },
    ),
  ];
}
