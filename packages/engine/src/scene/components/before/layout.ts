/**
 * Two panels with the same things in the same places, so that the eye finds what changed: side by side, or one upon
 * the other in a tall frame. The change is named on the seam.
 */
import { ChalktalkError } from '../../../errors.ts';
import { type FlexNode, flex } from '../../layout/flex.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { BeforeData, State } from './schema.ts';

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

const SEAM = 36;
const PADDING = 48;
const LEAST_PICTURE = 110;
const TAGS: Record<Side, string> = { before: 'Before', after: 'After' };

interface Words {
  tag: TextBlock;
  figure: TextBlock | undefined;
  label: TextBlock;
  text: TextBlock | undefined;
}

export function layoutBefore(data: BeforeData, setting: Setting): Element[] {
  const { area, shape } = setting;
  const wide = shape === 'wide';
  const pill = data.change ? changeOf(data.change.text, setting) : undefined;
  // The pill sits on the panels' lower edge in a wide frame, on the seam in a tall one.
  const below = wide && pill ? pillHeight(pill) / 2 : 0;
  const seam = wide || !pill ? SEAM : Math.max(SEAM, pillHeight(pill) + 2 * 20);
  const size = wide
    ? { width: (area.width - seam) / 2, height: area.height - below }
    : { width: area.width, height: (area.height - seam) / 2 };
  const panels: Record<Side, Box> = {
    before: { x: area.x, y: area.y, ...size },
    after: wide
      ? { x: area.x + size.width + seam, y: area.y, ...size }
      : { x: area.x, y: area.y + size.height + seam, ...size },
  };
  const foot = wide && pill ? pillHeight(pill) / 2 : 0;
  const { contents, picture } = fitted(data, { ...size, height: size.height - foot }, setting);
  return present([
    ...SIDES.flatMap((side) => panel(data[side], side, panels[side], foot, contents[side], picture, setting)),
    bar(panels, setting),
    ...(pill ? changePill(pill, panels, setting) : []),
  ]);
}

interface Fitted {
  contents: Record<Side, Words>;
  /** Side of both pictures, px: things of one size are compared. */
  picture: number;
}

/** Words as large as leave the pictures room, the same measure for both panels. */
function fitted(data: BeforeData, panel: { width: number; height: number }, setting: Setting): Fitted {
  for (const scale of [1, 0.85, 0.7]) {
    const contents = {
      before: wordsOf(data.before, 'before', panel, scale, setting),
      after: wordsOf(data.after, 'after', panel, scale, setting),
    };
    const picture = pictureSize(contents, panel, setting);
    if (picture >= LEAST_PICTURE) return { contents, picture };
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The words before and after leave no room for their pictures; shorten the labels or leave out the second lines.',
  );
}

function wordsOf(state: State, side: Side, panel: { width: number }, scale: number, setting: Setting): Words {
  const { fonts } = setting.theme;
  const wide = setting.shape === 'wide';
  const width = (wide ? panel.width : panel.width * 0.58) - (wide ? 2 : 1.4) * PADDING;
  return {
    tag: setting.fit(state.tag ?? TAGS[side], {
      style: fonts.strong,
      size: setting.type.label,
      max_width: panel.width - 2 * PADDING,
      max_lines: 1,
    }),
    figure: state.figure
      ? setting.fit(state.figure, {
          style: fonts.display,
          size: (wide ? 120 : 116) * scale,
          min: 56,
          max_width: width,
          max_lines: 1,
        })
      : undefined,
    label: setting.fit(state.label, {
      style: fonts.strong,
      size: (setting.type.label + 8) * scale,
      max_width: width,
      max_lines: wide ? 2 : 4,
    }),
    text: state.text
      ? setting.fit(state.text, {
          size: setting.type.label * scale,
          max_width: width,
          max_lines: wide ? 3 : 6,
        })
      : undefined,
  };
}

/** What the words leave of a panel for its picture; 0 where they do not even fit beside it. */
function pictureSize(
  contents: Record<Side, Words>,
  panel: { width: number; height: number },
  setting: Setting,
): number {
  const room = SIDES.map((side) => {
    const { tag, figure, label, text } = contents[side];
    const words = (figure?.height ?? 0) + label.height + (text ? text.height + 8 : 0);
    const free = panel.height - tag.height - 1.6 * PADDING;
    if (setting.shape === 'wide') return free - words - 24;
    return words > free ? 0 : Math.min(panel.width * 0.42 - PADDING, free * 0.9);
  });
  return Math.min(setting.shape === 'wide' ? 340 : 330, ...room);
}

function panel(
  state: State,
  side: Side,
  box: Box,
  foot: number,
  words: Words,
  picture: number,
  setting: Setting,
): Element[] {
  const { colors, corner, stroke } = setting.theme;
  const part = side;
  const on = [`${side}.panel`];
  const wide = setting.shape === 'wide';
  const inner: Box = { ...box, y: box.y + PADDING * 0.8, height: box.height - PADDING * 1.4 - foot };
  const column: FlexNode = {
    align: wide ? 'centre' : 'start',
    children: [
      ...sized('figure', words.figure),
      ...sized('label', words.label),
      { height: words.text ? 8 : 0 },
      ...sized('text', words.text),
    ],
  };
  const boxes = flex(
    { ...inner, y: inner.y + words.tag.height, height: inner.height - words.tag.height },
    {
      direction: wide ? 'column' : 'row',
      justify: wide ? 'evenly' : 'start',
      align: 'centre',
      gap: wide ? 0 : PADDING * 0.7,
      padding: { x: wide ? 0 : PADDING * 0.7, y: 0 },
      children: [{ id: 'picture', width: picture, height: picture }, column],
    },
  );
  const at = (id: string) => {
    const place = boxes[id]!;
    return wide
      ? { x: place.x + place.width / 2, y: place.y, align: 'centre' as const }
      : { x: place.x, y: place.y };
  };
  const place = boxes.picture!;
  const centre = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  const lit = side === 'after';
  return present([
    {
      kind: 'rect',
      id: `${side}.hint`,
      role: 'scenery',
      box,
      radius: corner + 6,
      stroke: colors.surface_edge,
      stroke_width: Math.max(2, stroke - 2),
    },
    {
      kind: 'rect',
      id: `${side}.panel`,
      part,
      box,
      radius: corner + 6,
      fill: colors.surface,
      stroke: lit ? colors.accent : colors.surface_edge,
      stroke_width: stroke,
    },
    setting.text(
      `${side}.tag`,
      words.tag,
      { x: box.x + PADDING, y: inner.y, color: lit ? colors.accent : colors.soft },
      { part, on },
    ),
    ...setting
      .illustration(`${side}.picture`, state.icon, centre, picture, { part })
      .map((element): Element => ({ ...element, on: [...(element.on ?? []), ...on] })),
    words.figure &&
      setting.text(
        `${side}.figure`,
        words.figure,
        { ...at('figure'), color: lit ? colors.accent : colors.ink },
        { part, on },
      ),
    setting.text(`${side}.label`, words.label, at('label'), { part, on }),
    words.text &&
      setting.text(`${side}.text`, words.text, { ...at('text'), color: colors.soft }, { part, on }),
  ]);
}

function sized(id: string, block: TextBlock | undefined): FlexNode[] {
  return block ? [{ id, width: block.width, height: block.height }] : [];
}

/** The edge of the new, which travels over the old. */
function bar(panels: Record<Side, Box>, setting: Setting): Element {
  const top = panels.before.y;
  const bottom = panels.after.y + panels.after.height;
  const thick = setting.theme.stroke + 5;
  return {
    kind: 'rect',
    id: 'bar',
    part: 'after',
    role: 'scenery',
    box: { x: panels.before.x - thick / 2, y: top - 14, width: thick, height: bottom - top + 28 },
    radius: thick / 2,
    fill: setting.theme.colors.accent,
  };
}

function changeOf(text: string, setting: Setting): TextBlock {
  return setting.fit(text, {
    style: setting.theme.fonts.strong,
    size: setting.type.label + 12,
    max_width: setting.area.width * 0.8,
    max_lines: 1,
  });
}

function pillHeight(text: TextBlock): number {
  return text.height + 34;
}

function changePill(text: TextBlock, panels: Record<Side, Box>, setting: Setting): Element[] {
  const { colors, shadow } = setting.theme;
  const { area } = setting;
  const wide = setting.shape === 'wide';
  const height = pillHeight(text);
  const width = text.width + 80;
  const middle = wide
    ? panels.before.y + panels.before.height
    : (panels.before.y + panels.before.height + panels.after.y) / 2;
  const box: Box = { x: area.x + (area.width - width) / 2, y: middle - height / 2, width, height };
  const rest = { part: 'change', group: 'change' };
  return [
    { kind: 'group', id: 'change', part: 'change', box, on: ['before.panel', 'after.panel'] },
    {
      kind: 'rect',
      id: 'change.pill',
      box,
      radius: height / 2,
      fill: colors.accent_fill,
      shadow,
      on: ['before.panel', 'after.panel'],
      ...rest,
    },
    setting.text(
      'change.text',
      text,
      { x: box.x + width / 2, y: box.y + 17, align: 'centre', color: colors.on_accent },
      { on: ['change.pill'], ...rest },
    ),
  ];
}
