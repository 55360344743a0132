/** The voice stage's public face: narrating a script, and knowing beforehand how long that takes. */
export { type Choice, chooseVoice } from './choose.ts';
export { estimateFilmSeconds, estimateSeconds } from './estimate.ts';
export { measureLoudness } from './measure.ts';
export { type Earlier, type NarrateOptions, narrate } from './narrate.ts';
export * from './narration.ts';
export {
  AFTER_LAST_WORD,
  BEFORE_FIRST_WORD,
  BOUNDARY_BEFORE_WORD,
  LONGEST_PAUSES,
  PAUSES,
  type Pauses,
  SHORTEST_PAUSES,
} from './schedule.ts';
