/** The typefaces films may be set in, and those that lend them the scripts they lack: packages, subsets and weights. */

export interface Family {
  /** Name below `@fontsource/`. */
  package: string;
  /** Cuts by alphabet, each a file of its own. */
  subsets: readonly string[];
  weights: readonly number[];
  italics: readonly number[];
}

const EUROPE = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
const LATIN = ['latin', 'latin-ext', 'vietnamese'] as const;

/** What a FontSpec may name. */
export const TEXT: Readonly<Record<string, Family>> = {
  Inter: { package: 'inter', subsets: EUROPE, weights: [400, 500, 600, 700, 800], italics: [400, 600] },
  Sora: { package: 'sora', subsets: ['latin', 'latin-ext'], weights: [400, 600, 700, 800], italics: [] },
  'Space Grotesk': { package: 'space-grotesk', subsets: LATIN, weights: [400, 500, 700], italics: [] },
  Fraunces: { package: 'fraunces', subsets: LATIN, weights: [400, 600, 700], italics: [400, 600] },
  'JetBrains Mono': { package: 'jetbrains-mono', subsets: EUROPE, weights: [400, 600, 700], italics: [400] },
};

/** Draws what a family's own subsets lack. */
export const FALLBACK = 'Inter';

const script = (name: string, subset: string): Family => ({
  package: `noto-sans-${name}`,
  subsets: [subset],
  weights: [400, 600, 800],
  italics: [],
});

/** One family for each script that all of the above lack. */
export const SCRIPTS: Readonly<Record<string, Family>> = {
  'Noto Sans Arabic': script('arabic', 'arabic'),
  'Noto Sans Hebrew': script('hebrew', 'hebrew'),
  'Noto Sans Devanagari': script('devanagari', 'devanagari'),
};

/**
 * Drawn from only where somebody has added them (`npm run fonts:cjk`, 210 MB). In order: what Chinese and Japanese
 * share is drawn in the Chinese form.
 */
export const HEAVY: Readonly<Record<string, Family>> = {
  'Noto Sans SC': { ...script('sc', 'chinese-simplified'), weights: [400, 700] },
  'Noto Sans JP': { ...script('jp', 'japanese'), weights: [400, 700] },
  'Noto Sans KR': { ...script('kr', 'korean'), weights: [400, 700] },
};

const HEAVY_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a character is one that the heavy families are for. */
export function needsHeavyFonts(character: string): boolean {
  return HEAVY_SCRIPTS.test(character);
}
