/** Map: countries, cities and the ways between them, on a region, the world or a globe. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutMap } from './layout.ts';
import { moveMap } from './motion.ts';
import { type MapData, mapSchema } from './schema.ts';

export const map = defineComponent<MapData>({
  name: 'map',
  purpose: 'Where things are or go: countries coloured, places marked, routes travelled as they are named.',
  schema: mapSchema as never,
  headline: 'above',
  parts: (data) => [
    ...data.regions.map(({ country, say }, index) => ({ path: `regions.${index}`, label: country, say })),
    ...data.routes.map(({ from, to, say }, index) => ({
      path: `routes.${index}`,
      label: `${from} ${to}`,
      say,
    })),
    ...data.places.map(({ name, say }, index) => ({ path: `places.${index}`, label: name, say })),
  ],
  layout: layoutMap,
  motion: moveMap,
  split,
  example,
});

/** Places in two halves, each with the routes that lie wholly within it; then countries. */
function split(data: MapData): [MapData, MapData] | undefined {
  const { places, regions, routes } = data;
  if (places.length < 2 && regions.length < 2) return undefined;
  const [place, region] = [Math.ceil(places.length / 2), Math.ceil(regions.length / 2)];
  const part = (somePlaces: MapData['places'], someRegions: MapData['regions']): MapData => {
    const names = somePlaces.map(({ name }) => name);
    return {
      ...data,
      places: somePlaces,
      regions: someRegions,
      routes: routes.filter(({ from, to }) => names.includes(from) && names.includes(to)),
    };
  };
  if (places.length >= 2) {
    // The place in the middle is in both pieces, so that the way goes on from where it came to.
    const last = places.length > 2 && routes.length > 0 ? place - 1 : place;
    const next = part(places.slice(last), regions.slice(region));
    return [part(places.slice(0, place), regions.slice(0, region)), next];
  }
  return [part(places, regions.slice(0, region)), part([], regions.slice(region))];
}
