/** Hops: arches over the line, the farther the higher, and the traveller that makes them. */
import { union } from '../../layout/box.ts';
import type { Element, PathElement, Point } from '../../scene.ts';
import { type Axis, numeral } from './axis.ts';
import type { Move, NumberlineData } from './schema.ts';
import { type Drawn, distance, labelOf, type Site, spanned, toneOf } from './site.ts';

type Hop = Extract<Move, { kind: 'hop' }>;

/** A hop arches the higher the farther it leads, and over hops that lie within it; all scaled to the room there is. */
export function heightsOf(data: NumberlineData, axis: Axis, above: number): number[] {
  const heights = data.moves.map(() => 0);
  data.moves.forEach((move, index) => {
    if (move.kind !== 'hop') return;
    const span = distance(axis.at(move.from), axis.at(move.to));
    let height = Math.max(110, span * 0.62);
    data.moves.slice(0, index).forEach((other, before) => {
      if (other.kind === 'hop' && overlaps(move, other)) height = Math.max(height, heights[before]! + 96);
    });
    heights[index] = height;
  });
  const highest = Math.max(...heights);
  const most = axis.room - above - 76;
  const factor = Math.min(1.5, most / Math.max(1, highest));
  return heights.map((height) => height * factor);
}

function overlaps(a: Hop, b: Hop): boolean {
  const [low, high] = [
    Math.max(Math.min(a.from, a.to), Math.min(b.from, b.to)),
    Math.min(Math.max(a.from, a.to), Math.max(b.from, b.to)),
  ];
  return high - low > 1e-9;
}

export function onArch(hop: Hop, height: number, share: number, axis: Axis, lift = 0): Point {
  const turn = Math.PI * share;
  const value = hop.from + ((hop.to - hop.from) * (1 - Math.cos(turn))) / 2;
  return axis.at(value, Math.sin(turn) * height + lift);
}

function archOf(hop: Hop, height: number, axis: Axis, lift = 0): string {
  const [from, to] = [axis.at(hop.from, lift), axis.at(hop.to, lift)];
  const half = distance(from, to) / 2;
  // Arches bulge to where `out` points: clockwise when the way there is to the right, or down.
  const clockwise = hop.to > hop.from === axis.wide ? 1 : 0;
  const radii = axis.wide ? `${half} ${height}` : `${height} ${half}`;
  return `${from.x} ${from.y}A${radii} 0 0 ${clockwise} ${to.x} ${to.y}`;
}

export function hopElements(hop: Hop, index: number, { data, axis, room, setting, heights }: Site): Drawn {
  const { colors, stroke, fonts } = setting.theme;
  const part = `moves.${index}`;
  const height = heights[index]!;
  const words = hop.label ?? `${hop.to > hop.from ? '+' : '−'}${numeral(Math.abs(hop.to - hop.from), data)}`;
  const block = setting.fit(words, {
    style: fonts.display,
    size: setting.type.figure - (hop.label ? 14 : 0),
    max_width: axis.wide ? 420 : axis.room * 0.6,
    max_lines: 2,
  });
  const deep = axis.wide ? block.height : block.width;
  const middle = (hop.from + hop.to) / 2;
  const inside = [height * 0.5, height * 0.36, height * 0.62];
  const above = [22, 60, 170].map((off) => height + deep / 2 + off);
  // Under an arch that spans another the words would seem to belong to that one.
  const spans = data.moves.some(
    (other, at) => other.kind === 'hop' && at !== index && heights[at]! < height && overlaps(hop, other),
  );
  const outs = spans ? [...above, ...inside] : [...inside, ...above];
  const centres = outs.flatMap((out) =>
    [0.5, 0.42, 0.58].map((share) => axis.at(hop.from + (hop.to - hop.from) * share, out)),
  );
  const top = axis.at(middle, height);
  const way = {
    kind: 'path' as const,
    box: union([spanned(axis.at(hop.from), axis.at(hop.to)), { ...top, width: 1, height: 1 }]),
    d: `M${archOf(hop, height, axis)}`,
  };
  const hint: PathElement = {
    ...way,
    id: `hint.${index}`,
    role: 'scenery',
    stroke: colors.surface_edge,
    stroke_width: stroke - 1,
    dash: [2, 16],
  };
  const arch: PathElement = {
    ...way,
    id: `arch.${index}`,
    part,
    stroke: toneOf(hop, setting),
    stroke_width: stroke + 4,
    // A traveller shows the way by itself.
    ...(data.traveller ? {} : { head: { end: true, size: 36 } }),
  };
  return {
    under: [hint, arch],
    over: [labelOf(index, block, centres, toneOf(hop, setting), { room, setting })],
  };
}

/** The traveller, and the way it goes: over all arches, a little above them. */
export function travellerElements(
  { data, axis, setting, heights }: Site,
  size: number,
): (Element | undefined)[] {
  const hops = data.moves.flatMap((move, index) =>
    move.kind === 'hop' ? [{ move, height: heights[index]! }] : [],
  );
  const first = hops[0];
  if (!data.traveller || !first) return [];
  const lift = size / 2 + 16;
  const at = axis.at(first.move.from, lift);
  const d = `M${hops.map(({ move, height }) => archOf(move, height, axis, lift)).join('L')}`;
  return [
    { kind: 'path', id: 'journey', role: 'scenery', box: setting.area, d, opacity: 0 },
    setting.icon('traveller', data.traveller, at, size),
  ];
}
