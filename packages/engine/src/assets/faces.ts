/**
 * The typefaces films are set in, as files of installed npm packages. Every family is cut into subsets by
 * alphabet, and each subset is registered under a family name of its own, so that which file draws which
 * character follows from the order of the list and from nothing else.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChalktalkError } from '../errors.ts';
import { FALLBACK, type Family, HEAVY, SCRIPTS, TEXT } from './families.ts';
import { SIGNS, signsFile, WEIGHTS } from './signs/index.ts';

/** One font file. */
export interface Face {
  /** The name it is registered and listed by: the family for Latin, `Family greek` for other subsets. */
  name: string;
  family: string;
  weight: number;
  italic: boolean;
  /** Absolute path. */
  file: string;
  /** The same below its package, which does not differ from machine to machine. */
  origin: string;
  /** SPDX identifier. */
  licence: string;
}

const EMOJI = 'Noto Color Emoji';
const MATH = 'New Computer Modern';
/** Its glyphs are in COLR format; those of fontsource's package are in SVG, which the canvas leaves blank. */
const EMOJI_PACKAGE = '@infolektuell/noto-color-emoji';
const EMOJI_SLICES = 11;

const require = createRequire(import.meta.url);
/** Where `npm run fonts:cjk` puts fonts: a folder that no installation clears. */
const added = createRequire(fileURLToPath(new URL('../../../../fonts/package.json', import.meta.url)));

/** Families a FontSpec may name. */
export function families(): string[] {
  return Object.keys(TEXT);
}

/** Every font file, the slow emoji slices first. */
export function allFaces(): Face[] {
  return [
    ...emojiFaces(),
    ...signFaces(),
    mathFace(),
    ...scriptFaces(),
    ...families().flatMap((family) => facesOfFamily(family)),
  ];
}

/**
 * The faces that draw text of this family, weight and slant, in the order they are asked for a character;
 * the nearest weight that exists stands in for one that does not.
 * @throws ChalktalkError `missing_asset` for a family that films cannot be set in.
 */
export function facesFor(spec: { family: string; weight: number; italic?: boolean }): Face[] {
  const own = facesOfFamily(spec.family);
  const chain = [...own, ...(spec.family === FALLBACK ? [] : facesOfFamily(FALLBACK)), ...scriptFaces()];
  const names = [...new Set(chain.map((face) => face.name))];
  const text = names.map((name) =>
    nearest(
      chain.filter((face) => face.name === name),
      spec.weight,
      spec.italic ?? false,
    ),
  );
  return [...text, nearest(signFaces(), spec.weight, false), mathFace(), ...emojiFaces()];
}

function facesOfFamily(name: string): Face[] {
  const family = TEXT[name];
  if (!family) {
    const known = families().join(', ');
    throw new ChalktalkError('missing_asset', `The font "${name}" is not installed; use one of ${known}.`);
  }
  return cutsOf(name, family, require);
}

let ofScripts: Face[] | undefined;

/** The same from first call to last, so that a film is set alike throughout. */
function scriptFaces(): Face[] {
  ofScripts ??= [
    ...Object.entries(SCRIPTS).flatMap(([name, family]) => cutsOf(name, family, require)),
    ...Object.entries(HEAVY).flatMap(([name, family]) =>
      isInstalled(family, added) ? cutsOf(name, family, added) : [],
    ),
  ];
  return ofScripts;
}

function cutsOf(name: string, family: Family, from: NodeJS.Require): Face[] {
  const face = (subset: string, weight: number, italic: boolean): Face => ({
    name: subset === 'latin' ? name : `${name} ${subset}`,
    family: name,
    weight,
    italic,
    ...fontsource(family.package, `${subset}-${weight}-${italic ? 'italic' : 'normal'}`, from),
  });
  return family.subsets.flatMap((subset) => [
    ...family.weights.map((weight) => face(subset, weight, false)),
    ...family.italics.map((weight) => face(subset, weight, true)),
  ]);
}

function isInstalled(family: Family, from: NodeJS.Require): boolean {
  try {
    from.resolve(`@fontsource/${family.package}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function emojiFaces(): Face[] {
  return Array.from({ length: EMOJI_SLICES }, (_, slice) => ({
    name: EMOJI,
    family: EMOJI,
    weight: 400,
    italic: false,
    ...fileOf(EMOJI_PACKAGE, `files/${slice}.woff2`, 'OFL-1.1'),
  }));
}

/** Slant first, then distance in weight; of two equally near the bolder, as labels on film are small. */
function nearest(faces: Face[], weight: number, italic: boolean): Face {
  const slanted = faces.filter((face) => face.italic === italic);
  const pool = slanted.length > 0 ? slanted : faces;
  return pool.reduce((best, face) => {
    const gain = Math.abs(best.weight - weight) - Math.abs(face.weight - weight);
    return gain > 0 || (gain === 0 && face.weight > best.weight) ? face : best;
  });
}

/** Arrows, relations, raised and lowered figures, ticks: what the subsets above leave out. */
function signFaces(): Face[] {
  return WEIGHTS.map((weight) => ({
    name: SIGNS,
    family: SIGNS,
    weight,
    italic: false,
    file: signsFile(weight),
    origin: `@chalktalk/engine/signs-${weight}.ttf`,
    licence: 'OFL-1.1',
  }));
}

/** The rest of mathematics (∑, ∫, ∈, ∀), from the typeface that formulas are set in. */
function mathFace(): Face {
  return {
    name: MATH,
    family: MATH,
    weight: 400,
    italic: false,
    ...fileOf('@mathjax/mathjax-newcm-font', 'chtml/woff2/mjx-ncm-n.woff2', 'Apache-2.0'),
  };
}

const folders = new Map<string, string>();

function fontsource(name: string, variant: string, from: NodeJS.Require): Source {
  return fileOf(`@fontsource/${name}`, `files/${name}-${variant}.woff2`, 'OFL-1.1', from);
}

type Source = Pick<Face, 'file' | 'origin' | 'licence'>;

/** Where a file of a package lies. */
function fileOf(name: string, path: string, licence: string, from: NodeJS.Require = require): Source {
  let folder = folders.get(name);
  if (!folder) {
    folder = dirname(from.resolve(`${name}/package.json`));
    folders.set(name, folder);
  }
  return { file: join(folder, path), origin: `${name}/${path}`, licence };
}
