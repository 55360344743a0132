/** The typeface of signs that ships with the project, drawn by `drawings.ts`. */
import { fileURLToPath } from 'node:url';

export const SIGNS = 'Chalktalk Signs';
export const WEIGHTS = [400, 600, 800] as const;

/** Absolute path of the font file of a weight. */
export function signsFile(weight: (typeof WEIGHTS)[number]): string {
  return fileURLToPath(new URL(`signs-${weight}.ttf`, import.meta.url));
}
