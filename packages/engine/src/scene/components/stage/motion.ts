/** Plays the plan: who is there from the start comes in, then each cue's act in its moment, and nobody freezes. */
import { centreOf } from '../../layout/box.ts';
import { CALM, draw, fade, QUICK } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { type Answers, answersOf } from './answers.ts';
import { figuresOf } from './cast.ts';
import { Gestures } from './gestures.ts';
import { Looks } from './looks.ts';
import type { Plan } from './plan.ts';
import { Puppets } from './puppets.ts';
import type { StageData } from './schema.ts';
import type { Step } from './step.ts';

/** Seconds between two who come in at the start. */
const STAGGER = 0.09;

export function moveStage(data: StageData, plan: Plan, setting: Setting): void {
  const answers = answersOf(data, plan);
  const puppets = new Puppets(setting, plan, answers);
  const looks = new Looks(puppets);
  const gestures = new Gestures(puppets);
  open(data, setting, answers, puppets);
  let lit: string[] = [];
  for (const step of plan.steps) {
    if (step.act.verb === 'light') {
      looks.settle(
        lit.filter((id) => !step.figures.includes(id)),
        step.at,
      );
      lit = step.figures;
    }
    play(step, setting, { puppets, looks, gestures }, answers);
  }
}

/** Everybody without words of their own is there from the start; the others wait for theirs. */
function open(data: StageData, setting: Setting, answers: Answers, puppets: Puppets): void {
  const { timeline } = setting;
  const { cast, paths, steps } = puppets.plan;
  fade(
    timeline,
    [...setting.placed.keys()].filter((id) => id.startsWith('scenery.')),
    0.02,
    0.45,
  );
  let order = 0;
  for (const [name, actor] of Object.entries(data.actors)) {
    const ids = cast.rows.get(name)!;
    const path = actor.along;
    const pathAt =
      path === undefined ? undefined : data.paths[path]!.say ? setting.cue(`paths.${path}`) : 0.3;
    ids.forEach((id, index) => {
      if (answers.hidden.has(id)) {
        puppets.hide(id);
        if (actor.say !== undefined) puppets.enter(id, setting.cue(`actors.${name}`) + index * 0.06);
        return;
      }
      puppets.appear(id, pathAt === undefined ? 0.12 + order * STAGGER : pathAt + 0.25 + index * 0.1);
    });
    order += 1;
    if (!cast.labels.has(name)) continue;
    const hidden = answers.hidden.get(ids[0]!);
    const at =
      actor.say !== undefined
        ? setting.cue(`actors.${name}`)
        : pathAt === undefined
          ? 0.16 + order * STAGGER
          : pathAt + 0.5;
    if (hidden === undefined || actor.say !== undefined) fade(timeline, [`label.${name}`], at + 0.06);
    else timeline.set(`label.${name}`, { opacity: 0 });
  }
  for (const name of paths.keys()) {
    const at = data.paths[name]!.say ? setting.cue(`paths.${name}`) : 0.3;
    draw(timeline, [`path.${name}`], at, 0.9);
    if (setting.placed.has(`path-label.${name}`))
      fade(timeline, [`path-label.${name}`], at + (at > 0.3 ? 0.02 : 0.5));
  }
  // Until the first word that moves anything, the first on stage breathes.
  const first = [...cast.figures.keys()].find((id) => !answers.hidden.has(id));
  if (first) puppets.breathe(first, 1.1, steps[0]?.at ?? setting.duration - 0.4);
}

interface Hands {
  puppets: Puppets;
  looks: Looks;
  gestures: Gestures;
}

function play(step: Step, setting: Setting, hands: Hands, answers: Answers): void {
  const { timeline } = setting;
  const { puppets, looks, gestures } = hands;
  const { act, at, index, figures } = step;
  if (answers.ripples.has(step.part))
    for (const id of figures) ripple(`ripple.${index}.${id}`, step, setting);
  let still = at + 0.7;
  let breathing = figures[0]!;
  figures.forEach((id, order) => {
    const start = at + order * 0.06;
    switch (act.verb) {
      case 'enter':
        puppets.enter(id, start, step.entrances.get(id));
        break;
      case 'leave':
        puppets.leave(id, start, act.side);
        break;
      case 'light':
        looks.light(id, start);
        break;
      case 'dim':
        looks.dim(id, start);
        break;
      case 'pulse':
        puppets.pulse(id, start);
        break;
      case 'shake':
        puppets.shake(id, start);
        break;
      case 'grow':
      case 'shrink':
        puppets.resize(id, start, step.scales.get(id)!);
        break;
      case 'turn':
        if (step.turns) looks.turn(id, `turned.${index}.${id}`, start);
        if (step.renamed.has(id)) puppets.rename(id, index, start);
        break;
      case 'lock':
        gestures.lock(id, index, start);
        break;
      case 'unlock':
        gestures.unlock(id, index, start);
        break;
      case 'cross':
        gestures.cross(id, index, start);
        break;
      case 'glow':
        gestures.glow(id, index, start);
        break;
      case 'break':
        gestures.break(id, index, start);
        break;
      case 'rewrite':
      case 'count':
        gestures.write(id, index, start, act.verb === 'count');
        break;
      case 'talk':
        gestures.talk(step);
        break;
      case 'connect':
      case 'point':
        puppets.pulse(id, start);
        break;
    }
  });
  if (act.verb === 'connect') {
    draw(timeline, [`link.${index}`], at, 0.8);
    puppets.pulse(middle(puppets, act.to), at + 0.7);
    puppets.tie(`link.${index}`, [act.actor, act.to]);
    still = at + 1.2;
  }
  if (act.verb === 'point') {
    const over = Math.max(at + 0.9, step.until - 0.3);
    draw(timeline, [`pointer.${index}`], at, 0.45);
    puppets.pulse(middle(puppets, act.to), at + 0.4);
    timeline.to(`pointer.${index}`, { opacity: 0 }, { at: over, over: 0.25, ease: 'in_out' });
    breathing = middle(puppets, act.to);
    still = at + 1.1;
  }
  if (act.verb === 'split' || act.verb === 'merge') {
    recast(step, puppets);
    breathing = step.comers[0]!;
    still = at + 1.3;
  }
  if (act.verb === 'leave') for (const id of step.followers) puppets.leave(id, at, act.side);
  if (act.verb === 'mix') {
    step.lines.forEach((_, line) => {
      draw(timeline, [`flow.${index}.${line}`], at, 0.75);
    });
    for (const id of figuresOf(puppets.plan.cast, act.into)) puppets.enter(id, at + 0.6);
    breathing = middle(puppets, act.into);
    still = at + 1.3;
  }
  for (const id of step.loads ?? []) puppets.unlabel(id, at);
  for (const way of step.ways) {
    puppets.travel(way, index);
    for (const one of way.passes) looks.passed(one.figure, one.at);
    still = Math.max(still, way.start + way.seconds + 0.1);
  }
  const last = step.ways.at(-1);
  if (step.trail) {
    const way = step.ways.find((one) => one.centres.length > 0)!;
    puppets.trail(`trail.${index}`, way, step.trailStays === true);
  }
  if (last) breathing = step.ways[0]!.figure;
  if (act.verb !== 'leave') puppets.breathe(breathing, still, Math.min(step.until, setting.duration - 0.4));
}

/** One becomes several, or several one. */
function recast(step: Step, puppets: Puppets): void {
  const { at, figures, comers, followers } = step;
  const placeOf = (id: string) => centreOf(puppets.plan.homes.get(id)!);
  for (const id of followers) puppets.leave(id, at);
  if (step.act.verb === 'split') {
    for (const id of figures) puppets.dissolve(id, at);
    for (const id of comers) puppets.emerge(id, at, centreOf(step.boxes.get(figures[0]!)!));
    return;
  }
  for (const id of figures) puppets.vanishInto(id, at, placeOf(comers[0]!));
  for (const id of comers) puppets.enter(id, at + 0.5, undefined);
}

function middle(puppets: Puppets, ref: string): string {
  const ids = figuresOf(puppets.plan.cast, ref);
  return ids[Math.floor((ids.length - 1) / 2)]!;
}

function ripple(id: string, { at, act }: Step, { timeline }: Setting): void {
  const isInward = act.verb === 'dim' || act.verb === 'shrink' || act.verb === 'leave';
  timeline.set(id, { opacity: 0, scale: isInward ? 1 : 0.72 });
  timeline.to(id, { opacity: 0.9 }, { at, over: 0.08 });
  timeline.to(id, { scale: isInward ? 0.72 : 1 }, { at, over: 0.75 });
  timeline.to(id, { opacity: 0 }, { at: at + QUICK, over: CALM, ease: 'in_out' });
}
