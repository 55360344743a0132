/**
 * Which element answers which cue. A body shows one part: the words it enters on, or the first cue that moves it;
 * cues that find it taken are answered by a ring that spreads from it.
 */
import type { Plan } from './plan.ts';
import type { StageData } from './schema.ts';
import { comersOf } from './verbs.ts';

export interface Answers {
  /** Part by figure. */
  bodies: Map<string, string>;
  /** Part that first lights a figure. */
  lights: Map<string, string>;
  /** Parts answered by a ring. */
  ripples: Set<string>;
  /** Figures that are not there until their part. */
  hidden: Map<string, string>;
  /** When a figure is dimmed, s. */
  dimmed: Map<string, number[]>;
}

export function answersOf(data: StageData, plan: Plan): Answers {
  const answers: Answers = {
    bodies: new Map(),
    lights: new Map(),
    ripples: new Set(),
    hidden: new Map(),
    dimmed: new Map(),
  };
  for (const [name, actor] of Object.entries(data.actors)) {
    if (actor.say === undefined) continue;
    for (const id of plan.cast.rows.get(name)!) {
      answers.bodies.set(id, `actors.${name}`);
      answers.hidden.set(id, `actors.${name}`);
    }
  }
  const seen = new Set<string>();
  for (const step of plan.steps) {
    const { act, part, figures } = step;
    const comers = comersOf(act).flatMap((ref) => plan.cast.rows.get(ref) ?? [ref]);
    for (const id of comers) {
      if (!seen.has(id) && !answers.hidden.has(id)) answers.hidden.set(id, part);
    }
    for (const id of [...figures, ...comers]) seen.add(id);
    for (const id of figures)
      if (FADING.includes(act.verb)) answers.dimmed.set(id, [...(answers.dimmed.get(id) ?? []), step.at]);
    if (!isAnswered(step, answers, plan)) answers.ripples.add(part);
  }
  return answers;
}

/** Verbs that bring an element of their own. */
const BRINGING: string[] = [
  'connect',
  'point',
  'mix',
  'lock',
  'unlock',
  'talk',
  'rewrite',
  'count',
  'glow',
  'cross',
  'break',
];
/** Verbs after which a name is no longer meant to be read. */
const FADING: string[] = ['dim', 'cross', 'break'];

function isAnswered(step: Plan['steps'][number], answers: Answers, plan: Plan): boolean {
  const { act, part, figures } = step;
  const { verb } = act;
  if (BRINGING.includes(verb)) return true;
  // Its parts come out of it on the word.
  if (verb === 'split') return take(answers.bodies, step.comers, part);
  if (verb === 'move' || verb === 'travel' || verb === 'carry' || verb === 'return') {
    if (step.trail) return true;
    // Who is there already does not move.
    const isMoving = step.ways.some(({ centres: [from, ...rest] }) => {
      const to = rest.at(-1)!;
      return Math.hypot(to.x - from!.x, to.y - from!.y) > 8;
    });
    if (!isMoving) return false;
    return take(answers.bodies, figures, part);
  }
  if (verb === 'light') return take(answers.lights, figures, part) && figures.every((id) => shines(id, plan));
  if (verb === 'pulse') return false;
  if (verb === 'turn') return step.turns || step.renamed.size > 0;
  return take(answers.bodies, figures, part);
}

/** Has it something of its own that lights up? Mere words and initials only change colour. */
function shines(id: string, plan: Plan): boolean {
  const { body } = plan.cast.figures.get(id)!;
  return body.kind !== 'words' && !(body.kind === 'round' && body.icon === undefined);
}

/** True when every figure was still free to answer. */
function take(owners: Map<string, string>, figures: string[], part: string): boolean {
  const isFree = figures.every((id) => !owners.has(id));
  for (const id of figures) if (!owners.has(id)) owners.set(id, part);
  return isFree;
}
