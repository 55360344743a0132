import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASPECT_RATIOS } from '../../../brief/brief.ts';
import { checkScenePlan } from '../../../check/index.ts';
import { composeScenes } from '../../compose.ts';
import { evenNarration, exampleStoryboard } from '../../example.ts';
import { expectHolds, words } from '../../testing/stress.ts';
import { worldExample } from './example.ts';
import { map } from './index.ts';
import { placeOf, shapeOf } from './world/atlas.ts';
import { CITIES } from './world/cities.ts';

test('whatever the schema allows is shown whole or divided', async () => {
  const place = fc.record({
    name: words(32),
    lat: fc.integer({ min: -60, max: 70 }),
    lon: fc.integer({ min: -170, max: 175 }),
    note: fc.option(words(32), { nil: undefined }),
  });
  const data = fc
    .record({
      places: fc.uniqueArray(place, { minLength: 1, maxLength: 8, selector: ({ name }) => name }),
      countries: fc.uniqueArray(fc.constantFrom('France', 'Brazil', 'Japan', 'Kenya'), { maxLength: 4 }),
    })
    .map(({ places, countries }) => ({
      places,
      regions: countries.map((country) => ({ country })),
      routes: places
        .slice(1)
        .map(({ name }, index) => ({ from: places[index]!.name, to: name, traveller: 'ship' })),
    }));
  await fc.assert(
    fc.asyncProperty(data, async (one) => {
      await expectHolds(map, map.schema.parse(one));
    }),
    { numRuns: 5, seed: 17 },
  );
});

test.each(ASPECT_RATIOS)('the world passes every gate at %s', async (aspect_ratio) => {
  const storyboard = exampleStoryboard(map, { theme: 'paper', aspect_ratio, example: worldExample });
  const scenes = await composeScenes(storyboard);
  const gates = await checkScenePlan({
    storyboard,
    scenes,
    narration: evenNarration(worldExample.narration),
  });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
});

test('cities and countries are found by the names people use', () => {
  expect(placeOf('Bombay')).toEqual(placeOf('Mumbai'));
  expect(placeOf('the Netherlands')![0]).toBeCloseTo(5.6, 0);
  expect(placeOf('Atlantis')).toBeUndefined();
  expect(shapeOf('UK')?.properties.name).toBe('United Kingdom');
  expect(CITIES.size).toBeGreaterThan(150);
  for (const [name, [lat, lon]] of CITIES) {
    expect(Math.abs(lat), name).toBeLessThanOrEqual(90);
    expect(Math.abs(lon), name).toBeLessThanOrEqual(180);
  }
});

test('a place nobody knows, a route to nowhere and an empty map are refused with the fix', () => {
  const messages = (data: object) =>
    map.schema.safeParse(data).error?.issues.map(({ message }) => message) ?? [];
  expect(messages({ places: [{ name: 'Atlantis' }] })[0]).toMatch(/give its lat and lon/);
  expect(messages({ places: [{ name: 'Rome' }], routes: [{ from: 'Rome', to: 'Paris' }] })[0]).toMatch(
    /one of the places/,
  );
  expect(messages({})[0]).toMatch(/at least one/);
});
