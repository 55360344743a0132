/** Films from the facts in a task, and what a passage of text does. */
export { names, nounPhrases } from './language/nouns.ts';
export { cutToFit, shorten } from './language/shorten.ts';
export { type Material, readMaterial } from './material.ts';
export { readings, recognise } from './structure/index.ts';
export { measures } from './structure/measure.ts';
export { factsScript } from './write.ts';
