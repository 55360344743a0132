/**
 * Which part of the globe is shown, and how it is laid flat: a region on a conformal map that fills the space; the
 * whole world as an oval in a wide frame, as a globe in a tall one, where an oval would be a thin strip.
 */
import {
  type GeoProjection,
  geoCentroid,
  geoDistance,
  geoMercator,
  geoNaturalEarth1,
  geoOrthographic,
} from 'd3-geo';
import { inset } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { MapData } from './schema.ts';
import { type LonLat, mainlandOf, placeOf, shapeOf } from './world/atlas.ts';

export interface View {
  kind: 'region' | 'oval' | 'globe';
  projection: GeoProjection;
  /** What the map covers, px: a sheet, or the globe's square. */
  box: Box;
}

/** West, south, east, north. */
type Bounds = [number, number, number, number];

const CONTINENTS: Record<string, Bounds> = {
  europe: [-11, 35, 41, 70],
  asia: [40, -8, 148, 56],
  africa: [-19, -35, 52, 37],
  'north america': [-130, 12, -62, 60],
  'south america': [-82, -55, -34, 13],
  oceania: [112, -46, 179, 2],
};
/** What a region shows at least, degrees from south to north. */
const LEAST_SPAN = 9;
/** A region wider than this, in degrees, is the world. */
const MOST_SPAN = 150;

export function viewOf(data: MapData, setting: Setting): View {
  const { area, shape } = setting;
  const points = pointsOf(data);
  const bounds = data.view in CONTINENTS ? CONTINENTS[data.view]! : boundsOf(points);
  const [west, , east] = bounds;
  if (data.view === 'world' || (data.view === 'auto' && east - west > MOST_SPAN)) {
    const globe = shape === 'tall' ? globeOf(points, area) : undefined;
    // Across a tall frame the world is a strip; the names then stand below it.
    return globe ?? oval(shape === 'tall' ? { ...area, height: area.width * 0.52 } : area);
  }
  return { kind: 'region', projection: region(bounds, area), box: area };
}

export function locate(name: string, data: MapData): LonLat {
  const place = data.places.find((one) => one.name === name);
  if (place?.lat !== undefined && place.lon !== undefined) return [place.lon, place.lat];
  return placeOf(name)!;
}

/** @returns px, or undefined on the far side of a globe */
export function project(view: View, at: LonLat): Point | undefined {
  if (view.kind === 'globe') {
    const [lambda, phi] = view.projection.rotate();
    if (geoDistance(at, [-lambda, -phi]) > Math.PI / 2 - 0.05) return undefined;
  }
  const point = view.projection(at);
  return point ? { x: point[0], y: point[1] } : undefined;
}

function pointsOf(data: MapData): LonLat[] {
  const outlines = data.regions.flatMap(({ country }) => {
    const outline = mainlandOf(shapeOf(country)!).coordinates[0]!;
    return outline.map((position): LonLat => [position[0]!, position[1]!]);
  });
  return [...outlines, ...data.places.map(({ name }) => locate(name, data))];
}

function boundsOf(points: LonLat[]): Bounds {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function region([west, south, east, north]: Bounds, area: Box): GeoProjection {
  const middle = (south + north) / 2;
  const half = Math.max((north - south) / 2, LEAST_SPAN / 2);
  const [low, high] = [Math.max(-72, middle - half), Math.min(78, middle + half)];
  const corners: LonLat[] = [
    [west, low],
    [east, low],
    [west, high],
    [east, high],
  ];
  // Room for labels at the outermost places.
  const room = inset(area, Math.min(190, area.width * 0.15), Math.min(110, area.height * 0.15));
  return geoMercator()
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [room.x, room.y],
        [room.x + room.width, room.y + room.height],
      ],
      { type: 'MultiPoint', coordinates: corners.map(([lon, lat]) => [lon, lat]) },
    );
}

/** Antarctica lies below the edge: it would take a fifth of the height and is hardly ever meant. */
function oval(area: Box): View {
  const projection = geoNaturalEarth1().rotate([-11, 0]);
  const corners = [-168, -90, 11, 100, 189].flatMap((lon) => [
    [lon, -56],
    [lon, 78],
  ]);
  projection.fitExtent(
    [
      [area.x, area.y],
      [area.x + area.width, area.y + area.height],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
  return { kind: 'oval', projection, box: area };
}

/** The side of the globe that shows every point, if there is one. */
function globeOf(points: LonLat[], area: Box): View | undefined {
  const centre = geoCentroid({ type: 'MultiPoint', coordinates: points.map(([lon, lat]) => [lon, lat]) });
  if (points.some((point) => geoDistance(point, centre as LonLat) > 1.25)) return undefined;
  const side = Math.min(area.width, area.height);
  const box: Box = {
    x: area.x + (area.width - side) / 2,
    y: area.y + (area.height - side) / 2,
    width: side,
    height: side,
  };
  const projection = geoOrthographic()
    .rotate([-centre[0], -centre[1]])
    .clipAngle(90)
    .translate([box.x + side / 2, box.y + side / 2])
    .scale(side / 2);
  return { kind: 'globe', projection, box };
}
