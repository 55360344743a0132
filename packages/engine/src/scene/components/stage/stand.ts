/**
 * Where actors stand at rest: each with its label, and whoever is above or below it, is one block; blocks are
 * set in rows by their spots. A wide frame has three rows; a tall one leads its middle row down in steps.
 */
import { union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box } from '../../scene.ts';
import type { Setting, Shape } from '../setting.ts';
import { roomAbove } from './bubbles.ts';
import { type Cast, reachOf } from './cast.ts';
import type { StageData } from './schema.ts';
import type { Spot } from './spots.ts';
import { actOf, nameOf } from './verbs.ts';

/** What a block holds, relative to the centre of its main body, px. */
export interface Member {
  /** `reach` is room that a body takes when it grows or is lit, `speech` what is kept free for its words. */
  kind: 'body' | 'label' | 'reach' | 'speech';
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
const STEP = 0.94;

/** What placing needs to know. */
export interface Ground {
  setting: Setting;
  area: Box;
  shape: Shape;
  data: StageData;
  cast: Cast;
  spots: Map<string, Spot>;
  /** Names of those from whom lines lead both up and down stand at their side. */
  hasSideLabels: boolean;
}

/** Everybody who has a spot, and who leans on them from above or below, placed in the area. */
export function standIn(ground: Ground): Standing {
  const { area, shape } = ground;
  const rows = new Map<number, Placed[]>();
  for (const { spot, names } of groupBySpot(ground.spots)) {
    const row = rowOf(spot, shape);
    const members = sideBySide(names.map((name) => block(name, ground)));
    rows.set(row, [...(rows.get(row) ?? []), { spot, members }]);
  }
  const ordered = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  const isStrung = Object.values(ground.data.actors).some((actor) => actor.along !== undefined);
  const axes = axesOf(
    ordered.map((row) => extent(row.flatMap((one) => one.members))),
    area,
    isStrung && shape === 'tall',
  );
  let excess = 0;
  const members = ordered.flatMap((row, index) => {
    const together = row.filter(({ spot }) => !spot.isElsewhen);
    return [together, ...row.filter(({ spot }) => spot.isElsewhen).map((one) => [one])].flatMap((some) => {
      if (some.length === 0) return [];
      const placed = columns(some, area, shape);
      excess = Math.max(excess, placed.excess);
      return some.flatMap((one, at) =>
        one.members.map((member) => moved(member, placed.centres[at]!, axes[index]!)),
      );
    });
  });
  return { members, excess };
}

interface Placed {
  spot: Spot;
  members: Member[];
}

/** Rows from top to bottom: three in a wide frame; in a tall one each column of the middle level is a row too. */
export function rowOf(spot: Spot, shape: Shape): number {
  if (shape === 'wide') return Math.round(spot.level) * 10;
  return spot.level === 0 ? spot.column : spot.level * 10;
}

/**
 * Heights on which the rows' bodies stand: one below another while there is room, else as far apart as they can be.
 * @param isStrung when a path between them carries figures
 */
function axesOf(heights: { above: number; below: number }[], area: Box, isStrung: boolean): number[] {
  const total = heights.reduce((sum, { above, below }) => sum + above + below, 0);
  const spare = area.height - total;
  // A path with figures on it wants to be long.
  const margin = (spare / heights.length) * (isStrung ? 0.12 : 0.5);
  const gap = heights.length === 1 ? spare : (spare - 2 * margin) / (heights.length - 1);
  if (gap >= BETWEEN_ROWS) {
    let y = area.y + (heights.length === 1 ? spare / 2 : margin);
    return heights.map(({ above, below }) => {
      const axis = y + above;
      y += above + below + gap;
      return axis;
    });
  }
  // Neighbouring rows may interlock where their columns differ; what collides is found by whoever tries the result.
  const first = area.y + heights[0]!.above;
  const last = area.y + area.height - heights.at(-1)!.below;
  return heights.map((_, index) => first + ((last - first) * index) / Math.max(1, heights.length - 1));
}

/** The block of an actor that leans on one already standing: `anchor` is the other's box. */
export function leaning(name: string, way: 'above' | 'below', anchor: Box, ground: Ground): Member[] {
  const members = block(name, ground);
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
function block(name: string, ground: Ground): Member[] {
  const { data, cast } = ground;
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
  const reach = members.map(({ of, box }): Member => {
    return { kind: 'reach', of, box: reachOf(cast.figures.get(of)!, box, data) };
  });
  const label = cast.labels.get(name);
  if (label) {
    const leads = leadsOf(name, ground);
    const isAbove = above.length === 0 && (below.length > 0 || leads === 'down');
    const side = ground.hasSideLabels && leads === 'both' ? 'left' : isAbove ? 'above' : 'below';
    members.push(labelOf(name, label, reach, side));
  }
  members.push(...reach, ...speechOf(name, members, ground));
  for (const [way, names] of [
    ['above', above],
    ['below', below],
  ] as const) {
    if (names.length === 0) continue;
    const anchor = union(members.map((member) => member.box));
    const others = sideBySide(names.map((other) => block(other, ground)));
    const reach = extent(others);
    const y =
      way === 'above'
        ? anchor.y - TO_NEIGHBOUR - reach.below
        : anchor.y + anchor.height + TO_NEIGHBOUR + reach.above;
    members = [...members, ...others.map((member) => moved(member, 0, y))];
  }
  return members;
}

/** Above those who talk their words have room; in a tall frame, those at a side have it beside them. */
function speechOf(name: string, members: Member[], { data, spots, shape, setting }: Ground): Member[] {
  const spot = spots.get(name);
  if (!spot || (shape === 'tall' && (spot.column < 0.3 || spot.column > 0.7))) return [];
  const heights = data.cues.flatMap((cue) => {
    const act = actOf(cue.do);
    return act.verb === 'talk' && nameOf(act.actor) === name ? [roomAbove(act.words, setting)] : [];
  });
  if (heights.length === 0) return [];
  const all = union(members.map((member) => member.box));
  const height = Math.max(...heights);
  return [{ kind: 'speech', of: name, box: { x: all.x, y: all.y - height, width: all.width, height } }];
}

/** Of several ways to lean the first counts. */
function standsElsewhere(name: string, way: 'above' | 'below', data: StageData): boolean {
  const actor = data.actors[name]!;
  return (
    actor.along !== undefined || actor.on !== undefined || (way === 'below' && actor.above !== undefined)
  );
}

function labelOf(
  name: string,
  { width, height }: TextBlock,
  bodies: Member[],
  side: 'above' | 'below' | 'left',
): Member {
  const all = union(bodies.map((member) => member.box));
  const y = { above: all.y - TO_LABEL - height, below: all.y + all.height + TO_LABEL, left: -height / 2 }[
    side
  ];
  const x = side === 'left' ? all.x - TO_LABEL - width : -width / 2;
  return { kind: 'label', of: name, box: { x, y, width, height } };
}

/** Which ways lines lead from an actor: what leads down finds its way free when the name stands above. */
function leadsOf(name: string, { data, spots, shape }: Ground): 'up' | 'down' | 'both' | 'nowhere' {
  const here = spots.get(name);
  if (!here) return 'nowhere';
  const own = rowOf(here, shape);
  const rows = relations(data)
    .flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : []))
    .flatMap((other) => spots.get(other) ?? [])
    .map((spot) => rowOf(spot, shape));
  const [up, down] = [rows.some((row) => row < own), rows.some((row) => row > own)];
  return up && down ? 'both' : down ? 'down' : up ? 'up' : 'nowhere';
}

/** Pairs of actors between which a line runs or somebody goes. */
function relations(data: StageData): [string, string][] {
  const host = (ref: string) => data.actors[nameOf(ref)]?.on ?? nameOf(ref);
  const paths = Object.values(data.paths).map(({ from, to }): [string, string] => [from, to]);
  const acts = data.cues.flatMap((cue): [string, string][] => {
    const act = actOf(cue.do);
    if (act.verb === 'move' || act.verb === 'carry') return [[host(act.actor), nameOf(act.to)]];
    if (act.verb === 'connect' || act.verb === 'point') return [[nameOf(act.actor), nameOf(act.to)]];
    if (act.verb !== 'mix') return [];
    return [act.actor, act.other].map((ref) => [nameOf(ref), nameOf(act.into)]);
  });
  return [...paths, ...acts];
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
