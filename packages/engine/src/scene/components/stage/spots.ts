/**
 * Where actors stand in principle: a column from 0 (left) to 1 (right) and one of three levels.
 * Those whose author named no place share the free ones evenly.
 */
import type { StageActor, StageData } from './schema.ts';
import { type Act, actOf, nameOf } from './verbs.ts';

type Mixture = Extract<Act, { verb: 'mix' }>;

export interface Spot {
  column: number;
  /** Levels in between belong to those who share a row in tall frames too. */
  level: number;
  /** Stands where others will stand once it is gone, or stood before it came: it takes no room from them. */
  isElsewhen?: true;
}

/** Just below the middle level. */
const SHARED = 0.2;

const NAMED: Record<NonNullable<StageActor['at']>, Spot> = {
  left: { column: 0, level: 0 },
  'centre-left': { column: 0.25, level: 0 },
  centre: { column: 0.5, level: 0 },
  'centre-right': { column: 0.75, level: 0 },
  right: { column: 1, level: 0 },
  'top-left': { column: 0, level: -1 },
  top: { column: 0.5, level: -1 },
  'top-right': { column: 1, level: -1 },
  'bottom-left': { column: 0, level: 1 },
  bottom: { column: 0.5, level: 1 },
  'bottom-right': { column: 1, level: 1 },
};

/** The spots of all actors that stand on their own; the others lean on these. */
export function spotsOf(data: StageData): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const mixtures = data.cues.flatMap((cue) => {
    const act = actOf(cue.do);
    return act.verb === 'mix' ? [act] : [];
  });
  const homeless: string[] = [];
  for (const [name, actor] of Object.entries(data.actors)) {
    if ((actor.along ?? actor.on ?? actor.above ?? actor.below) !== undefined) continue;
    if (actor.at) spots.set(name, NAMED[actor.at]);
    else homeless.push(name);
  }
  setApart(data, homeless, spots);
  if (spots.size === 0) setOut(mixtures, homeless, spots);
  const ingredients = homeless.filter(
    (name) => !spots.has(name) && !mixtures.some((act) => act.into === name),
  );
  if (spots.size === 0) spreadEvenly(ingredients, spots);
  else for (const name of ingredients) spots.set(name, freest([...spots.values()]));
  for (const { actor, other, into } of mixtures) {
    if (!homeless.includes(into) || spots.has(into)) continue;
    const sources = [actor, other].map((ref) => spots.get(nameOf(ref)));
    const [a, b] = sources;
    spots.set(into, a && b ? under(a, b) : freest([...spots.values()]));
  }
  return spots;
}

/**
 * The same with those of the middle level two by two, in rows of their own: for tall frames, in which one below
 * another they may become too many. Undefined when they are too few for that.
 */
export function pairedSpots(spots: Map<string, Spot>): Map<string, Spot> | undefined {
  const middle = [
    ...new Set([...spots.values()].filter(({ level }) => level === 0).map((one) => one.column)),
  ];
  if (middle.length < 3) return undefined;
  middle.sort((a, b) => a - b);
  return new Map(
    [...spots].map(([name, spot]) => {
      if (spot.level !== 0) return [name, spot];
      const index = middle.indexOf(spot.column);
      const isLast = index === middle.length - 1 && index % 2 === 0;
      const column = isLast ? 0.5 : index % 2 === 0 ? 0.14 : 0.86;
      return [name, { ...spot, column, level: 0.01 * (1 + Math.floor(index / 2)) }];
    }),
  );
}

/** What splits stands before its parts, and what merges around what it makes; those with places keep them. */
function setApart(data: StageData, homeless: string[], spots: Map<string, Spot>): void {
  const place = (ref: string, spot: Spot) => {
    const name = nameOf(ref);
    if (homeless.includes(name) && !spots.has(name)) spots.set(name, spot);
  };
  for (const cue of data.cues) {
    const act = actOf(cue.do);
    if (act.verb === 'split') {
      const whole = spots.get(nameOf(act.actor));
      const [only, ...more] = act.into;
      if (more.length === 0) {
        // A row of parts is wide: it stands beside what it was.
        if (!whole) place(act.actor, { column: 0.12, level: 0 });
        place(only!, { column: whole && whole.column > 0.5 ? 0.25 : 0.7, level: 0 });
        continue;
      }
      place(act.actor, { column: 0.5, level: SHARED, isElsewhen: true });
      const level = whole && whole.level !== 0 ? whole.level : SHARED;
      const edge = act.into.length === 2 ? 0.2 : 0.06;
      act.into.forEach((ref, index) => {
        place(ref, { column: edge + ((1 - 2 * edge) * index) / (act.into.length - 1), level });
      });
    }
    if (act.verb === 'merge') {
      const sources = [act.actor, ...act.others];
      if (sources.length === 1) {
        place(act.actor, { column: 0.3, level: 0 });
        place(act.into, { column: 0.88, level: 0 });
        continue;
      }
      const edge = sources.length === 2 ? 0.16 : 0.06;
      sources.forEach((ref, index) => {
        place(ref, { column: edge + ((1 - 2 * edge) * index) / (sources.length - 1), level: SHARED });
      });
      place(act.into, { column: 0.5, level: SHARED, isElsewhen: true });
    }
  }
}

/** Each mixture's two ingredients side by side at the top, and what they become below them. */
function setOut(mixtures: Mixture[], homeless: string[], spots: Map<string, Spot>): void {
  mixtures.forEach(({ actor, other, into }, index) => {
    const column = mixtures.length === 1 ? 0.5 : 0.15 + (0.7 * index) / (mixtures.length - 1);
    for (const name of [actor, other]) {
      if (homeless.includes(name) && !spots.has(name)) spots.set(name, { column, level: -1 });
    }
    if (homeless.includes(into) && !spots.has(into)) spots.set(into, { column, level: 1 });
  });
}

/** What is mixed from two stands below them, or above when they stand at the bottom. */
function under(a: Spot, b: Spot): Spot {
  const lowest = Math.max(a.level, b.level);
  const column = (a.column + b.column) / 2;
  if (lowest < 0.5) return { column, level: Math.round(lowest) + 1 };
  return { column, level: a.level === b.level ? 0 : 1 };
}

function spreadEvenly(names: string[], spots: Map<string, Spot>): void {
  const count = names.length;
  if (count <= 5) {
    names.forEach((name, index) => {
      spots.set(name, { column: count === 1 ? 0.5 : index / (count - 1), level: 0 });
    });
    return;
  }
  const above = Math.ceil(count / 2);
  names.forEach((name, index) => {
    const isAbove = index < above;
    const inRow = isAbove ? above : count - above;
    const at = isAbove ? index : index - above;
    spots.set(name, { column: (at + 0.5) / inRow, level: isAbove ? -1 : 1 });
  });
}

/** The named place farthest from all that are taken; the middle level first. */
function freest(taken: Spot[]): Spot {
  if (taken.length === 0) return NAMED.centre;
  let best = NAMED.centre;
  let most = -1;
  for (const spot of Object.values(NAMED)) {
    const distance =
      Math.min(
        ...taken.map((one) => Math.hypot((one.column - spot.column) * 1.6, (one.level - spot.level) * 0.5)),
      ) -
      Math.abs(spot.level) * 0.05;
    if (distance > most + 1e-9) {
      most = distance;
      best = spot;
    }
  }
  return best;
}
