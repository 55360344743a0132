/** A number line as large as the frame: hops arch over it, points stand on stems, ranges lie upon it as broad bands. */
import { around } from '../../layout/box.ts';
import { Room } from '../../layout/room.ts';
import type { Element, PathElement, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { type Axis, axisFor } from './axis.ts';
import { heightsOf, hopElements, onArch, travellerElements } from './hop.ts';
import { pointElements } from './point.ts';
import { endsOf, lanesOf, rangeElements } from './range.ts';
import type { NumberlineData } from './schema.ts';
import { DOT, doesNotFit, LANE, type Site, spanned } from './site.ts';

export function layoutNumberline(data: NumberlineData, setting: Setting): Element[] {
  const unit = data.unit
    ? setting.text('unit', setting.fit(data.unit, { max_width: setting.area.width, max_lines: 1 }), {
        x: setting.area.x,
        y: setting.area.y - 16,
        color: setting.theme.colors.soft,
      })
    : undefined;
  const taken = unit ? unit.box.height + 8 : 0;
  const area = { ...setting.area, y: setting.area.y + taken, height: setting.area.height - taken };
  const axis = axisFor(data, area, 0.94, setting);
  const room = new Room(area);
  for (const { centre, block } of axis.numerals) room.block(around(centre, block.width, block.height));
  room.blockLine([axis.start, axis.end], 20);

  const travellerSize = Math.min(170, axis.room * 0.3);
  const heights = heightsOf(data, axis, data.traveller ? travellerSize - 30 : 0);
  const lanes = lanesOf(data);
  const lanesRoom = Math.max(0, ...lanes) * LANE;
  if (lanesRoom > axis.room - 90) throw doesNotFit();
  const site: Site = { data, axis, room, setting, heights, lanes };
  block(site, travellerSize);
  const drawn = data.moves.map((move, index) => {
    if (move.kind === 'hop') return hopElements(move, index, site);
    if (move.kind === 'range') return rangeElements(move, index, site);
    return pointElements(move, index, site);
  });
  return present([
    unit,
    ...axisElements(axis, setting),
    ...drawn.flatMap((one) => one.under),
    ...drawn.flatMap((one) => one.over),
    ...travellerElements(site, travellerSize),
  ]);
}

/** Lines and bands are known before any label is placed, so that no label lies on one that comes later. */
function block({ data, axis, room, heights, lanes }: Site, traveller: number): void {
  data.moves.forEach((move, index) => {
    if (move.kind === 'hop') {
      const points = Array.from({ length: 25 }, (_, step) => onArch(move, heights[index]!, step / 24, axis));
      room.blockLine(points, 16);
      for (const value of [move.from, move.to])
        room.block(
          data.traveller
            ? around(axis.at(value, traveller / 2 + 16), traveller)
            : around(axis.at(value), DOT),
        );
    }
    if (move.kind === 'range') {
      const [from, to] = endsOf(move, index, { data, axis, lanes });
      room.blockLine([from, to], DOT + 4);
    }
    if (move.kind === 'point') room.block(around(axis.at(move.at), DOT));
  });
}

function axisElements(axis: Axis, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const line = (id: string, [from, to]: [Point, Point], rest: Partial<PathElement>): PathElement => ({
    kind: 'path',
    id,
    box: spanned(from, to),
    d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
    stroke: colors.line,
    stroke_width: stroke + 2,
    ...rest,
  });
  return [
    line('axis', [axis.start, axis.end], { head: { start: true, end: true, size: 26 } }),
    ...axis.numerals.flatMap(({ block, centre, foot }, index) => [
      line(`tick.${index}`, foot, { stroke_width: stroke }),
      setting.text(`numeral.${index}`, block, {
        x: centre.x,
        y: centre.y - block.height / 2,
        align: 'centre',
        color: colors.soft,
      }),
    ]),
  ];
}
