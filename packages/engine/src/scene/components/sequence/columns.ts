/** The parties of a sequence: where each one's line of life runs, with its picture and name at the top. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { SequenceData } from './schema.ts';

export interface Columns {
  /** x of each party's line, px. */
  lines: number[];
  /** y below which the messages have the area, px. */
  bottom: number;
  elements: Element[];
}

/** Between a picture and its name, and between the names and the lines, px. */
const TO_NAME = 26;
const TO_LINE = 26;

/**
 * @param area where they may stand; the messages below them have what is left of the setting's area
 * @param pictures factor of the pictures' size
 */
export function layColumns(data: SequenceData, area: Box, pictures: number, setting: Setting): Columns {
  const { shape } = setting;
  const count = data.parties.length;
  const lines = data.parties.map(
    (_, index) => area.x + area.width * shareOf(index, count, hasSideNotes(data, setting), shape),
  );
  const beside = count === 2 && shape === 'wide' ? namesBeside(data, setting, lines) : undefined;
  const below = beside ? undefined : namesBelow(data, setting);
  const names = beside ?? below!.names;
  const picture = pictureSize(setting, count, beside !== undefined) * pictures;
  const under = below
    ? Math.max(...below.names.map((name, index) => name.height + below.drops[index]!)) + 10
    : 0;
  const elements = data.parties.flatMap((party, index) => {
    const x = lines[index]!;
    const box: Box = { x: x - picture / 2, y: area.y, width: picture, height: picture };
    const name = names[index]!;
    const isLeft = index === 0;
    const place = beside
      ? {
          x: isLeft ? box.x - TO_NAME : box.x + picture + TO_NAME,
          y: area.y + (picture - name.height) / 2,
          align: isLeft ? ('right' as const) : ('left' as const),
        }
      : {
          x: within(x, name.width, area),
          y: area.y + picture + 10 + below!.drops[index]!,
          align: 'centre' as const,
        };
    const key = setting.key('label', party.name);
    return present([
      ...(picture > 0 ? face(party, index, box, setting) : []),
      setting.text(`name.${index}`, name, place, key ? { key } : {}),
    ]);
  });
  return { lines, bottom: area.y + picture + under + TO_LINE, elements };
}

/** Notes stand outside the last line of two in a wide frame, elsewhere below their arrows. */
export function hasSideNotes(data: SequenceData, setting: Setting): boolean {
  return (
    setting.shape === 'wide' && data.parties.length === 2 && data.messages.some((message) => message.note)
  );
}

function shareOf(index: number, count: number, hasNotes: boolean, shape: Setting['shape']): number {
  if (shape === 'tall') return count === 2 ? [0.14, 0.86][index]! : (index + 0.5) / count;
  if (count === 2) return (hasNotes ? [0.18, 0.75] : [0.2, 0.8])[index]!;
  return (index + 0.5) / count;
}

function pictureSize(setting: Setting, count: number, isBeside: boolean): number {
  const wished = setting.shape === 'tall' ? 170 : isBeside ? 156 : 120;
  const spacing = setting.area.width / count;
  return Math.min(wished, spacing * 0.7, setting.area.height * 0.22);
}

/** Names outside of the pictures; undefined when they are too long for it. */
function namesBeside(data: SequenceData, setting: Setting, lines: number[]): TextBlock[] | undefined {
  const { area } = setting;
  const outer =
    Math.min(lines[0]! - area.x, area.x + area.width - lines[1]!) -
    pictureSize(setting, 2, true) / 2 -
    TO_NAME;
  try {
    return data.parties.map(({ name }) =>
      setting.fit(name, {
        style: setting.theme.fonts.strong,
        size: setting.type.label + 4,
        max_width: outer,
        max_lines: 2,
      }),
    );
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}

/** Names below the pictures; where they are too long to stand side by side, every other one stands lower. */
function namesBelow(data: SequenceData, setting: Setting): { names: TextBlock[]; drops: number[] } {
  const spacing = setting.area.width / data.parties.length;
  const fit = (width: number) =>
    data.parties.map(({ name }) =>
      setting.fit(name, {
        style: setting.theme.fonts.strong,
        size: setting.type.label,
        max_width: width,
        max_lines: 2,
      }),
    );
  try {
    return { names: fit(spacing - 14), drops: data.parties.map(() => 0) };
  } catch (error) {
    if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    const names = fit(2 * spacing - 14);
    const first = Math.max(...names.filter((_, index) => index % 2 === 0).map((name) => name.height));
    return { names, drops: names.map((_, index) => (index % 2 === 0 ? 0 : first + 4)) };
  }
}

/** The party's picture, else its initial in a round. */
function face(
  party: { name: string; icon?: string | undefined },
  index: number,
  box: Box,
  setting: Setting,
): Element[] {
  const { colors, stroke, fonts } = setting.theme;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const key = setting.key('actor', party.name);
  const icon = setting.icon(`face.${index}`, party.icon ?? party.name, centre, box.width, {
    color: colors.second,
    ...(key ? { key } : {}),
  });
  if (icon) return [icon];
  const initial = setting.fit(party.name.slice(0, 1).toUpperCase(), {
    style: fonts.display,
    size: box.width * 0.44,
    max_width: box.width,
  });
  const group = `face.${index}`;
  return [
    { kind: 'group', id: group, box },
    {
      kind: 'ellipse',
      id: `round.${index}`,
      group,
      box,
      fill: colors.surface,
      stroke: colors.line,
      stroke_width: stroke,
    },
    setting.text(
      `initial.${index}`,
      initial,
      { x: centre.x, y: centre.y - initial.height / 2, align: 'centre' },
      { group, on: [`round.${index}`] },
    ),
  ];
}

/** The centre nearest to `x` at which something of this width is inside the area. */
function within(x: number, width: number, area: Box): number {
  return Math.min(area.x + area.width - width / 2, Math.max(area.x + width / 2, x));
}
