/** Everything a scene shows that is not drawn from scratch: typefaces and icons. */
export { cssFont, missingGlyphs, registerFonts } from './fonts.ts';
export type { IconStyle } from './icon-search/sets.ts';
export { findIcon, type IconDrawing, type IconRef, iconSvg, requireIcon } from './icons.ts';
