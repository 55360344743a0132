/** The engine: from a sentence to a narrated, animated film. Everything a caller may use is exported here. */
export type { AssetManifest } from './assets/index.ts';
export {
  ASPECT_RATIOS,
  type AspectRatio,
  type Brief,
  type BriefInput,
  briefSchema,
  isStorable,
  LONGEST_SECONDS,
  openBriefSchema,
  type Palette,
  parseBrief,
  SHORTEST_SECONDS,
  UNSTORABLE,
  VIDEO_TYPES,
  type VideoType,
  withLength,
} from './brief/brief.ts';
export type { Documents, Gate } from './check/index.ts';
export {
  applyOperations,
  type EditableFilm,
  type EditedScript,
  type EditOperation,
  editOperationSchema,
  editOperationsSchema,
  type PlannedEdit,
  type PlanOptions,
  planEdit,
  type RemakeOptions,
  remakeFilm,
  type SceneChanges,
  understandEdit,
} from './edit/index.ts';
export { ChalktalkError, type ErrorKind } from './errors.ts';
export {
  type Clip,
  clipsOf,
  createRenderPool,
  FILM_FILES,
  packetHashes,
  pruneClips,
  type RenderPool,
} from './frames/index.ts';
export { type Film, type FilmOptions, makeFilm } from './pipeline.ts';
export { type OnProgress, type Progress, STAGES, type Stage } from './progress.ts';
export type { Report } from './report.ts';
export type { SceneDocument } from './scene/scene.ts';
export type { Script } from './script/script.ts';
export * as steps from './steps.ts';
export type { Storyboard } from './storyboard/storyboard.ts';
export { startThread } from './thread.ts';
export type { Narration } from './voice/index.ts';
