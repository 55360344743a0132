/** What an edit's row tells, and what a film's `planner_history` keeps of each version. */
import type { AspectRatio, SceneChanges, Storyboard } from '@chalktalk/engine';
import type { FilmResult } from '../jobs/film.ts';

export const EDIT_STATUSES = ['queued', 'processing', 'applying', 'complete', 'error', 'reverted'] as const;
export type EditStatus = (typeof EDIT_STATUSES)[number];

/** The three phases by name, and what comes before and after them. */
export const EDIT_STAGES = [
  'queued',
  'planning',
  'generating_frames',
  'joining',
  'complete',
  'error',
] as const;

export interface EditProgress {
  stage: (typeof EDIT_STAGES)[number];
  percent: number;
}

/** A reference image; all but its address is known once it was fetched. */
export interface ReferenceImage {
  url: string;
  type?: string;
  key?: string;
  bytes?: number;
}

/** What is asked for. */
export interface EditRequest {
  request: string;
  aspect_ratio: AspectRatio | null;
  images: number;
}

/** Scenes count from 1: modified and added ones in the film after, removed ones in the film before. */
export interface Difference {
  /** From the film before to the edited one. */
  forth: SceneChanges;
  /** From the edited film to the one before. */
  back: SceneChanges;
}

/** What became of an edit. */
export interface EditResult extends Difference {
  /** Keys of the edited film's files. They stay there as long as the film does, also when the edit is reverted. */
  files: { video: string; vtt: string };
}

/** A film that an edit led to, whole and stored, but not yet in place. */
export interface Edited {
  film: FilmResult;
  planner: unknown;
  difference: Difference;
  /** Seconds of film that were made anew: what is paid for. */
  seconds: number;
  /** See SavedVersion. */
  undoes?: number;
}

/** An earlier version of a film: all that is needed to be it again, to the byte. */
export interface SavedVersion extends Difference {
  /** The edit that saved this version before it put its own in its place. */
  edit_id: string;
  saved_at: string;
  planner: Storyboard;
  /** Where its files lie; `version` in it names its documents. */
  result: FilmResult;
  /** For an edit that took another back: the place in the history of the version that came back. */
  undoes?: number;
}
