/** Land on a sheet or globe, countries coloured on top, routes over them, markers and their labels above all. */
import { ChalktalkError } from '../../../errors.ts';
import type { Element, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { colorOf, labelled } from './names.ts';
import { outlineOf } from './outline.ts';
import { locate, project, type View, viewOf } from './projection.ts';
import { routeOf, TRAVELLER } from './routes.ts';
import type { MapData } from './schema.ts';
import { countryShapes, type LonLat, shapeOf } from './world/atlas.ts';

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
  const land = mix(colors.surface, colors.line, 0.42);
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
      return [
        {
          ...base,
          id: `region.${index}`,
          part: `regions.${index}`,
          box: outline.box,
          d: outline.d,
          fill: colorOf(data, 'regions', index, view, setting),
        },
      ];
    }),
  ];
}

function defined<T>(values: (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}
