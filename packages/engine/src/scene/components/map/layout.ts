/** Land on a sheet or globe, countries coloured on top, routes over them, markers and their labels above all. */
import { geoCentroid } from 'd3-geo';
import { ChalktalkError } from '../../../errors.ts';
import { around, inset, union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { placeLabels, type Wanted } from './labels.ts';
import { outlineOf } from './outline.ts';
import { locate, project, type View, viewOf } from './projection.ts';
import type { MapData } from './schema.ts';
import { countryShapes, type LonLat, mainlandOf, shapeOf } from './world/atlas.ts';

const MARKER = 30;
const TRAVELLER = 92;
const PAD = { x: 18, y: 8 };

export function layoutMap(data: MapData, setting: Setting): Element[] {
  const view = viewOf(data, setting);
  const points = new Map(data.places.map(({ name }) => [name, onMap(name, locate(name, data), view)]));
  const routes = data.routes.map((route, index) =>
    routeOf(index, points.get(route.from)!, points.get(route.to)!, setting),
  );
  return present([
    ...groundOf(view, setting),
    ...landOf(data, view, setting),
    ...routes.flatMap(({ hint, line }) => [hint, line]),
    ...labelled(data, view, points, routes, setting),
    ...data.routes.map((route, index) =>
      setting.icon(`traveller.${index}`, route.traveller, routes[index]!.start, TRAVELLER, {
        part: `routes.${index}`,
        on: [`route.${index}`],
      }),
    ),
  ]);
}

function onMap(name: string, at: LonLat, view: View): Point {
  const point = project(view, at);
  const { box } = view;
  if (
    !point ||
    point.x < box.x ||
    point.y < box.y ||
    point.x > box.x + box.width ||
    point.y > box.y + box.height
  ) {
    throw new ChalktalkError(
      'does_not_fit',
      `"${name}" is not on the part of the map that is shown; use view "auto".`,
    );
  }
  return point;
}

/** The sea: a sheet behind a region, a ball behind a globe, nothing behind the oval of the world. */
function groundOf(view: View, setting: Setting): Element[] {
  const { colors, corner, stroke, background } = setting.theme;
  const ground = background.gradient.stops[0]!.color;
  const sea = mix(ground, colors.second, 0.12);
  const base = { id: 'sea', role: 'scenery' as const, box: view.box, fill: sea };
  if (view.kind === 'oval') return [];
  if (view.kind === 'globe')
    return [{ kind: 'ellipse', ...base, stroke: colors.surface_edge, stroke_width: stroke - 2 }];
  return [{ kind: 'rect', ...base, radius: corner }];
}

function landOf(data: MapData, view: View, setting: Setting): Element[] {
  const { colors, corner, background } = setting.theme;
  const ground = background.gradient.stops[0]!.color;
  const land = mix(colors.surface, colors.line, 0.32);
  const countries = [...countryShapes().values()].filter(
    (shape) => view.kind === 'region' || shape.properties.name !== 'Antarctica',
  );
  const outlines = defined(countries.map((shape) => outlineOf(shape, view, corner)));
  const base = {
    kind: 'path' as const,
    fill: land,
    stroke: mix(ground, land, 0.25),
    stroke_width: 1.6,
  };
  return [
    { ...base, id: 'land', box: view.box, d: outlines.map(({ d }) => d).join('') },
    ...data.regions.flatMap((region, index): Element[] => {
      const outline = outlineOf(shapeOf(region.country)!, view, corner);
      if (!outline) return [];
      const tone = region.tone && region.tone !== 'neutral' ? setting.tone(region.tone) : colors.second;
      return [
        {
          ...base,
          id: `region.${index}`,
          part: `regions.${index}`,
          box: outline.box,
          d: outline.d,
          fill: tone,
        },
      ];
    }),
  ];
}

function defined<T>(values: (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}

interface Route {
  hint: PathElement;
  line: PathElement;
  start: Point;
  /** Points along it, px. */
  along: Point[];
}

/** An arc that bows upwards, so that ways there and back do not lie on each other. */
function routeOf(index: number, from: Point, to: Point, setting: Setting): Route {
  const { colors, stroke } = setting.theme;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const bow = Math.min(120, length * 0.22) * (to.x >= from.x ? 1 : -1);
  const bend = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / Math.max(1, length)) * bow,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / Math.max(1, length)) * bow,
  };
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * bend.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * bend.y + t ** 2 * to.y,
  });
  const along = Array.from({ length: 21 }, (_, step) => at(step / 20));
  const xs = along.map(({ x }) => x);
  const ys = along.map(({ y }) => y);
  const box: Box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(1, Math.max(...xs) - Math.min(...xs)),
    height: Math.max(1, Math.max(...ys) - Math.min(...ys)),
  };
  const d = `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`;
  return {
    hint: {
      kind: 'path',
      id: `way.${index}`,
      role: 'scenery',
      box,
      d,
      stroke: colors.ink,
      stroke_width: stroke,
      dash: [0, stroke * 3],
      opacity: 0.4,
    },
    line: {
      kind: 'path',
      id: `route.${index}`,
      part: `routes.${index}`,
      box,
      d,
      stroke: colors.accent,
      stroke_width: stroke + 2,
    },
    start: from,
    along,
  };
}

/** Something with a label: a place by its marker, a country by its middle. */
interface Named {
  id: string;
  part: string;
  at: Point;
  name: TextBlock;
  note: TextBlock | undefined;
  marker: boolean;
  /** From its middle to where a label may stand, px; 0 where the label may lie upon it. */
  clear: number;
}

function labelled(
  data: MapData,
  view: View,
  points: ReadonlyMap<string, Point>,
  routes: Route[],
  setting: Setting,
): Element[] {
  const named = [...namedPlaces(data, points, setting), ...namedRegions(data, view, setting)];
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

function namedPlaces(data: MapData, points: ReadonlyMap<string, Point>, setting: Setting): Named[] {
  return data.places.map((place, index) => ({
    id: `place.${index}`,
    part: `places.${index}`,
    at: points.get(place.name)!,
    ...words(place.name, place.note, setting),
    marker: true,
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
    return [{ id: `name.${index}`, part: `regions.${index}`, at, ...label, marker: false, clear }];
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

function chip(
  { id, part, at, name, note, marker, clear }: Named,
  box: Box,
  data: MapData,
  setting: Setting,
): Element[] {
  const { colors, stroke, shadow, background } = setting.theme;
  const group = `${id}.label`;
  const wires = data.routes.flatMap((_, index) => [`route.${index}`, `traveller.${index}`]);
  const inside = { part, group, on: [`${id}.chip`] };
  const middle = box.x + box.width / 2;
  const countries = data.regions.map((_, index) => `region.${index}`);
  return present([
    pointer(id, part, at, box, clear, setting),
    marker && {
      kind: 'ellipse',
      id: `${id}.marker`,
      part,
      box: around(at, MARKER),
      fill: colors.accent,
      stroke: background.gradient.stops[0]!.color,
      stroke_width: stroke,
    },
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
