/**
 * The stage that leaves nothing missing: every icon and every typeface that the scenes of a film draw with,
 * licensed and hashed. Whatever cannot be drawn stops the film here, by name.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ChalktalkError } from '../errors.ts';
import type { FontSpec, SceneDocument, TextElement } from '../scene/scene.ts';
import type { Face } from './faces.ts';
import { needsHeavyFonts } from './families.ts';
import { faceOf, visibleCharacters } from './fonts.ts';
import { DRAWINGS } from './icon-search/sets.ts';
import { findIcon, iconSvg } from './icons.ts';
import { compositionOf } from './illustration/composition.ts';

export interface AssetManifest {
  /** By id. */
  icons: IconAsset[];
  /** By file. */
  fonts: FontAsset[];
}

export interface IconAsset {
  /** `set:name`; a picture composed of several is listed by its parts. */
  id: string;
  /** The package it comes from: `@iconify-json/noto`; our own drawings are `@chalktalk/engine`. */
  source: string;
  /** SPDX identifier. */
  licence: string;
  /** Of the SVG at 100 px in black. */
  sha256: string;
}

export interface FontAsset {
  family: string;
  weight: number;
  italic: boolean;
  /** Below its package: `@fontsource/sora/files/…`. */
  file: string;
  /** SPDX identifier. */
  licence: string;
  sha256: string;
}

/** What a counting figure may show on its way. */
const FIGURES = '0123456789.,-−';

/**
 * Every asset the scenes use.
 * @throws ChalktalkError `missing_asset` when an icon is not installed or no typeface has a character.
 */
export function collectAssets(scenes: readonly SceneDocument[]): AssetManifest {
  const icons = new Map<string, IconAsset>();
  const faces = new Map<string, Face>();
  for (const scene of scenes) {
    for (const element of scene.elements) {
      if (element.kind === 'icon') for (const id of partsOf(element.icon)) addIcon(icons, id, scene.id);
      if (element.kind === 'text') for (const face of facesOf(element, scene.id)) faces.set(face.file, face);
    }
  }
  return {
    icons: [...icons.values()].sort((a, b) => compare(a.id, b.id)),
    fonts: [...faces.values()].map(fontAsset).sort((a, b) => compare(a.file, b.file)),
  };
}

function partsOf(id: string): string[] {
  const composition = compositionOf(id);
  return composition ? [composition.base, ...composition.on.map(({ icon }) => icon)] : [id];
}

function addIcon(icons: Map<string, IconAsset>, id: string, scene: string): void {
  if (!icons.has(id)) icons.set(id, iconAsset(id, scene));
}

function iconAsset(id: string, scene: string): IconAsset {
  const ref = id.includes(':') ? findIcon(id, 'colour') : null;
  if (!ref) {
    const fix = 'name it by set and name, e.g. "tabler:router", or by a more common word';
    throw new ChalktalkError(
      'missing_asset',
      `Scene ${scene} shows the icon "${id}", which no set has; ${fix}.`,
    );
  }
  const source = ref.set === DRAWINGS.name ? '@chalktalk/engine' : `@iconify-json/${ref.set}`;
  return { id: ref.id, source, licence: ref.licence, sha256: sha256(iconSvg(ref.id, { height: 100 }).svg) };
}

function facesOf(element: TextElement, scene: string): Face[] {
  const faces: Face[] = [];
  for (const { text, font } of passagesOf(element)) {
    const missing: string[] = [];
    for (const character of visibleCharacters(text)) {
      const face = faceOf(character, font);
      if (face) faces.push(face);
      else missing.push(character);
    }
    if (missing.length > 0) throw cannotDraw(missing, text, scene);
  }
  return faces;
}

function passagesOf(element: TextElement): { text: string; font: FontSpec }[] {
  const runs = element.lines.flatMap((line) =>
    line.runs.map((run) => ({ text: run.text, font: run.font ?? element.font })),
  );
  const { counter } = element;
  return counter ? [...runs, { text: counter.prefix + FIGURES + counter.suffix, font: element.font }] : runs;
}

function cannotDraw(missing: string[], passage: string, scene: string): ChalktalkError {
  const named = missing.map((character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `"${character}" (U+${code})`;
  });
  const those = missing.length === 1 ? 'a character' : 'characters';
  const where = `"${passage.trim().slice(0, 60)}" in scene ${scene}`;
  const fix = missing.some(needsHeavyFonts)
    ? 'run "npm run fonts:cjk" once to add the Chinese, Japanese and Korean fonts (210 MB)'
    : 'write it with other characters';
  return new ChalktalkError(
    'missing_asset',
    `No installed typeface has ${named.join(', ')}, ${those} of ${where}; ${fix}.`,
  );
}

function fontAsset({ family, weight, italic, file, origin, licence }: Face): FontAsset {
  return { family, weight, italic, file: origin, licence, sha256: hashOfFile(file) };
}

const hashes = new Map<string, string>();

function hashOfFile(file: string): string {
  let hash = hashes.get(file);
  if (!hash) {
    hash = sha256(readFileSync(file));
    hashes.set(file, hash);
  }
  return hash;
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
