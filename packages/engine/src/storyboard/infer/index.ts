/** Pictures for sections that do not ask for one. */
export type { InferContext, PictureOf } from './offer.ts';
export { inferShow, inferShows } from './show.ts';
