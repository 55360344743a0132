/** The ring, with its words on both sides of it in a wide frame, or in rows below it in a tall one. */
import { ChalktalkError } from '../../../errors.ts';
import { arcPath } from '../../layout/arc.ts';
import { around } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Element, PathElement, Point } from '../../scene.ts';
import { counterOf, figureText } from '../figures.ts';
import { present, type Setting } from '../setting.ts';
import { rowsBelow } from './rows.ts';
import type { DonutData } from './schema.ts';
import { colorOf, formatOf, middleOf, slicesOf } from './shares.ts';
import { sideWords } from './sides.ts';

/** How far the slice that is now stands out of the ring, px. */
export const STAND_OUT = 18;
/** Gap between slices, px. */
const GAP = 6;
/** Between the ring and the corners of what is written in its middle, px. */
const CLEAR = 6;
/** Between the ring and the rows below it, px. */
const BELOW = 44;

export function layoutDonut(data: DonutData, setting: Setting): Element[] {
  const { area } = setting;
  if (setting.shape === 'wide') {
    const radius = Math.min(area.height / 2 - STAND_OUT, area.width * 0.24);
    const centre = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
    return [...ring(data, centre, radius, setting), ...sideWords(data, centre, radius, setting)];
  }
  const rows = rowsBelow(data, setting);
  const room = area.height - rows.height - BELOW - 2 * STAND_OUT;
  const radius = Math.min(room / 2, area.width / 2 - STAND_OUT, 400);
  const spare = Math.max(0, room - 2 * radius);
  const centre = { x: area.x + area.width / 2, y: area.y + STAND_OUT + spare / 4 + radius };
  return [
    ...ring(data, centre, radius, setting),
    ...rows.place(centre.y + radius + STAND_OUT + BELOW + spare / 4),
  ];
}

function ring(data: DonutData, centre: Point, radius: number, setting: Setting): Element[] {
  const { colors } = setting.theme;
  const width = radius * 0.34;
  const line = radius - width / 2;
  const box = around(centre, line * 2);
  const gap = GAP / (2 * Math.PI * line) / 2;
  const arc = { kind: 'path' as const, box, stroke_width: width, cap: 'flat' as const };
  const slices = slicesOf(data).map(({ from, to }, index): PathElement => {
    const slim = Math.min(gap, (to - from) / 4);
    return {
      ...arc,
      id: `slice.${index}`,
      part: `slices.${index}`,
      d: arcPath(centre, line, from + slim, to - slim),
      stroke: colorOf(data, index, setting),
    };
  });
  return present([
    {
      ...arc,
      id: 'track',
      role: 'scenery',
      d: arcPath(centre, line, 0, 1),
      stroke: colors.line,
      opacity: 0.22,
    },
    ...slices,
    ...middle(data, centre, radius - width, setting),
  ]);
}

function middle(data: DonutData, centre: Point, hole: number, setting: Setting): (Element | undefined)[] {
  const { colors } = setting.theme;
  const counted = middleOf(data);
  if (!counted) return [setting.icon('icon', data.icon, centre, hole * 1.1)];
  const format = formatOf(data);
  const { figure, text } = fitMiddle(figureText(format, counted.to), data.middle!.text, hole, setting);
  const top = centre.y - (figure.height + text.height) / 2;
  return [
    setting.text(
      'middle.figure',
      figure,
      { x: centre.x, y: top, align: 'centre' },
      { counter: counterOf(format, counted.to, format.decimals) },
    ),
    setting.text('middle.text', text, {
      x: centre.x,
      y: top + figure.height,
      align: 'centre',
      color: colors.soft,
    }),
  ];
}

/** The figure and its words in the largest size that keeps their corners clear of the ring. */
function fitMiddle(
  figure: string,
  text: string,
  hole: number,
  setting: Setting,
): { figure: TextBlock; text: TextBlock } {
  for (const share of [1, 0.88, 0.76]) {
    const fitted = {
      figure: setting.fit(figure, {
        style: setting.theme.fonts.display,
        size: hole * 0.52 * share,
        max_width: hole * 1.56,
        max_lines: 1,
      }),
      text: setting.fit(text, {
        size: setting.type.label * share,
        max_width: hole * 1.4,
        max_lines: 2,
      }),
    };
    const corner = {
      x: fitted.text.lines.at(-1)!.width / 2,
      y: (fitted.figure.height + fitted.text.height) / 2,
    };
    if (Math.hypot(corner.x, corner.y) <= hole - CLEAR) return fitted;
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The ring has no room for what is written in its middle; shorten it, or show fewer slices.',
  );
}
