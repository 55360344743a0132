/**
 * Where actors stand at rest: each with its label, and whoever is above or below it, is one block; blocks are
 * set in rows by their spots. A wide frame has three rows; a tall one leads its middle row down in steps.
 */
import { union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box } from '../../scene.ts';
import type { Shape } from '../setting.ts';
import { type Cast, growthOf } from './cast.ts';
import type { StageData } from './schema.ts';
import type { Spot } from './spots.ts';

/** What a block holds, relative to the centre of its main body, px. */
export interface Member {
  kind: 'body' | 'label';
  /** A figure's id, or the name of the actor the label belongs to. */
  of: string;
  box: Box;
}

export interface Standing {
  members: Member[];
  /** px by which the rows are higher or wider than the area; 0 when all have room. */
  excess: number;
}

/** Between a body and its label, between a block's parts, between blocks of a row and between rows, px. */
const TO_LABEL = 18;
const TO_NEIGHBOUR = 24;
const BETWEEN = 48;
const BETWEEN_ROWS = 40;
/** How far from the edges the first and last of a row have their centres, unless they are wider, px. */
const EDGE = { wide: 150, tall: 170 } as const;
/** Steps of a tall frame's middle row, as a share of the width. */
const STEP = 0.74;

/** Everybody who has a spot, and who leans on them from above or below, placed in the area. */
export function standIn(
  area: Box,
  shape: Shape,
  data: StageData,
  cast: Cast,
  spots: Map<string, Spot>,
): Standing {
  const groups = groupBySpot(spots);
  const blocks = groups.map(({ spot, names }) => ({
    spot,
    members: sideBySide(names.map((name) => block(name, data, cast))),
  }));
  const rows = new Map<number, typeof blocks>();
  for (const one of blocks) {
    const { level, column } = one.spot;
    const row = shape === 'tall' && level === 0 ? column : level * 10;
    rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  const ordered = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);

  const heights = ordered.map((row) => extent(row.flatMap((one) => one.members)));
  const total = heights.reduce((sum, { above, below }) => sum + above + below, 0);
  const spare = area.height - total;
  const gap = Math.max(BETWEEN_ROWS, spare / (ordered.length + 1));
  let y = area.y + (area.height - total - gap * (ordered.length - 1)) / 2;
  let excess = Math.max(0, total + gap * (ordered.length - 1) - area.height);

  const members: Member[] = [];
  ordered.forEach((row, index) => {
    const { above, below } = heights[index]!;
    const axis = y + above;
    y += above + below + gap;
    const placed = columns(row, area, shape);
    excess = Math.max(excess, placed.excess);
    row.forEach((one, at) => {
      members.push(...one.members.map((member) => moved(member, placed.centres[at]!, axis)));
    });
  });
  return { members, excess };
}

/** The block of an actor that leans on one already standing: `anchor` is the other's box. */
export function leaning(
  name: string,
  way: 'above' | 'below',
  anchor: Box,
  data: StageData,
  cast: Cast,
): Member[] {
  const members = block(name, data, cast);
  const { above, below } = extent(members);
  const x = anchor.x + anchor.width / 2;
  const y =
    way === 'above' ? anchor.y - TO_NEIGHBOUR - below : anchor.y + anchor.height + TO_NEIGHBOUR + above;
  return members.map((member) => moved(member, x, y));
}

function groupBySpot(spots: Map<string, Spot>): { spot: Spot; names: string[] }[] {
  const groups: { spot: Spot; names: string[] }[] = [];
  for (const [name, spot] of spots) {
    const same = groups.find((one) => one.spot.column === spot.column && one.spot.level === spot.level);
    if (same) same.names.push(name);
    else groups.push({ spot, names: [name] });
  }
  return groups;
}

/** An actor's body or row, its label, and whoever stands directly above and below. */
function block(name: string, data: StageData, cast: Cast): Member[] {
  const ids = cast.rows.get(name)!;
  const bodies: Member[] = [];
  let x = 0;
  for (const id of ids) {
    const { width, height } = cast.figures.get(id)!;
    bodies.push({ kind: 'body', of: id, box: { x, y: -height / 2, width, height } });
    x += width + TO_NEIGHBOUR;
  }
  const middle = (x - TO_NEIGHBOUR) / 2;
  let members = bodies.map((member) => moved(member, -middle, 0));

  const leaners = (way: 'above' | 'below') =>
    Object.keys(data.actors).filter(
      (other) => data.actors[other]![way] === name && !standsElsewhere(other, way, data),
    );
  const [above, below] = [leaners('above'), leaners('below')];
  const label = cast.labels.get(name);
  if (label) {
    const isAbove = above.length === 0 && (below.length > 0 || flowsDown(name, data));
    members.push(labelOf(name, label, members, growthOf(data, name, cast), isAbove));
  }
  for (const [way, names] of [
    ['above', above],
    ['below', below],
  ] as const) {
    if (names.length === 0) continue;
    const anchor = union(members.map((member) => member.box));
    const others = sideBySide(names.map((other) => block(other, data, cast)));
    const reach = extent(others);
    const y =
      way === 'above'
        ? anchor.y - TO_NEIGHBOUR - reach.below
        : anchor.y + anchor.height + TO_NEIGHBOUR + reach.above;
    members = [...members, ...others.map((member) => moved(member, 0, y))];
  }
  return members;
}

/** Of several ways to lean the first counts. */
function standsElsewhere(name: string, way: 'above' | 'below', data: StageData): boolean {
  const actor = data.actors[name]!;
  return (
    actor.along !== undefined || actor.on !== undefined || (way === 'below' && actor.above !== undefined)
  );
}

function labelOf(name: string, label: TextBlock, bodies: Member[], growth: number, isAbove: boolean): Member {
  const all = union(bodies.map((member) => member.box));
  const gap = TO_LABEL + (all.height * (growth - 1)) / 2;
  const y = isAbove ? all.y - gap - label.height : all.y + all.height + gap;
  const box = { x: -label.width / 2, y, width: label.width, height: label.height };
  return { kind: 'label', of: name, box };
}

/** What is mixed pours out below, so its name stands above. */
function flowsDown(name: string, data: StageData): boolean {
  const pattern = new RegExp(`^mix (?:${name}\\b|\\S+ and ${name}\\b)`);
  return data.cues.some((cue) => pattern.test(cue.do.trim()));
}

function sideBySide(blocks: Member[][]): Member[] {
  if (blocks.length === 1) return blocks[0]!;
  let x = 0;
  const members: Member[] = [];
  for (const one of blocks) {
    const { left, right } = extent(one);
    members.push(...one.map((member) => moved(member, x + left, 0)));
    x += left + right + BETWEEN;
  }
  const whole = x - BETWEEN;
  return members.map((member) => moved(member, -whole / 2, 0));
}

/** The blocks' centres: at their columns where there is room, else pushed apart. */
function columns(
  row: { spot: Spot; members: Member[] }[],
  area: Box,
  shape: Shape,
): { centres: number[]; excess: number } {
  const reach = row.map((one) => extent(one.members));
  const edge = EDGE[shape];
  const isStep = shape === 'tall' && row.length === 1 && row[0]!.spot.level === 0;
  const wished = row.map(({ spot }) => {
    const column = isStep ? 0.5 + (spot.column - 0.5) * STEP : spot.column;
    return area.x + edge + column * (area.width - 2 * edge);
  });
  const order = row.map((_, index) => index).sort((a, b) => wished[a]! - wished[b]!);
  const centres = wished.map((x, index) => {
    const { left, right } = reach[index]!;
    return Math.min(area.x + area.width - right, Math.max(area.x + left, x));
  });
  const least = (a: number, b: number) => reach[a]!.right + BETWEEN + reach[b]!.left;
  for (let round = 0; round < 12; round += 1) {
    for (let at = 1; at < order.length; at += 1) {
      const [a, b] = [order[at - 1]!, order[at]!];
      const short = least(a, b) - (centres[b]! - centres[a]!);
      if (short <= 0) continue;
      centres[a]! -= short / 2;
      centres[b]! += short / 2;
    }
    for (const index of order) {
      const { left, right } = reach[index]!;
      centres[index] = Math.min(area.x + area.width - right, Math.max(area.x + left, centres[index]!));
    }
  }
  const needed = reach.reduce((sum, { left, right }) => sum + left + right, BETWEEN * (row.length - 1));
  return { centres, excess: Math.max(0, needed - area.width) };
}

function extent(members: Member[]): { left: number; right: number; above: number; below: number } {
  const all = union(members.map((member) => member.box));
  return { left: -all.x, right: all.x + all.width, above: -all.y, below: all.y + all.height };
}

function moved(member: Member, x: number, y: number): Member {
  return { ...member, box: { ...member.box, x: member.box.x + x, y: member.box.y + y } };
}
