/** Operations on words: what is written, and what is said. */
import type { OperationOf } from '../operations.ts';
import { mendCues } from './cues.ts';
import { badEdit, type Draft, dataFor, isShowable } from './draft.ts';
import { listsOf } from './fields.ts';
import { keysOf, leaves, valueAt, withValue } from './path.ts';

const LONGEST_HEADLINE = 120;
const LONGEST_REMARK = 120;
/** More than this nobody listens to in one scene. */
const MOST_SENTENCES = 24;

export function setText(draft: Draft, { scene, field, text }: OperationOf<'set_text'>): void {
  const { section } = draft.scene(scene);
  if (field === 'headline') {
    section.headline = atMost(text, LONGEST_HEADLINE, 'A headline');
  } else if (field === 'remark') {
    const show = draft.show(scene);
    show.remark = { ...show.remark, text: atMost(text, LONGEST_REMARK, 'A remark') };
  } else if (field.startsWith('sentence.')) {
    const sentence = section.sentences[Number(field.slice('sentence.'.length))];
    if (!sentence)
      throw badEdit(`Scene ${scene} does not say that many sentences; it has ${section.sentences.length}.`);
    const before = section.sentences.map((one) => one.text);
    sentence.text = text;
    mendCues(section, before);
  } else {
    setInPicture(draft, scene, field, text);
  }
}

function setInPicture(draft: Draft, scene: number, field: string, text: string): void {
  const data = draft.data(scene);
  const keys = keysOf(field);
  const old = valueAt(data, keys);
  if (typeof old !== 'string' && typeof old !== 'number')
    throw badEdit(`Scene ${scene} has no words at "${field}"; name words that it shows.`);
  const value = typeof old === 'number' ? numberFrom(text, scene) : text;
  const { component } = draft.show(scene);
  const changed = withHeldCue(draft, scene, keys, withValue(data, keys, value));
  // Other parts may name it: parties of a message, the bar an arrow leads to.
  const everywhere = [...leaves(changed)].reduce(
    (all, leaf) =>
      leaf.value === old && leaf.keys.at(-1) !== 'say' ? withValue(all, leaf.keys, value) : all,
    changed,
  );
  draft.setData(scene, isShowable(component, changed) ? changed : everywhere);
}

/** A part that was called up by its own words keeps the moment when these are written differently. */
function withHeldCue(draft: Draft, scene: number, keys: readonly string[], data: unknown): unknown {
  const holder = keys.slice(0, -1);
  const part = holder.join('.');
  const cue = draft.scene(scene).story.cues.find((one) => one.part === part && one.spoken);
  if (!cue || holder.length === 0 || valueAt(data, [...holder, 'say']) !== undefined) return data;
  const held = withValue(data, [...holder, 'say'], cue.say.slice(0, 120));
  return isShowable(draft.show(scene).component, held) ? held : data;
}

function numberFrom(text: string, scene: number): number {
  const value = Number(text.replace(/(?<=\d),(?=\d{3})/g, '').replace(/\s*%$/, ''));
  if (!Number.isFinite(value))
    throw badEdit(`Scene ${scene} shows a number there; give a number instead of "${text}".`);
  return value;
}

export function removeText(draft: Draft, { scene, field }: OperationOf<'remove_text'>): void {
  const { section } = draft.scene(scene);
  if (field === 'remark') {
    const show = draft.show(scene);
    if (!show.remark) throw badEdit(`Scene ${scene} has no remark; name a scene that has one.`);
    delete show.remark;
  } else if (field.startsWith('sentence.')) {
    const index = Number(field.slice('sentence.'.length));
    if (!section.sentences[index])
      throw badEdit(`Scene ${scene} does not say that many sentences; it has ${section.sentences.length}.`);
    if (section.sentences.length === 1)
      throw badEdit(`That is all scene ${scene} says; remove the scene, or say something else in it.`);
    const before = section.sentences.map((one) => one.text);
    section.sentences.splice(index, 1);
    mendCues(section, before);
  } else if (field === 'headline') {
    throw badEdit(`A scene needs its headline; say what it shall be instead.`);
  } else {
    const keys = keysOf(field);
    const data = draft.data(scene);
    if (valueAt(data, keys) === undefined)
      throw badEdit(`Scene ${scene} shows nothing at "${field}"; name something that it shows.`);
    draft.setData(scene, withValue(data, keys, undefined));
  }
}

export function addText(draft: Draft, { scene, to, text }: OperationOf<'add_text'>): void {
  const { section } = draft.scene(scene);
  if (to === 'narration') {
    if (section.sentences.length >= MOST_SENTENCES)
      throw badEdit(`Scene ${scene} says ${section.sentences.length} sentences already; split it first.`);
    const sources = section.sentences.at(-1)?.sources ?? [];
    section.sentences.push({ text: /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`, sources: [...sources] });
  } else if (to === 'remark') {
    const show = draft.show(scene);
    if (show.remark)
      throw badEdit(`Scene ${scene} has a remark already ("${show.remark.text}"); ask to change it instead.`);
    show.remark = { text: atMost(text, LONGEST_REMARK, 'A remark') };
  } else {
    addItem(draft, scene, text);
  }
}

function addItem(draft: Draft, scene: number, text: string): void {
  const { component } = draft.show(scene);
  const data = draft.data(scene);
  const lists = listsOf(data);
  const tried = lists.map(({ list, name }) => {
    const entries = valueAt(data, [list]) as unknown[];
    return withValue(data, [list], [...entries, { [name]: text }]);
  });
  const fitting = tried.find((one) => isShowable(component, one));
  if (fitting) draft.setData(scene, fitting);
  else if (tried[0]) dataFor(component, tried[0], `Scene ${scene}`);
  else
    throw badEdit(
      `Scene ${scene} shows no list that something could be added to; add a sentence or a remark.`,
    );
}

function atMost(text: string, most: number, what: string): string {
  if (text.length > most)
    throw badEdit(`${what} has at most ${most} characters, not ${text.length}; shorten it.`);
  return text;
}
