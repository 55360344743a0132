/**
 * Pictures by meaning, from the installed icon sets, and as SVG. A wrong picture is worse than none: what is
 * not found with confidence is not found.
 */
import { iconToHTML, iconToSVG } from '@iconify/utils';
import { ChalktalkError } from '../errors.ts';
import { brandOf, flagOf } from './icon-search/flags.ts';
import { kindOf } from './icon-search/kinds.ts';
import { meant } from './icon-search/meanings.ts';
import { bySimilarName, type Named, withName, writtenOut } from './icon-search/names.ts';
import { ALL_SETS, drawingOf, type IconSet, type IconStyle, namesOf } from './icon-search/sets.ts';
import { headsOf, spelledWordsOf, wordsOf } from './icon-search/words.ts';
import { type Composition, compositionOf, idOfComposition } from './illustration/composition.ts';
import { compositionSvg } from './illustration/drawing.ts';
import { described } from './illustration/phrases.ts';
import { recipeFor } from './illustration/recipes.ts';

export interface IconRef {
  /** `set:name`, or `composed:…` for a picture made of several. */
  id: string;
  set: string;
  name: string;
  /** SPDX identifier of the set's licence; of a composition, the licences of its parts joined by AND. */
  licence: string;
}

const found = new Map<string, IconRef | null>();

/**
 * The icon of a style that shows a meaning ("laptop", "busy web server"), or null. A meaning may also be
 * `set:name`, which is taken at its word whatever the style,
 * or an icon's name written out ("chart-increasing").
 *
 * Sought in this order: the whole phrase in the table of meanings, then as an icon's name; then the same for what
 * the phrase is a kind of ("busy web server" → "web server" → "server"), by its words or by the table of kinds
 * ("poodle" → "dog"); then an icon's name that is a kind of it.
 */
export function findIcon(meaning: string, style: IconStyle): IconRef | null {
  const id = `${style}|${meaning}`;
  let ref = found.get(id);
  if (ref === undefined) {
    ref = seek(meaning, style);
    found.set(id, ref);
  }
  return ref;
}

function seek(meaning: string, style: IconStyle): IconRef | null {
  const composition = compositionOf(meaning.trim());
  if (composition) return refToComposition(composition);
  const named = explicit(meaning);
  if (named !== undefined) return named ? refTo(named) : null;
  const sign = flagOf(meaning) ?? brandOf(meaning);
  if (sign?.set.style === style) return refTo(sign);
  const composed = style === 'colour' ? compositionFor(meaning) : undefined;
  if (composed) return refToComposition(composed);
  const icon = byMeaning(meaning, style);
  return icon ? refTo(icon) : null;
}

/** By the name of a recipe, or as the words describe it, unless one icon is just that: "cloud with rain". */
function compositionFor(meaning: string): Composition | undefined {
  const [spelled, words] = [spelledWordsOf(meaning), wordsOf(meaning)];
  const recipe = recipeFor(spelled) ?? recipeFor(words);
  if (recipe) return recipe;
  const isOne = meant(spelled) !== undefined || withName(words, 'colour') !== null;
  return isOne ? undefined : described(meaning, partOf);
}

/** A single picture for a part of a composition, in colour where there is one. */
function partOf(meaning: string): string | undefined {
  const icon = byMeaning(meaning, 'colour') ?? byMeaning(meaning, 'line');
  return icon ? refTo(icon).id : undefined;
}

/**
 * The icon of a style that shows a meaning.
 * @throws ChalktalkError `missing_asset` when there is none.
 */
export function requireIcon(meaning: string, style: IconStyle): IconRef {
  const ref = findIcon(meaning, style);
  if (ref) return ref;
  throw new ChalktalkError(
    'missing_asset',
    `There is no picture of "${meaning}"; name something more common, or an icon by set and name ("tabler:router").`,
  );
}

export interface IconDrawing {
  /** A whole SVG document. */
  svg: string;
  /** px; the height asked for and the width that belongs to it. */
  width: number;
  height: number;
}

/**
 * An icon's SVG at a height in px; `color` is what a line icon is drawn in, `weight` how heavy its lines are (2 of 24 units by nature).
 * @throws ChalktalkError `missing_asset` when no installed set has an icon of this id.
 */
export function iconSvg(
  id: string,
  options: { height: number; color?: string; weight?: number },
): IconDrawing {
  const composition = compositionOf(id);
  if (composition) {
    const { height } = options;
    return { svg: compositionSvg(composition, height, options.color ?? '#000000'), width: height, height };
  }
  const icon = explicit(id);
  const drawing = icon ? drawingOf(icon.set, icon.name) : null;
  if (!drawing) {
    throw new ChalktalkError(
      'missing_asset',
      `There is no icon "${id}"; use "set:name" with a set of ${setNames()}.`,
    );
  }
  const { height } = options;
  const width = (height * drawing.width) / drawing.height;
  const built = iconToSVG(drawing, { height, width });
  const html = iconToHTML(built.body, built.attributes);
  const svg = html.replaceAll('currentColor', options.color ?? '#000000');
  return { svg: weighed(svg, options.weight), width, height };
}

/** Line icons are drawn with lines of 2 units; a coloured drawing has none of that width. */
function weighed(svg: string, weight: number | undefined): string {
  return weight ? svg.replaceAll('stroke-width="2"', `stroke-width="${weight}"`) : svg;
}

/** The icon a `set:name` stands for, null if that set lacks it, undefined if this is no `set:name`. */
function explicit(id: string): Named | null | undefined {
  const [, prefix, name] = /^\s*([a-z0-9-]+):([a-z0-9-]+)\s*$/.exec(id) ?? [];
  const set = ALL_SETS.find((candidate) => candidate.name === prefix);
  if (!prefix || !name) return undefined;
  return set && (namesOf(set).has(name) || drawingOf(set, name)) ? { set, name } : null;
}

function byMeaning(meaning: string, style: IconStyle): Named | null {
  const named = writtenOut(meaning.trim());
  if (named?.set.style === style) return named;
  const words = wordsOf(meaning);
  const row = meant(spelledWordsOf(meaning));
  if (row) return row[style];
  // The name of a picture of the other style says nothing more about this one.
  if (named || words.length === 0) return null;
  for (const head of headsOf(words)) {
    const known = meant(head);
    if (known) return known[style];
    const icon = withName(head, style);
    if (icon) return icon;
    const kind = kindOf(head);
    if (kind) return byMeaning(kind, style);
  }
  return bySimilarName(words, style);
}

function refTo({ set, name }: Named): IconRef {
  return { id: `${set.name}:${name}`, set: set.name, name, licence: set.licence };
}

/** A composition of meanings as one picture, null when one of its parts has no picture. */
export function composeIcon({ base, on }: Composition): IconRef | null {
  const whole = (meaning: string) => explicitId(meaning) ?? partOf(meaning);
  const ids = [base, ...on.map(({ icon }) => icon)].map(whole);
  if (ids.some((id) => id === undefined)) return null;
  return refToComposition({ base: ids[0]!, on: on.map((one, index) => ({ ...one, icon: ids[index + 1]! })) });
}

function explicitId(meaning: string): string | undefined {
  const named = explicit(meaning);
  return named ? refTo(named).id : undefined;
}

/** Null when an icon of it is in no installed set. */
function refToComposition({ base, on }: Composition): IconRef | null {
  const parts = [base, ...on.map(({ icon }) => icon)].map(
    (id) => findIcon(id, 'colour') ?? findIcon(id, 'line'),
  );
  if (parts.some((part) => part === null)) return null;
  const ids = parts.map((part) => part!.id);
  const id = idOfComposition({
    base: ids[0]!,
    on: on.map((one, index) => ({ ...one, icon: ids[index + 1]! })),
  });
  const licence = [...new Set(parts.map((part) => part!.licence))].sort().join(' AND ');
  return { id, set: 'composed', name: id.slice('composed:'.length), licence };
}

function setNames(): string {
  return ALL_SETS.map((set: IconSet) => set.name).join(', ');
}
