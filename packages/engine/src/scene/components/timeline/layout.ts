/** A line that climbs to the right in a wide frame, or runs down the left side of a tall one, with a dot per event. */
import { curveMonotoneX, line } from 'd3-shape';
import { union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { TimelineData } from './schema.ts';

const DOT = 34;
const TRAVELLER = 120;
const ICON = 104;
/** Sizes tried until the events of a tall frame stand clear of each other. */
const SHARES = [1, 0.9, 0.8, 0.7];
/** Room kept below the line's lowest point for a label that waits for the line to clear it, px. */
const CLEARANCE = 40;

interface Words {
  when: TextBlock;
  text: TextBlock;
}

export function layoutTimeline(data: TimelineData, setting: Setting): Element[] {
  return setting.shape === 'wide' ? climbing(data, setting) : descending(data, setting);
}

function climbing(data: TimelineData, setting: Setting): Element[] {
  const { area } = setting;
  const count = data.events.length;
  const columns = count + (data.future ? 0.7 : 0);
  const column = area.width / columns;
  const words = data.events.map((event) => fitWords(event, setting, column - 48, 3));
  const below = Math.max(...words.map(heightOf)) + DOT / 2 + 22 + CLEARANCE;
  const above =
    (data.traveller ? TRAVELLER : data.events.some((event) => event.icon) ? ICON : 0) + DOT / 2 + 20;
  const low = area.y + area.height - below;
  const widest = Math.max(...words.map(({ when, text }) => Math.max(when.width, text.width)));
  const steepest = (2 * CLEARANCE * (count - 1) * column) / Math.max(1, widest);
  const high = Math.min(low, Math.max(area.y + above, low - Math.min(300, steepest)));
  const points = data.events.map(
    (_, index): Point => ({
      x: area.x + column * (index + 0.5),
      y: low - ((low - high) * index) / Math.max(1, count - 1),
    }),
  );
  const first = points[0]!;
  // A climbing line runs lower on the left: labels wait until it is clear of them.
  const slope = count > 1 ? (low - high) / ((count - 1) * column) : 0;
  const clear = (index: number) => (slope * Math.max(words[index]!.when.width, words[index]!.text.width)) / 2;
  const start = { x: area.x, y: Math.min(low, first.y + 10) };
  const end = data.future ? { x: area.x + area.width - 20, y: Math.max(area.y + 70, high - 90) } : undefined;
  const draw = line<Point>(
    (point) => point.x,
    (point) => point.y,
  ).curve(curveMonotoneX);
  return assembled(
    data,
    setting,
    words,
    points,
    (from, to) => draw([from, to]) ?? '',
    start,
    end,
    (index) => {
      const point = points[index]!;
      return { x: point.x, y: point.y + DOT / 2 + 16 + clear(index), align: 'centre' as const };
    },
  );
}

function descending(data: TimelineData, setting: Setting): Element[] {
  const { area } = setting;
  const count = data.events.length;
  const x = area.x + 76;
  const row = area.height / (count + (data.future ? 0.5 : 0));
  const side = data.events.some((event) => event.icon) ? ICON + 28 : 0;
  const words = SHARES.map((share) =>
    data.events.map((event) => fitWords(event, setting, area.width - 76 - 76 - side, 2, share)),
  ).find((blocks, index) => index === SHARES.length - 1 || blocks.every((one) => heightOf(one) <= row - 20))!;
  const points = data.events.map((_, index): Point => ({ x, y: area.y + row * (index + 0.5) }));
  const start = { x, y: area.y };
  const end = data.future ? { x, y: area.y + area.height - 60 } : undefined;
  const straight = (from: Point, to: Point) => `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return assembled(data, setting, words, points, straight, start, end, (index) => {
    const point = points[index]!;
    return { x: point.x + 60 + side, y: point.y - heightOf(words[index]!) / 2, align: 'left' as const };
  });
}

function fitWords(
  event: TimelineData['events'][number],
  setting: Setting,
  width: number,
  lines: number,
  share = 1,
): Words {
  const { fonts } = setting.theme;
  // What has passed is shown at 0.86 of its size.
  const least = setting.type.least / 0.86;
  return {
    when: setting.fit(event.when, {
      style: fonts.display,
      size: (setting.type.label + (setting.shape === 'wide' ? 16 : 24)) * share,
      max_width: width,
      max_lines: 2,
    }),
    text: setting.fit(event.text, {
      style: fonts.text,
      size: Math.max(least, (setting.type.label + 2) * share),
      min: least,
      max_width: width,
      max_lines: lines,
    }),
  };
}

function heightOf({ when, text }: Words): number {
  return when.height + text.height + 4;
}

function assembled(
  data: TimelineData,
  setting: Setting,
  words: Words[],
  points: Point[],
  join: (from: Point, to: Point) => string,
  start: Point,
  end: Point | undefined,
  place: (index: number) => Point & { align: 'left' | 'centre' },
): Element[] {
  const { colors, stroke } = setting.theme;
  const wide = setting.shape === 'wide';
  const leg = (
    id: string,
    part: string | undefined,
    from: Point,
    to: Point,
    rest: Partial<PathElement>,
  ): PathElement => ({
    kind: 'path',
    id,
    ...(part ? { part } : {}),
    box: union([
      { ...from, width: 1, height: 1 },
      { ...to, width: 1, height: 1 },
    ]),
    d: join(from, to),
    stroke_width: stroke + 3,
    ...rest,
  });
  const legs = points.map((point, index) =>
    leg(`leg.${index}`, `events.${index}`, index === 0 ? start : points[index - 1]!, point, {
      stroke: colors.accent,
    }),
  );
  const ahead = points.map((point, index) =>
    leg(`ahead.${index}`, undefined, index === 0 ? start : points[index - 1]!, point, {
      stroke: colors.faint,
      dash: [0, 20],
      stroke_width: 8,
      opacity: 0.6,
      role: 'scenery',
    }),
  );
  const last = points.at(-1)!;
  const future = end
    ? [
        leg('future.line', undefined, last, end, { stroke: colors.faint, dash: [0, 20], stroke_width: 8 }),
        futureLabel(data.future!, end, setting),
      ]
    : [];
  return present([
    ...ahead,
    ...future,
    ...legs,
    ...data.events.flatMap((event, index) => {
      const point = points[index]!;
      const part = `events.${index}`;
      const at = place(index);
      const { when, text } = words[index]!;
      const group = `event.${index}`;
      const width = Math.max(when.width, text.width);
      // As it grows and shrinks its left edge stays on the line of the others, or its middle below its dot.
      const box: Box =
        at.align === 'centre'
          ? { x: at.x - width / 2, y: at.y, width, height: heightOf(words[index]!) }
          : { x: at.x - width, y: at.y, width: 2 * width, height: heightOf(words[index]!) };
      const icon = wide
        ? { x: point.x, y: point.y - DOT / 2 - ICON / 2 - 14 }
        : { x: point.x + 60 + ICON / 2, y: point.y };
      return [
        dot(`dot.${index}`, part, point, colors.accent),
        data.traveller && wide ? undefined : setting.icon(`icon.${index}`, event.icon, icon, ICON, { part }),
        { kind: 'group' as const, id: group, part, box },
        setting.text(`when.${index}`, when, { ...at, color: colors.accent }, { part, group }),
        setting.text(
          `text.${index}`,
          text,
          { ...at, y: at.y + when.height + 4, color: colors.ink },
          { part, group },
        ),
      ];
    }),
    wide && data.traveller
      ? setting.icon(
          'traveller',
          data.traveller,
          { x: points[0]!.x, y: points[0]!.y - DOT / 2 - TRAVELLER / 2 - 6 },
          TRAVELLER,
        )
      : undefined,
  ]);
}

function dot(id: string, part: string, at: Point, fill: string): Element {
  return {
    kind: 'ellipse',
    id,
    part,
    box: { x: at.x - DOT / 2, y: at.y - DOT / 2, width: DOT, height: DOT },
    fill,
  };
}

function futureLabel(text: string, end: Point, setting: Setting): Element {
  const block = setting.fit(text, { max_width: 360, max_lines: 2, size: setting.type.label });
  const wide = setting.shape === 'wide';
  return setting.text(
    'future.label',
    block,
    wide
      ? {
          x: Math.min(end.x, setting.area.x + setting.area.width),
          y: end.y - block.height - 24,
          align: 'right',
          color: setting.theme.colors.soft,
        }
      : { x: end.x + 76, y: end.y - block.height / 2, color: setting.theme.colors.soft },
  );
}
