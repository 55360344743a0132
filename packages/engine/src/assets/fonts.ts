/**
 * Registers the installed typefaces with the canvas and writes the font lists that draw with them.
 * Only registered faces are ever listed; a character none of them has is reported, never borrowed from the system.
 */
import { GlobalFonts } from '@napi-rs/canvas';
import { ChalktalkError } from '../errors.ts';
import type { FontSpec } from '../scene/scene.ts';
import { codePointsOf } from './characters.ts';
import { allFaces, type Face, facesFor } from './faces.ts';

let registered = false;

/**
 * Makes every face of `faces.ts` drawable. Idempotent; the canvas shares its fonts between the threads of a
 * process, so whoever comes second finds the work done.
 * @throws ChalktalkError `missing_asset` when a font file is not where its package should have put it.
 */
export function registerFonts(): void {
  if (registered) return;
  const faces = allFaces();
  // Where the last face is, all are.
  if (!GlobalFonts.has(faces.at(-1)!.name)) {
    for (const face of faces) {
      if (!GlobalFonts.registerFromPath(face.file, face.name)) {
        throw new ChalktalkError(
          'missing_asset',
          `The font file ${face.file} is missing; run npm install again.`,
        );
      }
    }
  }
  registered = true;
}

/**
 * A font as the canvas wants it, e.g. `600 48px "Sora", "Sora latin-ext", "Inter", …, "Noto Color Emoji"`.
 * @throws ChalktalkError `missing_asset` for a family that is not installed.
 */
export function cssFont(spec: FontSpec): string {
  return `${spec.italic ? 'italic ' : ''}${spec.weight} ${spec.size}px ${chainOf(spec).list}`;
}

/** Characters that draw nothing by themselves: controls, joiners, variation selectors. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Variation_Selector}\s]$/u;

/** The characters of a text that draw something, each once, in order of appearance. */
export function visibleCharacters(text: string): string[] {
  return [...new Set(text)].filter((character) => !INVISIBLE.test(character));
}

/** The characters of a text that no listed face can draw, each once, in order of appearance. */
export function missingGlyphs(text: string, spec: FontSpec): string[] {
  return visibleCharacters(text).filter((character) => !faceOf(character, spec));
}

/** The face that draws a character in text of this font; undefined if none can. */
export function faceOf(character: string, spec: FontSpec): Face | undefined {
  const code = character.codePointAt(0)!;
  return chainOf(spec).faces.find((face) => coverage(face.file).has(code));
}

/** The faces a font is drawn from, in order, and their names as a list for the canvas. */
interface Chain {
  faces: Face[];
  list: string;
}

const chains = new Map<string, Chain>();

function chainOf(spec: FontSpec): Chain {
  const id = `${spec.family}|${spec.weight}|${spec.italic ?? false}`;
  let chain = chains.get(id);
  if (!chain) {
    const faces = facesFor(spec);
    chain = { faces, list: [...new Set(faces.map((face) => `"${face.name}"`))].join(', ') };
    chains.set(id, chain);
  }
  return chain;
}

const coverages = new Map<string, Set<number>>();

function coverage(file: string): Set<number> {
  let found = coverages.get(file);
  if (!found) {
    found = codePointsOf(file);
    coverages.set(file, found);
  }
  return found;
}
