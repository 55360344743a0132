import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemas } from '../scene/components/registry.ts';
import { pruneShow } from './prune.ts';
import { spokenWords } from './spoken.ts';

const SPOKEN = spokenWords(['One comes, then two, and three.']);
const prune = (component: string, data: unknown, remark?: { text: string; say?: string }) =>
  pruneShow({ component, data, ...(remark && { remark }) }, SPOKEN, schemas[component]!);

test('an item that is not spoken of is left out', () => {
  const data = {
    items: [{ text: 'a', say: 'one' }, { text: 'b', say: 'four' }, { text: 'c', say: 'two' }, { text: 'd' }],
  };
  expect(prune('points', data).data).toEqual({
    items: [{ text: 'a', say: 'one' }, { text: 'c', say: 'two' }, { text: 'd' }],
  });
});

test('as many items stay as the component needs, the first ones, without their cue', () => {
  const data = {
    steps: [
      { text: 'a', say: 'four' },
      { text: 'b', say: 'two' },
      { text: 'c', say: 'five' },
      { text: 'd', say: 'six' },
    ],
  };
  expect(prune('cycle', data).data).toEqual({
    steps: [{ text: 'a' }, { text: 'b', say: 'two' }, { text: 'c' }],
  });
});

test('an optional part goes, and a cue of the whole goes without the whole', () => {
  const data = { value: 3, label: 'things', say: 'four', compare: { text: 'few', say: 'five' } };
  expect(prune('number', data).data).toEqual({ value: 3, label: 'things' });
});

test('a side of a comparison stays, its unspoken points go', () => {
  const data = {
    sides: [
      {
        name: 'A',
        say: 'one',
        points: [
          { text: 'x', say: 'two' },
          { text: 'y', say: 'seven' },
        ],
      },
      { name: 'B', say: 'nine', points: [{ text: 'z', say: 'eight' }] },
    ],
    verdict: { text: 'v', say: 'ten' },
  };
  expect(prune('comparison', data).data).toEqual({
    sides: [
      { name: 'A', say: 'one', points: [{ text: 'x', say: 'two' }] },
      { name: 'B', points: [] },
    ],
  });
});

test('a node takes its quiet edges with it, but stays while a spoken edge leads to it', () => {
  const nodes = [
    { id: 'a', label: 'A', say: 'one' },
    { id: 'b', label: 'B' },
    { id: 'c', label: 'C', say: 'four' },
  ];
  const quiet = {
    nodes,
    edges: [
      { from: 'a', to: 'b', say: 'two' },
      { from: 'b', to: 'c' },
      { from: 'a', to: 'c', say: 'nine' },
    ],
  };
  expect(prune('diagram', quiet).data).toEqual({
    nodes: nodes.slice(0, 2),
    edges: [{ from: 'a', to: 'b', say: 'two' }],
  });
  const spoken = { nodes, edges: [{ from: 'b', to: 'c', say: 'three' }] };
  expect(prune('diagram', spoken).data).toEqual({
    nodes: [nodes[0], nodes[1], { id: 'c', label: 'C' }],
    edges: spoken.edges,
  });
});

test('a ratio goes with its bar', () => {
  const data = {
    bars: [
      { label: 'a', value: 1, say: 'one' },
      { label: 'b', value: 2, say: 'two' },
      { label: 'c', value: 3, say: 'nine' },
    ],
    ratio: { from: 'a', to: 'c', text: '×3' },
  };
  expect(prune('bars', data).data).toEqual({ bars: data.bars.slice(0, 2) });
});

test('on the stage, cues that are not spoken go, and actors with them unless others need them', () => {
  const data = {
    actors: {
      laptop: { icon: 'laptop', at: 'left' },
      shop: { icon: 'shop', at: 'right', say: 'nine' },
      thief: { icon: 'detective', at: 'top', say: 'eight' },
      spy: { icon: 'eye', at: 'bottom' },
      paint: { shape: 'ball' },
      card: { shape: 'card', on: 'laptop' },
    },
    paths: { wire: { from: 'laptop', to: 'shop' } },
    cues: [
      { say: 'one comes', do: 'move card along wire' },
      { say: 'five', do: 'enter spy from left' },
      { say: 'six', do: 'mix laptop and card into paint' },
      { say: 'seven', do: 'light thief' },
      { say: 'twelve', do: 'light laptop' },
    ],
  };
  expect(prune('stage', data).data).toEqual({
    actors: { laptop: data.actors.laptop, shop: { icon: 'shop', at: 'right' }, card: data.actors.card },
    paths: data.paths,
    cues: data.cues.slice(0, 1),
  });
});

test('on the stage, the parts of what does not split and the sum of what does not merge go too', () => {
  const data = {
    actors: { cell: { icon: 'microbe' }, a: { icon: 'egg' }, b: { icon: 'egg' }, both: { icon: 'sun' } },
    cues: [
      { say: 'five', do: 'split cell into a and b' },
      { say: 'six', do: 'merge a and b into both' },
      { say: 'one', do: 'light cell' },
    ],
  };
  expect(prune('stage', data).data).toEqual({
    actors: { cell: data.actors.cell },
    paths: undefined,
    cues: data.cues.slice(2),
  });
});

test('a remark that is not spoken is left out, one without a cue stays', () => {
  const data = { items: [{ text: 'a' }, { text: 'b' }] };
  expect(prune('points', data, { text: 'r', say: 'four' }).remark).toBeUndefined();
  expect(prune('points', data, { text: 'r', say: 'three' }).remark).toEqual({ text: 'r', say: 'three' });
  expect(prune('points', data, { text: 'r' }).remark).toEqual({ text: 'r' });
});

test('what is left always suits the component, quotes only what is spoken, and the original is untouched', () => {
  const say = fc.constantFrom(undefined, 'one', 'two', 'four', 'five', 'six');
  const items = fc.array(fc.record({ text: fc.constantFrom('a', 'b'), say }), { minLength: 3, maxLength: 6 });
  const nodes = fc.array(say, { minLength: 2, maxLength: 6 });
  const edges = fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9), say }), { maxLength: 8 });
  const shows = fc.oneof(
    items.map((all) => ({ component: 'points', data: { items: all } })),
    items.map((all) => ({ component: 'cycle', data: { steps: all } })),
    fc.tuple(nodes, edges).map(([all, links]) => ({
      component: 'diagram',
      data: {
        nodes: all.map((one, index) => ({ id: `n${index}`, label: 'n', say: one })),
        edges: links.map((one) => ({
          from: `n${one.from % all.length}`,
          to: `n${one.to % all.length}`,
          say: one.say,
        })),
      },
    })),
  );
  fc.assert(
    fc.property(shows, (show) => {
      const before = structuredClone(show);
      const { data } = pruneShow(show, SPOKEN, schemas[show.component]!);
      expect(schemas[show.component]!.safeParse(data).success).toBe(true);
      expect(JSON.stringify(data)).not.toMatch(/"say":"(four|five|six)"/);
      expect(show).toEqual(before);
    }),
  );
});
