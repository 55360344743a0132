/** What a scene shows that is not drawn from scratch: typefaces, icons, formulas and highlighted code. */
export { type CodeLine, type CodeRole, type CodeToken, highlightCode } from './code.ts';
export { type AssetManifest, collectAssets, type FontAsset, type IconAsset } from './collect.ts';
export { cssFont, missingGlyphs, registerFonts } from './fonts.ts';
export { type Formula, type FormulaGlyph, typesetFormula } from './formula.ts';
export type { IconStyle } from './icon-search/sets.ts';
export { composeIcon, findIcon, type IconDrawing, type IconRef, iconSvg, requireIcon } from './icons.ts';
export { type Composition, compositionOf, PLACES, placedParts } from './illustration/composition.ts';
