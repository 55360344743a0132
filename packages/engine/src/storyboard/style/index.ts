/** The style of a film: what is asked for in words, and what of it was understood. */
export type { Style } from './style.ts';
export { type Understanding, understandStyle } from './understand.ts';
