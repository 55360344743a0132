/** Names on the map: each on a chip beside what it names, or, where the map is too small for chips, in a list below it. */
import { geoCentroid } from 'd3-geo';
import { around, inset, union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { placeLabels, type Wanted } from './labels.ts';
import { isListed, legendOf } from './legend.ts';
import { outlineOf } from './outline.ts';
import { project, type View } from './projection.ts';
import type { Route } from './routes.ts';
import { TRAVELLER } from './routes.ts';
import type { MapData } from './schema.ts';
import { type LonLat, mainlandOf, shapeOf } from './world/atlas.ts';

const MARKER = 30;
const PAD = { x: 18, y: 8 };

/** Something with a label: a place by its marker, a country by its middle. */
export interface Named {
  id: string;
  part: string;
  at: Point;
  name: TextBlock;
  note: TextBlock | undefined;
  marker: boolean;
  /** Of its marker or its country. */
  color: string;
  /** From its middle to where a label may stand, px; 0 where the label may lie upon it. */
  clear: number;
}

export function labelled(
  data: MapData,
  view: View,
  points: ReadonlyMap<string, Point>,
  routes: Route[],
  setting: Setting,
): Element[] {
  const named = [...namedPlaces(data, view, points, setting), ...namedRegions(data, view, setting)];
  if (isListed(view, setting)) {
    const markers = named.flatMap((one) => (one.marker ? [markerOf(one, setting)] : []));
    return [...markers, ...legendOf(named, view, setting)];
  }
  const wanted = named.map(({ name, note, at, clear, part }): Wanted => {
    return {
      name: part,
      at,
      width: Math.max(name.width, note?.width ?? 0) + 2 * PAD.x,
      height: name.height + (note?.height ?? 0) + 2 * PAD.y,
      clear,
    };
  });
  const markers = named.filter(({ marker }) => marker).map(({ at }) => around(at, MARKER + 8));
  const corridors = routes.flatMap(({ along }) => along.map((point) => around(point, TRAVELLER * 0.7)));
  const wires = routes.flatMap(({ along }) => along.map((point) => around(point, 12)));
  const within = inset(view.kind === 'globe' ? setting.area : view.box, 10);
  let boxes: Box[];
  try {
    boxes = placeLabels(wanted, within, [...markers, ...wires], corridors);
  } catch {
    // Better a label on a line than none.
    boxes = placeLabels(wanted, within, markers, wires);
  }
  return named.flatMap((one, index) => chip(one, boxes[index]!, data, setting));
}

function namedPlaces(
  data: MapData,
  view: View,
  points: ReadonlyMap<string, Point>,
  setting: Setting,
): Named[] {
  return data.places.map((place, index) => ({
    id: `place.${index}`,
    part: `places.${index}`,
    at: points.get(place.name)!,
    ...words(place.name, place.note, setting),
    marker: true,
    color: colorOf(data, 'places', index, view, setting),
    clear: MARKER / 2 + 12,
  }));
}

/** A country that is also a place, or lies off the map, needs no label of its own. */
function namedRegions(data: MapData, view: View, setting: Setting): Named[] {
  return data.regions.flatMap((region, index): Named[] => {
    if (data.places.some(({ name }) => name === region.country)) return [];
    const mainland = mainlandOf(shapeOf(region.country)!);
    const at = project(view, geoCentroid(mainland) as LonLat);
    const extent = outlineOf(mainland, view, 0)?.box;
    const { box } = view;
    const isOn = at && at.x > box.x && at.x < box.x + box.width && at.y > box.y && at.y < box.y + box.height;
    if (!isOn || !extent) return [];
    const label = words(region.country, undefined, setting);
    // A label must not hide the country it names.
    const isRoomy =
      extent.width > label.name.width * 1.3 + 2 * PAD.x && extent.height > label.name.height * 2.4;
    const clear = isRoomy ? 0 : Math.max(10, Math.min(extent.width, extent.height) / 2 + 8);
    return [
      {
        id: `name.${index}`,
        part: `regions.${index}`,
        at,
        ...label,
        marker: false,
        color: colorOf(data, 'regions', index, view, setting),
        clear,
      },
    ];
  });
}

function words(
  name: string,
  note: string | undefined,
  setting: Setting,
): { name: TextBlock; note: TextBlock | undefined } {
  const { fonts } = setting.theme;
  const max_width = setting.area.width * (setting.shape === 'wide' ? 0.28 : 0.5);
  return {
    name: setting.fit(name, {
      style: fonts.strong,
      size: setting.type.label - 2,
      max_width,
      max_lines: 2,
    }),
    note: note ? setting.fit(note, { size: setting.type.least, max_width, max_lines: 2 }) : undefined,
  };
}

function markerOf({ id, part, at, color }: Named, setting: Setting): Element {
  const { stroke, background } = setting.theme;
  return {
    kind: 'ellipse',
    id: `${id}.marker`,
    part,
    box: around(at, MARKER),
    fill: color,
    stroke: background.gradient.stops[0]!.color,
    stroke_width: stroke,
  };
}

function chip(one: Named, box: Box, data: MapData, setting: Setting): Element[] {
  const { id, part, at, name, note, clear } = one;
  const { colors, shadow } = setting.theme;
  const group = `${id}.label`;
  const wires = data.routes.flatMap((_, index) => [`route.${index}`, `traveller.${index}`]);
  const inside = { part, group, on: [`${id}.chip`] };
  const middle = box.x + box.width / 2;
  const countries = data.regions.map((_, index) => `region.${index}`);
  return present([
    pointer(id, part, at, box, clear, setting),
    one.marker && markerOf(one, setting),
    { kind: 'group', id: group, part, box },
    {
      kind: 'rect',
      id: `${id}.chip`,
      part,
      group,
      box,
      radius: Math.min(16, box.height / 3),
      fill: colors.surface,
      shadow,
      on: ['land', ...wires, ...countries, `${id}.pointer`],
    },
    setting.text(`${id}.name`, name, { x: middle, y: box.y + PAD.y, align: 'centre' }, inside),
    note &&
      setting.text(
        `${id}.note`,
        note,
        { x: middle, y: box.y + PAD.y + name.height, align: 'centre', color: colors.soft },
        inside,
      ),
  ]);
}

/** From what is named to a label that found no place beside it. */
function pointer(
  id: string,
  part: string,
  at: Point,
  label: Box,
  clear: number,
  setting: Setting,
): PathElement | undefined {
  const nearest = {
    x: Math.min(label.x + label.width, Math.max(label.x, at.x)),
    y: Math.min(label.y + label.height, Math.max(label.y, at.y)),
  };
  const away = Math.hypot(nearest.x - at.x, nearest.y - at.y);
  if (away < clear + 14) return undefined;
  return {
    kind: 'path',
    id: `${id}.pointer`,
    part,
    box: union([around(at, 1), around(nearest, 1)]),
    d: `M${at.x} ${at.y}L${nearest.x} ${nearest.y}`,
    stroke: setting.theme.colors.ink,
    stroke_width: Math.max(2, setting.theme.stroke - 2),
  };
}

/** Accent and tones; in a list each has a colour of its own, by which the eye finds it on the map. */
export function colorOf(
  data: MapData,
  kind: 'regions' | 'places',
  index: number,
  view: View,
  setting: Setting,
): string {
  const { colors } = setting.theme;
  if (isListed(view, setting)) {
    const before = kind === 'places' ? data.regions.length : 0;
    return colors.series[(before + index) % colors.series.length]!;
  }
  if (kind === 'places') return colors.accent;
  const tone = data.regions[index]!.tone;
  return tone && tone !== 'neutral' ? setting.tone(tone) : colors.second;
}
