/**
 * One large picture in the middle with callouts at both sides, a leader line from each to its place on the picture;
 * in a tall frame the picture above, with numbers on it, and the callouts by number below.
 */
import { ChalktalkError } from '../../../errors.ts';
import { around, centreOf } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import type { Callout, PictureData } from './schema.ts';
import { apart, spotOf } from './spots.ts';

const DOT = 26;
/** Round with a number on the picture, px. */
const SPOT = 62;
/** Between a callout's words and its leader line, px. */
const GAP = 22;
/** From the end of one callout to the next, px. */
const APART = 40;
/** In a tall frame: a picture of a good size and the least, and by how much words give way to it, px. */
const GOOD = 400;
const LEAST = 300;
const SMALLER = [0, 6, 12];

interface Words {
  text: TextBlock;
  detail: TextBlock | undefined;
  width: number;
  height: number;
}

export function layoutPicture(data: PictureData, setting: Setting): Element[] {
  return setting.shape === 'wide' ? beside(data, setting) : below(data, setting);
}

function beside(data: PictureData, setting: Setting): Element[] {
  const { area } = setting;
  const size = Math.min(area.height, area.width * 0.4);
  const picture = around(centreOf(area), size);
  const column = (area.width - size) / 2 - 90;
  const shown = pictureOf(data, picture, setting);
  const spots = spotsOn(shown, data);
  const sides = sidesOf(spots, centreOf(picture).x);
  const words = data.callouts.map((callout) => fit(callout, column, setting));
  const tops = placeRows(words, spots, sides, area);
  return [
    ...shown,
    ...data.callouts.flatMap((_, index) => {
      const left = sides[index] === 'left';
      const { width, height } = words[index]!;
      const x = left ? area.x + column - width : area.x + area.width - column;
      const box: Box = { x, y: tops[index]!, width, height };
      const from = { x: left ? x + width + GAP : x - GAP, y: box.y + words[index]!.text.height / 2 };
      return [
        leader(index, spots[index]!, from, setting),
        dot(index, spots[index]!, setting),
        ...wordsOf(index, words[index]!, box, left ? 'right' : 'left', setting),
      ];
    }),
  ];
}

function below(data: PictureData, setting: Setting): Element[] {
  const { area, type } = setting;
  const badge = 68;
  const room = area.width - badge - 32;
  const tried = SMALLER.map((smaller) => {
    const words = data.callouts.map((callout) => fit(callout, room, setting, smaller));
    const rows = words.map(({ height }) => Math.max(height, badge));
    const total = rows.reduce((sum, height) => sum + height, 0) + (rows.length - 1) * 30;
    return { words, rows, total, size: Math.min(area.width * 0.86, area.height - total - 56) };
  });
  const { words, rows, total, size } = tried.find((one) => one.size >= GOOD) ?? tried.at(-1)!;
  if (size < LEAST) throw tooMuch();
  const picture: Box = { x: area.x + (area.width - size) / 2, y: area.y, width: size, height: size };
  const shown = pictureOf(data, picture, setting);
  const spots = apart(spotsOn(shown, data), SPOT + 6);
  const spare = (area.height - size - total) / (rows.length + 1);
  let y = area.y + size + Math.min(spare, 70);
  return [
    ...shown,
    ...data.callouts.flatMap((_, index) => {
      const spot = spots[index]!;
      const row: Box = {
        x: area.x + badge + 32,
        y,
        width: words[index]!.width,
        height: words[index]!.height,
      };
      const mark = { x: area.x + badge / 2, y: y + Math.max(words[index]!.text.height, badge) / 2 };
      if (row.height < badge) row.y = mark.y - row.height / 2;
      y += rows[index]! + 30 + Math.max(0, Math.min(spare - 30, 26));
      return [
        ...numeral(index, 'spot', spot, SPOT, type.least, setting),
        ...numeral(index, 'number', mark, badge, type.least + 2, setting),
        ...wordsOf(index, words[index]!, row, 'left', setting),
      ];
    }),
  ];
}

/** The picture on a soft round, so that it stands on something in every theme. */
function pictureOf(data: PictureData, box: Box, setting: Setting): Element[] {
  const { colors } = setting.theme;
  return [
    {
      kind: 'ellipse',
      id: 'ground',
      role: 'scenery',
      box,
      fill: mix(colors.surface, setting.theme.background.gradient.stops[0]!.color, 0.35),
    },
    ...setting.illustration('picture', data.picture, centreOf(box), box.width * 0.86),
  ];
}

function spotsOn(shown: Element[], data: PictureData): Point[] {
  const box = shown.find((element) => element.id === 'picture')!.box;
  const icon = shown.flatMap((element) => (element.kind === 'icon' ? [element.icon] : []))[0];
  return data.callouts.map((callout) => spotOf(callout.at, box, icon));
}

function fit(callout: Callout, width: number, setting: Setting, smaller = 0): Words {
  const text = setting.fit(callout.text, {
    style: setting.theme.fonts.strong,
    size: setting.type.label + 4 - smaller,
    max_width: width,
    max_lines: 3,
  });
  const detail = callout.detail
    ? setting.fit(callout.detail, { size: setting.type.label - 4 - smaller, max_width: width, max_lines: 4 })
    : undefined;
  return {
    text,
    detail,
    width: Math.max(text.width, detail?.width ?? 0),
    height: text.height + (detail ? detail.height + 4 : 0),
  };
}

type Side = 'left' | 'right';

/** Each callout on the side its place is nearer to, as long as neither side gets more than half, rounded up. */
function sidesOf(spots: Point[], middle: number): Side[] {
  const most = Math.ceil(spots.length / 2);
  const order = spots
    .map((_, index) => index)
    .sort((a, b) => Math.abs(spots[b]!.x - middle) - Math.abs(spots[a]!.x - middle));
  const sides: Side[] = [];
  const count = { left: 0, right: 0 };
  for (const index of order) {
    const nearest: Side =
      spots[index]!.x === middle
        ? count.left <= count.right
          ? 'left'
          : 'right'
        : spots[index]!.x < middle
          ? 'left'
          : 'right';
    const other: Side = nearest === 'left' ? 'right' : 'left';
    const side = count[nearest] < most ? nearest : other;
    count[side] += 1;
    sides[index] = side;
  }
  return sides;
}

/** Tops of the callouts, each as near its place's height as the others on its side allow. */
function placeRows(words: Words[], spots: Point[], sides: Side[], area: Box): number[] {
  const tops: number[] = [];
  for (const side of ['left', 'right'] as const) {
    const order = spots
      .map((_, index) => index)
      .filter((index) => sides[index] === side)
      .sort((a, b) => spots[a]!.y - spots[b]!.y);
    let y = area.y;
    for (const index of order) {
      tops[index] = Math.max(y, spots[index]!.y - words[index]!.text.height / 2);
      y = tops[index]! + words[index]!.height + APART;
    }
    let bottom = area.y + area.height;
    for (const index of order.toReversed()) {
      tops[index] = Math.min(tops[index]!, bottom - words[index]!.height);
      bottom = tops[index]! - APART;
    }
    if (bottom + APART < area.y - 1) throw tooMuch();
  }
  return tops;
}

function tooMuch(): ChalktalkError {
  return new ChalktalkError(
    'does_not_fit',
    'The callouts leave the picture no room; shorten them, or make two scenes of them.',
  );
}

/** From the place on the picture level to the words' height, then out to them. */
function leader(index: number, spot: Point, to: Point, setting: Setting): Element {
  const { colors, stroke } = setting.theme;
  const way = Math.sign(to.x - spot.x);
  const bend = { x: to.x - way * Math.min(70, Math.abs(to.x - spot.x) / 3), y: to.y };
  const xs = [spot.x, to.x];
  const ys = [spot.y, to.y];
  return {
    kind: 'path',
    id: `leader.${index}`,
    part: `callouts.${index}`,
    box: {
      x: Math.min(...xs),
      y: Math.min(...ys),
      width: Math.max(1, Math.abs(to.x - spot.x)),
      height: Math.max(1, Math.abs(to.y - spot.y)),
    },
    d: `M${spot.x} ${spot.y}L${bend.x} ${bend.y}L${to.x} ${to.y}`,
    stroke: colors.accent,
    stroke_width: stroke,
    on: ['picture'],
  };
}

function dot(index: number, at: Point, setting: Setting): Element {
  const { colors, stroke } = setting.theme;
  return {
    kind: 'ellipse',
    id: `dot.${index}`,
    part: `callouts.${index}`,
    box: around(at, DOT),
    fill: colors.accent,
    stroke: setting.theme.background.gradient.stops[0]!.color,
    stroke_width: stroke,
    on: ['picture'],
  };
}

/** A number in a round: on the picture and again beside the words. */
function numeral(
  index: number,
  name: 'spot' | 'number',
  at: Point,
  size: number,
  type: number,
  setting: Setting,
): Element[] {
  const { colors, fonts, shadow } = setting.theme;
  const part = `callouts.${index}`;
  const group = `${name}.${index}`;
  const block = setting.fit(String(index + 1), {
    style: fonts.strong,
    size: type,
    max_width: size,
    max_lines: 1,
  });
  return [
    { kind: 'group', id: group, part, box: around(at, size), on: ['picture'] },
    {
      kind: 'ellipse',
      id: `${group}.round`,
      part,
      group,
      box: around(at, size),
      fill: colors.accent_fill,
      ...(name === 'spot' ? { shadow } : {}),
      on: ['picture'],
    },
    setting.text(
      `${group}.text`,
      block,
      { x: at.x, y: at.y - block.height / 2, align: 'centre', color: colors.on_accent },
      { part, group, on: [`${group}.round`, 'picture'] },
    ),
  ];
}

function wordsOf(
  index: number,
  { text, detail }: Words,
  box: Box,
  align: 'left' | 'right',
  setting: Setting,
): Element[] {
  const part = `callouts.${index}`;
  const x = align === 'right' ? box.x + box.width : box.x;
  return present([
    setting.text(`text.${index}`, text, { x, y: box.y, align }, { part }),
    detail &&
      setting.text(
        `detail.${index}`,
        detail,
        { x, y: box.y + text.height + 4, align, color: setting.theme.colors.soft },
        { part },
      ),
  ]);
}
