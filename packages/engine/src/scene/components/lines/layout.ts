/** The chart: light axes, lines in pieces, their names and last figures at their ends, named points beside them. */
import { boundsOf } from '../../layout/box.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { roomBelow, roomFor, xAxis, yAxis } from '../axes.ts';
import { present, type Setting } from '../setting.ts';
import { type Curve, colorOf, curveThrough, xPlaces, yScale, yTicks } from './chart.ts';
import { endLabels, fitEnds } from './ends.ts';
import { markLabels } from './marks.ts';
import { piecesOf } from './pieces.ts';
import type { LinesData } from './schema.ts';

const LINE = 9;
const HEAD = 34;
/** About as many lines across the chart. */
const TICKS = 4;

export function layoutLines(data: LinesData, setting: Setting): Element[] {
  const { area, theme, type } = setting;
  const wide = setting.shape === 'wide';
  const unit =
    data.unit &&
    setting.text(
      'unit',
      setting.fit(data.unit, { max_width: area.width, max_lines: wide ? 1 : 2, size: type.label - 2 }),
      { x: area.x, y: area.y - 16, color: theme.colors.soft },
    );
  const top = unit ? unit.box.y + unit.box.height + 48 : area.y + 20;
  const scale = yScale(data, TICKS);
  const left =
    area.x +
    roomFor(
      yTicks(data, scale, TICKS).map((tick) => tick.text),
      setting,
    );
  const ends = fitEnds(data, setting);
  const box: Box = {
    x: left,
    y: top,
    width: area.x + area.width - ends.room - left,
    height: area.y + area.height - roomBelow(setting) - top,
  };
  scale.range([box.y + box.height, box.y]);
  const x = xPlaces(data, box, wide ? 7 : 4);
  const curves = data.series.map((series) =>
    curveThrough(series.values.map((value, index) => ({ x: x.at(index), y: scale(value) }))),
  );
  const ticks = yTicks(data, scale, TICKS);
  return present([
    unit || undefined,
    ...yAxis(ticks, box, setting),
    ...xAxis(x.ticks, box, box.y + box.height, setting),
    ...(data.area && curves.length === 1 ? areas(data, curves[0]!, box, setting) : []),
    ...curves.flatMap((curve, index) => lineOf(data, index, curve, setting)),
    ...endLabels(data, ends, curves, box, setting),
    ...markLabels(data, curves, ends, box, setting),
  ]);
}

function lineOf(data: LinesData, index: number, curve: Curve, setting: Setting): Element[] {
  const color = colorOf(data, index, setting);
  const first = curve.points[0]!;
  return [
    // The way that the head travels is never seen.
    {
      kind: 'path',
      id: `way.${index}`,
      role: 'scenery',
      box: boundsOf(curve.points, 1),
      d: curve.whole,
    },
    ...piecesOf(data, index).map(
      ({ id, part, from, to }): PathElement => ({
        kind: 'path',
        id,
        part,
        box: boundsOf(curve.points.slice(from, to + 1), 1),
        d: curve.piece(from, to),
        stroke: color,
        stroke_width: LINE,
      }),
    ),
    {
      kind: 'ellipse',
      id: `head.${index}`,
      part: `series.${index}`,
      box: { x: first.x - HEAD / 2, y: first.y - HEAD / 2, width: HEAD, height: HEAD },
      fill: color,
      stroke: setting.theme.background.gradient.stops[0]!.color,
      stroke_width: 6,
    },
  ];
}

function areas(data: LinesData, curve: Curve, box: Box, setting: Setting): Element[] {
  const base = box.y + box.height;
  return piecesOf(data, 0).map(({ id, part, from, to }): PathElement => {
    const [a, b] = [curve.points[from]!, curve.points[to]!];
    const bounds = boundsOf(curve.points.slice(from, to + 1), 1);
    return {
      kind: 'path',
      id: id.replace('line', 'area'),
      part,
      role: 'scenery',
      box: { ...bounds, height: base - bounds.y },
      d: `${curve.piece(from, to)}L${b.x} ${base}L${a.x} ${base}Z`,
      fill: colorOf(data, 0, setting),
      opacity: 0.16,
    };
  });
}
