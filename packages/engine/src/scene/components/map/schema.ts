import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { placeOf, shapeOf } from './world/atlas.ts';

const VIEWS = [
  'auto',
  'world',
  'europe',
  'asia',
  'africa',
  'north america',
  'south america',
  'oceania',
] as const;

export const mapSchema = z
  .strictObject({
    view: z.enum(VIEWS).default('auto').describe('What is shown; "auto" is what the named places need'),
    regions: z
      .array(z.strictObject({ country: label(40).describe('A country by its English name'), tone, say }))
      .max(10)
      .default([])
      .describe('Countries that are coloured as they are named'),
    places: z
      .array(
        z.strictObject({
          name: label(32).describe('A city or country; its label on the map'),
          lat: z
            .number()
            .min(-90)
            .max(90)
            .optional()
            .describe('Where it is, if it is little known; degrees north'),
          lon: z.number().min(-180).max(180).optional().describe('Degrees east'),
          note: label(32).optional().describe('A second line: "1652"'),
          say,
        }),
      )
      .max(8)
      .default([]),
    routes: z
      .array(
        z.strictObject({
          from: label(32).describe('The name of one of the places'),
          to: label(32),
          traveller: icon.describe('What goes that way: "ship", "airplane"'),
          say,
        }),
      )
      .max(8)
      .default([]),
  })
  .superRefine((data, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (data.regions.length + data.places.length === 0) issue([], 'must name at least one region or place');
    data.regions.forEach(({ country }, index) => {
      if (!shapeOf(country)) issue(['regions', index, 'country'], `"${country}" is no country on the map`);
    });
    data.places.forEach(({ name, lat, lon }, index) => {
      if ((lat === undefined || lon === undefined) && !placeOf(name))
        issue(['places', index, 'name'], `"${name}" is not in the gazetteer; give its lat and lon`);
    });
    const names = data.places.map(({ name }) => name);
    if (new Set(names).size < names.length) issue(['places'], 'must not name a place twice');
    data.routes.forEach((route, index) => {
      for (const end of ['from', 'to'] as const)
        if (!names.includes(route[end]))
          issue(
            ['routes', index, end],
            `must be one of the places (${names.join(', ')}), not "${route[end]}"`,
          );
      if (route.from === route.to)
        issue(['routes', index, 'to'], 'must be another place than the route starts from');
    });
  });
export type MapData = z.infer<typeof mapSchema>;
