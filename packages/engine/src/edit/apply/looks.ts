/** Operations on looks: pictures, colours, style, shape. */
import { findIcon } from '../../assets/index.ts';
import type { OperationOf } from '../operations.ts';
import { badEdit, type Draft, isShowable } from './draft.ts';
import { colourFields } from './fields.ts';
import { keysOf, valueAt, withValue } from './path.ts';

/** A style prompt has at most so many characters. */
const LONGEST_STYLE = 5000;

export function replacePicture(
  draft: Draft,
  { scene, field, picture }: OperationOf<'replace_picture'>,
): void {
  if (!findIcon(picture, 'colour') && !findIcon(picture, 'line'))
    throw badEdit(`There is no picture of "${picture}"; name something more common.`);
  const data = draft.data(scene);
  const keys = keysOf(field);
  if (valueAt(data, keys) === undefined) throw badEdit(`Scene ${scene} has no picture at "${field}".`);
  draft.setData(scene, withValue(data, keys, picture));
}

export function recolourPart(draft: Draft, { scene, field, colour }: OperationOf<'recolour_part'>): void {
  const { component } = draft.show(scene);
  const data = draft.data(scene);
  const places = colourFields(component, data, colour);
  const chosen = field === undefined ? places : places.filter((place) => place === field);
  if (chosen.length === 0)
    throw badEdit(`Nothing in scene ${scene} can be coloured that way; recolour the film instead.`);
  const all = chosen.reduce((changed, place) => withValue(changed, keysOf(place), colour), data);
  const [first] = chosen;
  draft.setData(scene, isShowable(component, all) ? all : withValue(data, keysOf(first!), colour));
}

export function recolourFilm(draft: Draft, { role, colour }: OperationOf<'recolour_film'>): void {
  draft.brief.color_palette = { ...draft.brief.color_palette, [role]: colour };
  // A style that names a colour counts before the palette.
  const { style } = draft.film.storyboard;
  if (role === 'accent' && style?.accent) addStyle(draft, `${colour} accents`);
  if (role === 'primary' && style?.tint) addStyle(draft, `${colour} background`);
}

export function setStyle(draft: Draft, { prompt }: OperationOf<'set_style'>): void {
  addStyle(draft, prompt);
}

/** What was asked for last counts first. */
function addStyle(draft: Draft, prompt: string): void {
  const old = draft.brief.global_style_prompt;
  const joined = old ? `${prompt.replace(/[.\s]+$/, '')}. ${old}` : prompt;
  draft.brief.global_style_prompt = [...joined].slice(0, LONGEST_STYLE).join('');
}
