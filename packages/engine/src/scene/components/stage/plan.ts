/**
 * The whole play worked out before anything is drawn: who stands where, how the lines run, and what happens
 * when. Bodies are tried large first and made smaller until nothing is in anything's way.
 */
import type { TextBlock } from '../../layout/text.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { type Cast, castOf } from './cast.ts';
import type { Company } from './dock.ts';
import { labelBeside } from './labels.ts';
import { CONFLICT, Room } from './room.ts';
import { flowInto, type Route } from './route.ts';
import type { StageData } from './schema.ts';
import { settle, settleOthers } from './settle.ts';
import { pairedSpots, type Spot, spotsOf } from './spots.ts';
import { type Ground, rowOf, standIn } from './stand.ts';
import type { Step } from './step.ts';
import { stepsOf } from './story.ts';
import { actOf, actorsOf, comersOf, nameOf } from './verbs.ts';

export interface Plan {
  scenery: StageData['scenery'];
  cast: Cast;
  /** Bodies at rest, by figure. */
  homes: Map<string, Box>;
  /** By actor: its label's box, and whether it stays when the figure rides on another. */
  labels: Map<string, { block: TextBlock; box: Box }>;
  paths: Map<string, PathPlace>;
  ends: Record<string, { from: string; to: string }>;
  /** Actors of whom one comes of the other, by name: either is there before or after, never both. */
  neverTogether: Map<string, Set<string>>;
  /** Padlocks worn from the start. */
  locked: Map<string, Company>;
  steps: Step[];
}

export interface PathPlace extends Route {
  /** Who stands on it, and after which share of its length. */
  standing: { figure: string; share: number }[];
  label?: { block: TextBlock; box: Box };
}

/** Sizes tried in turn; a stage of few actors may be larger than life. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.34];
const GENEROUS = [1.35, 1.2, 1.1];
const FEW = 4;

/** A way to set the stage; a cost of `CONFLICT` or more says that something may be in something's way. */
export interface Draft {
  plan: Plan;
  cost: number;
}

/** The ways to set a stage, the largest bodies first. */
export function* draftsOf(data: StageData, setting: Setting): Generator<Draft> {
  const spots = spotsOf(data);
  const paired = setting.shape === 'tall' ? pairedSpots(spots) : undefined;
  for (const scale of spots.size <= FEW ? [...GENEROUS, ...SCALES] : SCALES) {
    for (const places of paired ? [spots, paired] : [spots]) {
      for (const hasSideLabels of [false, true]) yield planAt(scale, hasSideLabels, data, setting, places);
    }
  }
}

function planAt(
  scale: number,
  hasSideLabels: boolean,
  data: StageData,
  setting: Setting,
  spots: Map<string, Spot>,
): Draft {
  const { area, shape } = setting;
  const cast = castOf(data, setting, scale, labelWidth(spots, setting));
  const room = new Room(area);
  const plan: Plan = {
    scenery: data.scenery,
    cast,
    homes: new Map(),
    labels: new Map(),
    paths: new Map(),
    ends: data.paths,
    locked: new Map(),
    neverTogether: apartIn(data),
    steps: [],
  };
  const ground: Ground = { setting, area, shape, data, cast, spots, hasSideLabels };
  const standing = standIn(ground);
  let cost = standing.excess > 0.5 ? 100 * CONFLICT + standing.excess : 0;
  for (const { kind, of, box } of standing.members) cost += settle(kind, of, box, plan, room);
  cost += settleOthers(ground, setting, plan, room);
  addFlows(data, plan, room);
  for (const [name, path] of Object.entries(data.paths)) {
    if (path.label === undefined) continue;
    const place = plan.paths.get(name)!;
    const found = [460, 300, 200]
      .map((width) => setting.fit(path.label!, { max_width: width, max_lines: 4 }))
      .map((block) => ({ block, ...labelBeside(place, block, reachOf(name, data, cast), room) }))
      .reduce((best, next) => (next.cost < best.cost ? next : best));
    place.label = { block: found.block, box: found.box };
    room.addText(found.box, `path:${name}`);
    cost += found.cost;
  }
  const story = stepsOf(data, setting, plan);
  plan.steps = story.steps;
  return { plan, cost: cost + story.cost };
}

function apartIn(data: StageData): Map<string, Set<string>> {
  const apart = new Map<string, Set<string>>();
  const add = (a: string, b: string) => apart.set(a, (apart.get(a) ?? new Set()).add(b));
  for (const cue of data.cues) {
    const act = actOf(cue.do);
    if (act.verb !== 'split' && act.verb !== 'merge') continue;
    const after = comersOf(act).map(nameOf);
    const before = actorsOf(act)
      .map(nameOf)
      .filter((name) => !after.includes(name));
    for (const a of before)
      for (const b of after) {
        add(a, b);
        add(b, a);
      }
  }
  return apart;
}

/** Where mixtures will flow, so that words keep clear of it from the start. */
function addFlows(data: StageData, plan: Plan, room: Room): void {
  for (const cue of data.cues) {
    const act = actOf(cue.do);
    if (act.verb !== 'mix') continue;
    const into = plan.homes.get(act.into);
    for (const id of [act.actor, act.other]) {
      const from = plan.homes.get(id);
      if (from && into) room.addLine(flowInto(from, into).points, 'flow');
    }
  }
}

function labelWidth(spots: Map<string, Spot>, setting: Setting): number {
  const counts = new Map<number, number>();
  for (const spot of spots.values()) {
    const row = rowOf(spot, setting.shape);
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  return Math.max(190, Math.min(430, setting.area.width / most - 56));
}

/** How far those who travel a path reach to its sides, px. */
function reachOf(path: string, data: StageData, cast: Cast): number {
  const sizes = data.cues.flatMap((cue) => {
    const act = actOf(cue.do);
    if (act.verb !== 'travel' || act.path !== path) return [];
    const { width, height } = cast.figures.get(act.actor)!;
    return [Math.min(width, height) * 0.6];
  });
  return Math.max(0, ...sizes);
}
