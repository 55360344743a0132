/** Countries as shapes on the globe, and places by name: cities from a table, countries by their middle. */
import { readFileSync } from 'node:fs';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { findCountry } from '../../../../assets/places/countries.ts';
import { CITIES } from './cities.ts';

export type Shape = Feature<Polygon | MultiPolygon, { name: string }>;

/** Degrees, longitude first as in GeoJSON. */
export type LonLat = [lon: number, lat: number];

let shapes: Map<string, Shape> | undefined;

/** Every country by the atlas's name. */
export function countryShapes(): ReadonlyMap<string, Shape> {
  if (!shapes) {
    const file = new URL('./countries.topo.json', import.meta.url);
    const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
      countries: GeometryCollection<{ name: string }>;
    }>;
    const { features } = feature(topology, topology.objects.countries);
    shapes = new Map(features.map((one) => [one.properties.name, one as Shape]));
  }
  return shapes;
}

/** The shape of a country by any of its names. */
export function shapeOf(name: string): Shape | undefined {
  const country = findCountry(name);
  return country && countryShapes().get(country.atlas);
}

/** A country's largest piece: of France the one in Europe. */
export function mainlandOf(shape: Shape): Polygon {
  const pieces =
    shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const polygons = pieces.map((coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates }));
  return polygons.reduce((most, one) => (geoArea(one) > geoArea(most) ? one : most));
}

/** Where a city or country lies; undefined for a name that neither table has. */
export function placeOf(name: string): LonLat | undefined {
  const city = CITIES.get(
    name
      .trim()
      .toLowerCase()
      .replace(/^the\s+/, ''),
  );
  if (city) return [city[1], city[0]];
  const shape = shapeOf(name);
  return shape && (geoCentroid(mainlandOf(shape)) as LonLat);
}
