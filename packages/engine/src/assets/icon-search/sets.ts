/**
 * The installed icon sets: which names each has, and the drawing behind a name. The colour sets' files are tens of
 * megabytes, so names come from their small metadata and a drawing is cut out of the file without parsing the rest.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defaultIconProps, type FullIconifyIcon, getIconData, type IconifyIcon } from '@iconify/utils';
import { OWN, OWN_SIZE } from './drawings.ts';

export type IconStyle = 'colour' | 'line';

export interface IconSet {
  name: string;
  style: IconStyle;
  /** SPDX identifier. */
  licence: string;
}

/** In order of preference within a style, so that pictures of one film match. */
export const SETS: readonly IconSet[] = [
  { name: 'fluent-emoji-flat', style: 'colour', licence: 'MIT' },
  { name: 'noto', style: 'colour', licence: 'Apache-2.0' },
  { name: 'lucide', style: 'line', licence: 'ISC' },
  { name: 'tabler', style: 'line', licence: 'MIT' },
];

/** Shown only where named as what they are: codes and brand names are spelt like ordinary words. */
export const FLAGS: IconSet = { name: 'circle-flags', style: 'colour', licence: 'MIT' };
export const BRANDS: IconSet = { name: 'simple-icons', style: 'line', licence: 'CC0-1.0' };
/** Our own, of what the colour sets lack. */
export const DRAWINGS: IconSet = { name: 'chalktalk', style: 'colour', licence: 'MIT' };

/** Every set an icon may be named by, `set:name`. */
export const ALL_SETS: readonly IconSet[] = [...SETS, FLAGS, BRANDS, DRAWINGS];

const require = createRequire(import.meta.url);
const names = new Map<string, ReadonlySet<string>>();
const files = new Map<string, string>();

/** Every icon name of a set that films may use; skin-tone variants are left out. */
export function namesOf(set: IconSet): ReadonlySet<string> {
  let found = names.get(set.name);
  if (!found) {
    found = new Set(namesIn(set));
    names.set(set.name, found);
  }
  return found;
}

function namesIn(set: IconSet): string[] {
  if (set === DRAWINGS) return Object.keys(OWN);
  return set.style === 'colour' && set !== FLAGS ? categorised(set.name) : listed(set.name);
}

/** The drawing behind a name, aliases and flips resolved; null when the set has no such icon. */
export function drawingOf(set: IconSet, name: string): FullIconifyIcon | null {
  if (set === DRAWINGS) return OWN[name] ? { ...defaultIconProps, ...OWN_SIZE, body: OWN[name] } : null;
  const text = fileOf(set.name);
  const entry = entryIn(text, name);
  if (!entry) return null;
  const parent = entry.parent === undefined ? undefined : entryIn(text, entry.parent);
  const icons = parent ? { [entry.parent!]: drawn(parent) } : { [name]: drawn(entry) };
  const aliases = parent ? { [name]: { ...entry, parent: entry.parent! } } : {};
  const icon = getIconData({ prefix: set.name, icons, aliases, ...sizeIn(text) }, name);
  return icon ? { ...defaultIconProps, ...sizeIn(text), ...icon } : null;
}

/** An icon as its set's file has it, or another name for one (`parent`), perhaps turned. */
interface Entry extends Partial<IconifyIcon> {
  parent?: string;
}

function drawn(entry: Entry): IconifyIcon {
  return { ...entry, body: entry.body ?? '' };
}

/** What a skin tone adds to a name. */
const VARIANT = /-(?:medium-light|medium-dark|light|medium|dark)$/;

function categorised(set: string): string[] {
  const metadata = JSON.parse(readFileSync(pathOf(set, 'metadata.json'), 'utf8')) as {
    categories: Record<string, string[]>;
  };
  const all = new Set(Object.values(metadata.categories).flat());
  // A police-car light ends in `-light` too, but no police car is of medium complexion.
  const isVariant = (name: string) => {
    const base = name.replace(VARIANT, '');
    return (
      /-skin-tone|-tone[1-5]$/.test(name) || (base !== name && all.has(base) && all.has(`${base}-medium`))
    );
  };
  return [...all].filter((name) => !isVariant(name));
}

function listed(set: string): string[] {
  const parsed = JSON.parse(fileOf(set)) as {
    icons: Record<string, unknown>;
    aliases?: Record<string, unknown>;
  };
  return [...Object.keys(parsed.icons), ...Object.keys(parsed.aliases ?? {})];
}

function entryIn(text: string, name: string): Entry | undefined {
  const head = `\n\t\t${JSON.stringify(name)}: {`;
  const at = text.indexOf(head);
  if (at < 0) return undefined;
  const start = at + head.length - 1;
  return JSON.parse(text.slice(start, text.indexOf('\n\t\t}', start) + 4));
}

/** The size that icons have unless they say otherwise stands at the file's end. */
function sizeIn(text: string): { width: number; height: number } {
  const tail = text.slice(-200);
  const number = (key: string) => Number(new RegExp(`\\n\\t"${key}": (\\d+)`).exec(tail)?.[1] ?? 16);
  return { width: number('width'), height: number('height') };
}

function fileOf(set: string): string {
  let text = files.get(set);
  if (text === undefined) {
    text = readFileSync(pathOf(set, 'icons.json'), 'latin1');
    files.set(set, text);
  }
  return text;
}

function pathOf(set: string, file: string): string {
  return join(dirname(require.resolve(`@iconify-json/${set}/package.json`)), file);
}
