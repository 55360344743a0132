/** Named points: each word stands as near to its point as lines, other words and the frame allow. */
import { overlapArea } from '../../../check/geometry.ts';
import { ChalktalkError } from '../../../errors.ts';
import { around, isInside } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import { measurePath } from '../../motion/path.ts';
import type { Box, Element, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { Curve } from './chart.ts';
import type { Ends } from './ends.ts';
import type { LinesData } from './schema.ts';

const DOT = 26;
/** How near a word may come to a line or another word, px. */
const CLEAR = 16;
/** Between a point and a word above it; one that stands further off is joined to it by a line. */
const NEAREST = DOT / 2 + 10;
const FAR = NEAREST + 40;
/** How far a word may reach above the chart, px: less than what stands there is away. */
const ABOVE = 32;

interface Mark {
  id: string;
  part: string;
  color: number;
  point: Point;
  block: TextBlock;
}

export function markLabels(
  data: LinesData,
  curves: Curve[],
  ends: Ends,
  box: Box,
  setting: Setting,
): Element[] {
  const marks = data.series.flatMap((series, index) =>
    (series.marks ?? []).map(
      (mark, at): Mark => ({
        id: `${index}.${at}`,
        part: `series.${index}.marks.${at}`,
        color: index,
        point: curves[index]!.points[data.x.indexOf(mark.at)]!,
        block: setting.fit(mark.text, {
          style: setting.theme.fonts.strong,
          max_width: box.width * (setting.shape === 'wide' ? 0.26 : 0.5),
          max_lines: 3,
        }),
      }),
    ),
  );
  const taken = [...curves.flatMap(along), ...marks.map(({ point }) => around(point, DOT))];
  const room: Box = {
    x: box.x + 8,
    y: box.y - ABOVE,
    width: box.width + ends.room - 8,
    height: box.height + ABOVE - 8,
  };
  const right: Box = { x: box.x + box.width + 8, y: box.y - 40, width: ends.room, height: box.height + 80 };
  taken.push(right);
  return marks.flatMap((mark) => {
    const place = freePlace(mark, taken, room);
    taken.push(place);
    return present([leaderOf(mark, place, setting), ...drawn(mark, place, setting)]);
  });
}

/** Boxes along a line that together cover it. */
function along(curve: Curve): Box[] {
  const way = measurePath(curve.whole);
  const count = Math.ceil(way.length / 10);
  return Array.from({ length: count + 1 }, (_, index) => around(way.pointAt(index / count), 10));
}

function freePlace(mark: Mark, taken: Box[], room: Box): Box {
  const { width, height } = mark.block;
  for (let away = NEAREST; away < room.height; away += 18) {
    for (const [across, down] of DIRECTIONS) {
      const box: Box = {
        x: mark.point.x - (width * (1 - across)) / 2 + across * (down === 0 ? away : 10),
        y: mark.point.y + down * away - (height * (1 - down)) / 2,
        width,
        height,
      };
      const grown = {
        x: box.x - CLEAR,
        y: box.y - CLEAR / 2,
        width: width + 2 * CLEAR,
        height: height + CLEAR,
      };
      if (isInside(box, room) && !taken.some((other) => overlapArea(grown, other) > 0)) return box;
    }
  }
  throw new ChalktalkError(
    'does_not_fit',
    `There is no room for "${mark.block.lines[0]?.runs[0]?.text ?? ''}" beside its point; shorten it or name fewer points.`,
  );
}

/** Across and down from the point: above first, then more and more aside, then below and beside it. */
const DIRECTIONS: [number, number][] = [
  ...[0, -0.5, 0.5, -1, 1].map((across): [number, number] => [across, -1]),
  ...[0, 0.5, -0.5, 1, -1].map((across): [number, number] => [across, 1]),
  [-1, 0],
  [1, 0],
];

function drawn({ id, part, point, block }: Mark, place: Box, setting: Setting): Element[] {
  const { colors, background } = setting.theme;
  return [
    {
      kind: 'ellipse',
      id: `dot.${id}`,
      part,
      box: around(point, DOT),
      fill: colors.ink,
      stroke: background.gradient.stops[0]!.color,
      stroke_width: 5,
    },
    setting.text(
      `mark.${id}`,
      block,
      { x: place.x + place.width / 2, y: place.y, align: 'centre' },
      { part },
    ),
  ];
}

/** A thin line from a word to its point, where they stand far apart above one another. */
function leaderOf({ id, part, point }: Mark, place: Box, setting: Setting): Element | undefined {
  const above = place.y + place.height < point.y;
  const from = above ? place.y + place.height + 8 : place.y - 8;
  const to = point.y + (above ? -1 : 1) * (DOT / 2 + 8);
  if (Math.abs(to - from) < FAR - NEAREST) return undefined;
  const x = Math.min(place.x + place.width - 12, Math.max(place.x + 12, point.x));
  return {
    kind: 'path',
    id: `leader.${id}`,
    part,
    role: 'scenery',
    box: {
      x: Math.min(x, point.x),
      y: Math.min(from, to),
      width: Math.abs(x - point.x) + 1,
      height: Math.abs(to - from),
    },
    d: `M${x} ${from}L${point.x} ${to}`,
    stroke: setting.theme.colors.line,
    stroke_width: 3,
  };
}
