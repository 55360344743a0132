/**
 * Pictures by meaning, from the installed icon sets, and as SVG. A wrong picture is worse than none: what is
 * not found with confidence is not found.
 */
import { iconToHTML, iconToSVG } from '@iconify/utils';
import { ChalktalkError } from '../errors.ts';
import { meant } from './icon-search/meanings.ts';
import { bySimilarName, type Named, withName, writtenOut } from './icon-search/names.ts';
import { drawingOf, type IconStyle, namesOf, SETS } from './icon-search/sets.ts';
import { headsOf, spelledWordsOf, wordsOf } from './icon-search/words.ts';

export interface IconRef {
  /** `set:name` */
  id: string;
  set: string;
  name: string;
  /** SPDX identifier of the set's licence. */
  licence: string;
}

const found = new Map<string, IconRef | null>();

/**
 * The icon of a style that shows a meaning ("laptop", "busy web server"), or null. A meaning may also be
 * `set:name`, which is taken at its word whatever the style,
 * or an icon's name written out ("chart-increasing").
 *
 * Sought in this order: the whole phrase in the table of meanings, then as an icon's name; then the same for what
 * the phrase is a kind of ("busy web server" → "web server" → "server"); then an icon's name that is a kind of it.
 */
export function findIcon(meaning: string, style: IconStyle): IconRef | null {
  const id = `${style}|${meaning}`;
  let ref = found.get(id);
  if (ref === undefined) {
    const named = explicit(meaning);
    const icon = named === undefined ? byMeaning(meaning, style) : named;
    ref = icon ? refTo(icon) : null;
    found.set(id, ref);
  }
  return ref;
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
 * An icon's SVG at a height in px; `color` is what a line icon is drawn in.
 * @throws ChalktalkError `missing_asset` when no installed set has an icon of this id.
 */
export function iconSvg(id: string, options: { height: number; color?: string }): IconDrawing {
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
  return { svg: html.replaceAll('currentColor', options.color ?? '#000000'), width, height };
}

/** The icon a `set:name` stands for, null if that set lacks it, undefined if this is no `set:name`. */
function explicit(id: string): Named | null | undefined {
  const [, prefix, name] = /^\s*([a-z0-9-]+):([a-z0-9-]+)\s*$/.exec(id) ?? [];
  const set = SETS.find((candidate) => candidate.name === prefix);
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
    const kind = meant(head);
    if (kind) return kind[style];
    const icon = withName(head, style);
    if (icon) return icon;
  }
  return bySimilarName(words, style);
}

function refTo({ set, name }: Named): IconRef {
  return { id: `${set.name}:${name}`, set: set.name, name, licence: set.licence };
}

function setNames(): string {
  return SETS.map((set) => set.name).join(', ');
}
