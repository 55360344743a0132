/** What a stage's schema cannot say: that names exist, that verbs are verbs, and that nobody stands on himself. */
import type { z } from 'zod';
import { numberIn } from './numbers.ts';
import type { StageActor, StageData } from './schema.ts';
import { type Act, actorsOf, nameOf, readPhrase } from './verbs.ts';

type Complain = (path: (string | number)[], message: string) => void;

export function checkStage(data: StageData, context: z.RefinementCtx): void {
  const complain: Complain = (path, message) => context.addIssue({ code: 'custom', path, message });
  checkPaths(data, complain);
  checkPlaces(data, complain);
  data.cues.forEach((cue, index) => {
    const read = readPhrase(cue.do);
    const fault = 'fault' in read ? read.fault : actFault(read.act, data);
    if (fault) complain(['cues', index, 'do'], fault);
  });
}

function checkPaths(data: StageData, complain: Complain): void {
  for (const [name, path] of Object.entries(data.paths)) {
    for (const end of ['from', 'to'] as const) {
      const actor = data.actors[path[end]];
      if (!actor)
        complain(['paths', name, end], `must be ${oneOf(Object.keys(data.actors))}, not "${path[end]}"`);
      else if (actor.along === name) {
        complain(
          ['paths', name, end],
          `must be an actor with a place of its own, and "${path[end]}" is along this path`,
        );
      }
    }
    if (path.from === path.to) complain(['paths', name, 'to'], 'must be another actor than "from"');
  }
}

function checkPlaces(data: StageData, complain: Complain): void {
  for (const [name, actor] of Object.entries(data.actors)) {
    for (const way of ['on', 'above', 'below'] as const) {
      const target = actor[way];
      const fault = target === undefined ? undefined : refFault(target, data);
      if (fault) complain(['actors', name, way], fault);
    }
    if (actor.along !== undefined && !data.paths[actor.along]) {
      const known = Object.keys(data.paths);
      complain(
        ['actors', name, 'along'],
        known.length > 0
          ? `must be ${oneOf(known)}, not "${actor.along}"`
          : 'must be a path, and there are none; add one under "paths"',
      );
    }
  }
  for (const name of Object.keys(data.actors)) {
    if (leansOnItself(name, data)) {
      complain(['actors', name], 'must have a place that does not depend on itself; give it one with "at"');
    }
  }
}

/** Whom an actor's place depends on. */
export function leanings(actor: StageActor, data: StageData): string[] {
  const path = actor.along === undefined ? undefined : data.paths[actor.along];
  if (path) return [path.from, path.to];
  const target = actor.on ?? actor.above ?? actor.below;
  return target === undefined ? [] : [nameOf(target)];
}

function leansOnItself(name: string, data: StageData): boolean {
  const seen = new Set<string>();
  const open = [name];
  while (open.length > 0) {
    const actor = data.actors[open.pop()!];
    for (const next of actor ? leanings(actor, data) : []) {
      if (next === name) return true;
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return false;
}

function actFault(act: Act, data: StageData): string | undefined {
  for (const ref of actorsOf(act)) {
    const fault = refFault(ref, data);
    if (fault) return fault;
  }
  const alone = singlesOf(act).find((ref) => isRow(ref, data));
  if (alone) return `must name one of the row "${alone}", e.g. "${alone}.1"`;
  const refs = actorsOf(act);
  const twice = refs.find((ref, index) => refs.indexOf(ref) !== index);
  if (twice !== undefined) return `must name different actors, not "${twice}" twice`;
  const fault = wordsFault(act, data) ?? partsFault(act, data);
  if (fault) return fault;
  if (act.verb === 'travel') {
    const path = data.paths[act.path];
    if (!path) {
      const known = Object.keys(data.paths);
      return known.length > 0
        ? `must name a path (${known.join(', ')}), not "${act.path}"`
        : `must name a path, and there are none; write "move ${act.actor} to" an actor`;
    }
    if (act.to && data.actors[nameOf(act.to)]!.along !== act.path && ![path.from, path.to].includes(act.to)) {
      return `must end at an actor on the path "${act.path}", not at "${act.to}"`;
    }
  }
  return undefined;
}

/** Those an act means one by one; other verbs also take a whole row. */
function singlesOf(act: Act): string[] {
  if (act.verb === 'merge') return [act.into];
  if (act.verb === 'split') return [act.actor];
  const isOne = ['return', 'talk', 'rewrite', 'count'].includes(act.verb);
  return isOne || TOGETHER.includes(act.verb) ? actorsOf(act) : [];
}

const TOGETHER: string[] = ['move', 'travel', 'carry', 'swap', 'connect', 'point', 'mix'];

/** What is said or written must be short, and stand on somebody who has words. */
function wordsFault(act: Act, data: StageData): string | undefined {
  const tooLong = (words: string, most: number) =>
    words.length > most ? `must have at most ${most} letters of words, not ${words.length}` : undefined;
  if (act.verb === 'talk') return tooLong(act.words, 60);
  if (act.verb === 'turn') return act.called === undefined ? undefined : tooLong(act.called, 28);
  if (act.verb !== 'rewrite' && act.verb !== 'count') return undefined;
  const text = data.actors[nameOf(act.actor)]!.text;
  if (act.verb === 'rewrite') {
    if (text === undefined) return `must name an actor with "text" to rewrite, which "${act.actor}" has not`;
    return tooLong(act.words, 24);
  }
  return text !== undefined && numberIn(text)
    ? undefined
    : `must name an actor whose "text" has a number to count from, e.g. text: "0 %"; "${act.actor}" has none`;
}

/** Several become one, and one becomes several. */
function partsFault(act: Act, data: StageData): string | undefined {
  if (act.verb === 'merge' && act.others.length === 0 && !isRow(act.actor, data))
    return `must merge a row or several actors, e.g. "merge ${act.actor} and another into ${act.into}"`;
  if (act.verb === 'split' && act.into.length === 1 && !isRow(act.into[0]!, data))
    return `must split into a row or several actors, e.g. "split ${act.actor} into ${act.into[0]} and another"`;
  return undefined;
}

function refFault(ref: string, data: StageData): string | undefined {
  const [name, number] = ref.split('.');
  const actor = data.actors[name!];
  if (!actor) return `must name an actor (${Object.keys(data.actors).join(', ')}), not "${ref}"`;
  if (number === undefined) return undefined;
  const count = actor.count ?? 1;
  if (/^[1-9]\d*$/.test(number) && Number(number) <= count && count > 1) return undefined;
  return count > 1
    ? `must name ${name}.1 to ${name}.${count}, not "${ref}"`
    : `must name "${name}", which is not a row, not "${ref}"`;
}

function isRow(ref: string, data: StageData): boolean {
  return !ref.includes('.') && (data.actors[ref]?.count ?? 1) > 1;
}

function oneOf(names: string[]): string {
  return `one of ${names.join(', ')}`;
}
