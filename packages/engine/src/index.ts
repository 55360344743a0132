/** The engine: from a sentence to a narrated, animated film. Everything a caller may use is exported here. */
export {
  ASPECT_RATIOS,
  type AspectRatio,
  type Brief,
  type BriefInput,
  briefSchema,
  LONGEST_SECONDS,
  type Palette,
  parseBrief,
  SHORTEST_SECONDS,
  VIDEO_TYPES,
  type VideoType,
} from './brief/brief.ts';
export type { Gate } from './check/index.ts';
export { ChalktalkError, type ErrorKind } from './errors.ts';
export { type Film, type FilmOptions, makeFilm } from './pipeline.ts';
export { type OnProgress, type Progress, STAGES, type Stage } from './progress.ts';
export type { Report } from './report.ts';
