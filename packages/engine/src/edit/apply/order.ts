/** Operations on scenes as a whole: their order, and where one ends and the next begins. */
import { isDeepStrictEqual } from 'node:util';
import { components } from '../../scene/components/registry.ts';
import { coloured } from '../../script/facts/headline.ts';
import { shorten } from '../../script/facts/index.ts';
import type { Section } from '../../script/script.ts';
import { findSpoken, spokenWords } from '../../script/spoken.ts';
import type { OperationOf } from '../operations.ts';
import { mendCues } from './cues.ts';
import { badEdit, type Draft, isShowable } from './draft.ts';
import { leaves } from './path.ts';

export function moveScene(draft: Draft, { scene, to }: OperationOf<'move_scene'>): void {
  const { section } = draft.scene(scene);
  const target = draft.scene(to).section;
  if (section === target) throw badEdit(`Scene ${scene} stands there already; name another place.`);
  const isLater = draft.sections.indexOf(target) > draft.sections.indexOf(section);
  draft.sections = draft.sections.filter((one) => one !== section);
  draft.sections.splice(draft.sections.indexOf(target) + (isLater ? 1 : 0), 0, section);
}

/** A passage that is shown in several scenes goes only as a whole. */
export function removeScenes(draft: Draft, numbers: readonly number[]): void {
  for (const number of numbers) {
    const all = draft.numbersOf(draft.scene(number).section);
    const left = all.filter((one) => !numbers.includes(one));
    if (left.length > 0) {
      throw badEdit(
        `Scenes ${listed(all)} show one passage; ask to remove ${all.length === 2 ? 'both' : 'all'} of them, or one of its sentences.`,
      );
    }
  }
  const gone = new Set(numbers.map((number) => draft.scene(number).section));
  if (gone.size >= draft.sections.length) throw badEdit('A film needs a scene; keep at least one.');
  draft.sections = draft.sections.filter((section) => !gone.has(section));
}

export function repeatScene(draft: Draft, { scene, after = scene }: OperationOf<'repeat_scene'>): void {
  const { section } = draft.scene(scene);
  const copy = { ...structuredClone(section), id: draft.newId(), role: 'body' as const };
  draft.origins.set(copy, draft.origins.get(section)!);
  draft.sections.splice(draft.sections.indexOf(draft.scene(after).section) + 1, 0, copy);
}

export function mergeScenes(draft: Draft, { scene, with: other }: OperationOf<'merge_scenes'>): void {
  const [a, b] = [draft.scene(scene).section, draft.scene(other).section];
  if (a === b) throw badEdit(`Scenes ${scene} and ${other} show one passage already; name two that do not.`);
  const [at, next] = [draft.sections.indexOf(a), draft.sections.indexOf(b)];
  if (Math.abs(at - next) !== 1)
    throw badEdit(`Scenes ${scene} and ${other} are not next to each other; move one of them first.`);
  const [first, second] = at < next ? [a, b] : [b, a];
  const before = first.sentences.map(({ text }) => text);
  first.sentences = [...first.sentences, ...second.sentences];
  if (first.show && second.show && !first.show.pieces && !second.show.pieces) {
    const joined = joinedData(first.show.component, first.show.data, second.show.component, second.show.data);
    if (joined) first.show = { ...first.show, data: joined };
  }
  mendCues(first, before);
  draft.sections = draft.sections.filter((section) => section !== second);
}

/** Both pictures in one, where they are lists of one kind. */
function joinedData(component: string, a: unknown, other: string, b: unknown): unknown {
  if (component !== other) return undefined;
  const joined = { ...(a as object) } as Record<string, unknown>;
  for (const [key, value] of Object.entries(b as object)) {
    const own = joined[key];
    if (Array.isArray(own) && Array.isArray(value))
      joined[key] = [...own, ...value.filter((one) => !own.some((mine) => isDeepStrictEqual(mine, one)))];
    else if (own === undefined) joined[key] = value;
  }
  return isShowable(component, joined) ? joined : undefined;
}

export function splitScene(draft: Draft, { scene, after_sentence }: OperationOf<'split_scene'>): void {
  const { section } = draft.scene(scene);
  const { sentences } = section;
  if (sentences.length < 2)
    throw badEdit(`Scene ${scene} says a single sentence and cannot be split; add a sentence to it first.`);
  const at = after_sentence ?? Math.ceil(sentences.length / 2);
  if (at >= sentences.length)
    throw badEdit(`Scene ${scene} says ${sentences.length} sentences; split it after one before the last.`);
  const before = sentences.map(({ text }) => text);
  const [early, late] = [sentences.slice(0, at), sentences.slice(at)];
  const second: Section = {
    id: draft.newId(),
    role: 'body',
    headline: headlineFor(late[0]!.text) ?? section.headline,
    sentences: late,
    ...(section.stretch === undefined ? {} : { stretch: section.stretch }),
  };
  section.sentences = early;
  const halves = section.show && halvesOf(section, early, late);
  if (halves && section.show) {
    const { remark, ...show } = section.show;
    const saysLate = remark?.say !== undefined && findSpoken(remark.say, wordsOf(early)) < 0;
    section.show = { component: show.component, data: halves[0], ...(remark && !saysLate ? { remark } : {}) };
    second.show = { component: show.component, data: halves[1], ...(remark && saysLate ? { remark } : {}) };
    mendCues(second, before);
  }
  delete section.structure;
  mendCues(section, before);
  draft.sections.splice(draft.sections.indexOf(section) + 1, 0, second);
}

/** The picture in two, if each half is spoken of in its own. */
function halvesOf({ show }: Section, early: Section['sentences'], late: Section['sentences']) {
  const component = components[show!.component];
  const pieces =
    show!.pieces?.length === 2 ? (show!.pieces as [unknown, unknown]) : component?.split?.(show!.data);
  if (!pieces?.every((piece) => isShowable(show!.component, piece))) return undefined;
  const isSpoken = (data: unknown, sentences: Section['sentences']) =>
    [...leaves(data)]
      .filter(({ keys }) => keys.at(-1) === 'say')
      .every(({ value }) => findSpoken(String(value), wordsOf(sentences)) >= 0);
  return isSpoken(pieces[0], early) && isSpoken(pieces[1], late) ? pieces : undefined;
}

function wordsOf(sentences: Section['sentences']): string[] {
  return spokenWords(sentences.map(({ text }) => text));
}

function headlineFor(sentence: string): string | undefined {
  const short = shorten(sentence, 9, 80);
  return short ? coloured(short.replace(/[.;:,]+$/, '')) : undefined;
}

export function listed(numbers: readonly number[]): string {
  return numbers.length < 2 ? `${numbers[0]}` : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
