/** The plane with its curves, and what is written about them: at its right in a wide frame, above it in a tall one. */
import { ChalktalkError } from '../../../errors.ts';
import { around, boundsOf } from '../../layout/box.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { roomBelow, roomFor, type Tick, tickBlock, xAxis, yAxis } from '../axes.ts';
import { present, type Setting } from '../setting.ts';
import { functionsOf, type Plane, pathThrough, planeOf, pointOn, runsOf, yDomain } from './curves.ts';
import { curveColor, fitReadout } from './readout.ts';
import type { PlotData } from './schema.ts';

const POINT = 42;
const LINE = 9;
const BESIDE = 72;
/** The least height of a plot, in lines of its smallest words. */
const LINES_HIGH = 9;

export function layoutPlot(data: PlotData, setting: Setting): Element[] {
  const { area } = setting;
  const wide = setting.shape === 'wide';
  const side = wide ? area.width * 0.3 : area.width;
  const readout = fitReadout(data, side, setting);
  const room: Box = wide
    ? { ...area, width: area.width - side - BESIDE }
    : { ...area, y: area.y + readout.height + 56, height: area.height - readout.height - 56 };
  const plane = planeOf(data, plotBox(data, room, setting));
  const { box } = plane;
  const words = wide ? { ...area, x: area.x + area.width - side, width: side } : area;
  const floor = Math.min(box.y + box.height, Math.max(box.y, plane.y(0)));
  return present([
    ...yAxis(ticks(plane.y, wide ? 5 : 6), box, setting),
    ...xAxis(ticks(plane.x, wide ? 8 : 5), box, floor, setting),
    upright(plane, setting),
    ...areaOf(data, plane, setting),
    ...linesOf(data, plane, setting),
    ...curvesOf(data, plane, setting),
    ...pointOf(data, plane, setting),
    ...readout.place(words),
  ]);
}

function plotBox(data: PlotData, room: Box, setting: Setting): Box {
  const [low, high] = yDomain(data);
  const least = planeOf(data, { ...room, y: 0, height: 100 });
  const left = roomFor(
    ticks(least.y.domain([low, high]), 6).map((tick) => tick.text),
    setting,
  );
  const named = (kind: 'x' | 'y') =>
    (data.lines ?? []).filter((line) => line[kind] !== undefined && line.text).map((line) => line.text!);
  const top = named('x').length > 0 ? roomBelow(setting) : 18;
  const right = named('y').length > 0 ? roomFor(named('y'), setting) : 18;
  const height = room.height - top - roomBelow(setting);
  if (height < setting.type.least * LINES_HIGH) {
    throw new ChalktalkError(
      'does_not_fit',
      'What is written about the curves leaves no room to draw them; shorten their labels and notes.',
    );
  }
  return { x: room.x + left, y: room.y + top, width: room.width - left - right, height };
}

function ticks(scale: Plane['x'], count: number): Tick[] {
  const format = scale.tickFormat(count);
  return scale.ticks(count).map((value) => ({ at: scale(value), text: format(value) }));
}

/** The y axis, where zero is in the plot. */
function upright({ box, x }: Plane, setting: Setting): PathElement | undefined {
  const at = x(0);
  if (at < box.x || at > box.x + box.width) return undefined;
  const { colors, stroke } = setting.theme;
  return {
    kind: 'path',
    id: 'upright',
    role: 'scenery',
    box: { x: at, y: box.y, width: 1, height: box.height },
    d: `M${at} ${box.y + box.height}L${at} ${box.y}`,
    stroke: colors.line,
    stroke_width: stroke - 1,
  };
}

function curvesOf(data: PlotData, plane: Plane, setting: Setting): Element[] {
  return functionsOf(data).flatMap((f, index) =>
    runsOf(f, data, plane).map(
      (run, at): PathElement => ({
        kind: 'path',
        id: `curve.${index}.${at}`,
        part: `curves.${index}`,
        box: boundsOf(run, 1),
        d: pathThrough(run),
        stroke: curveColor(data, index, setting),
        stroke_width: LINE,
      }),
    ),
  );
}

function areaOf(data: PlotData, plane: Plane, setting: Setting): Element[] {
  if (!data.area) return [];
  const { from, to } = data.area;
  const f = functionsOf(data)[0]!;
  const points = Array.from({ length: 121 }, (_, index) =>
    pointOn(f, from + ((to - from) * index) / 120, plane),
  );
  const floor = Math.min(plane.box.y + plane.box.height, Math.max(plane.box.y, plane.y(0)));
  const base: Point[] = [
    { x: plane.x(to), y: floor },
    { x: plane.x(from), y: floor },
  ];
  return [
    {
      kind: 'path',
      id: 'area',
      part: 'area',
      role: 'scenery',
      box: boundsOf([...points, ...base], 1),
      d: `${pathThrough([...points, ...base])}Z`,
      fill: curveColor(data, 0, setting),
      opacity: 0.3,
    },
  ];
}

/** Dashed lines across the plane, their words outside it. */
function linesOf(data: PlotData, { box, x, y }: Plane, setting: Setting): Element[] {
  const { colors } = setting.theme;
  return (data.lines ?? []).flatMap((line, index): Element[] => {
    const isUpright = line.x !== undefined;
    const at = isUpright ? x(line.x!) : y(line.y!);
    const [a, b]: [Point, Point] = isUpright
      ? [
          { x: at, y: box.y + box.height },
          { x: at, y: box.y },
        ]
      : [
          { x: box.x, y: at },
          { x: box.x + box.width, y: at },
        ];
    const part = `lines.${index}`;
    const block = line.text ? tickBlock(line.text, setting) : undefined;
    const place = isUpright
      ? { x: at, y: box.y - 10 - (block?.height ?? 0), align: 'centre' as const }
      : { x: b.x + 16, y: at - (block?.height ?? 0) / 2, align: 'left' as const };
    return present([
      {
        kind: 'path',
        id: `line.${index}`,
        part,
        box: boundsOf([a, b], 1),
        d: pathThrough([a, b]),
        stroke: colors.soft,
        stroke_width: 5,
        dash: [16, 16],
      },
      block && setting.text(`line.text.${index}`, block, { ...place, color: colors.ink }, { part }),
    ]);
  });
}

/** The point at its first stop, the way it travels, its tangent, and a ring at each stop. */
function pointOf(data: PlotData, plane: Plane, setting: Setting): Element[] {
  const stops = data.stops ?? [];
  if (stops.length === 0) return [];
  const { colors, background } = setting.theme;
  const f = functionsOf(data)[0]!;
  const places = stops.map((stop) => pointOn(f, stop.x, plane));
  const way = Array.from({ length: 321 }, (_, index) =>
    pointOn(f, data.x[0] + ((data.x[1] - data.x[0]) * index) / 320, plane),
  );
  const start = places[0]!;
  const reach = Math.min(plane.box.width, plane.box.height) * 0.24;
  const tangent: [Point, Point] = [
    { x: start.x - reach, y: start.y },
    { x: start.x + reach, y: start.y },
  ];
  return present([
    { kind: 'path', id: 'way', role: 'scenery', box: boundsOf(way, 1), d: pathThrough(way) },
    ...places.map(
      (place, index): Element => ({
        kind: 'ellipse',
        id: `stop.${index}`,
        part: `stops.${index}`,
        box: around(place, POINT * 0.62),
        fill: background.gradient.stops[0]!.color,
        stroke: curveColor(data, 0, setting),
        stroke_width: 6,
      }),
    ),
    data.tangent && {
      kind: 'path',
      id: 'tangent',
      role: 'scenery',
      box: boundsOf(tangent, 1),
      d: pathThrough(tangent),
      stroke: colors.second,
      stroke_width: 7,
    },
    {
      kind: 'ellipse',
      id: 'point',
      box: around(start, POINT),
      fill: colors.ink,
      stroke: background.gradient.stops[0]!.color,
      stroke_width: 6,
    },
  ]);
}
