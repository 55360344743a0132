/** The second phase of an edit: everything of the new film but its frames, made again only where it changed. */
import type { EditableFilm, PlannedEdit } from './film.ts';
import type { EditOperation } from './operations.ts';

export interface PlanOptions {
  /** The new narration's samples are written here, as the file `narration.audio`; not the old film's folder. */
  dir: string;
  /** Where the old film's `narration.audio` lies: what is said as before is taken from there. */
  audioDir: string;
  signal?: AbortSignal;
  /** Sentences spoken so far, of those that have to be. */
  onSentence?: (done: number, total: number) => void;
}

/**
 * Does the operations: script, narration, storyboard, scenes, assets, and the gates on them.
 * Same film, operations and engine → the same documents and samples, so it may be run again after a crash.
 * @throws ChalktalkError `bad_edit` when an operation cannot be done to this film, `gate_failed` when the edited film
 *   would break a promise, `unspeakable`, `does_not_fit`, `missing_asset`, `output`, `cancelled`
 */
export async function planEdit(
  _film: EditableFilm,
  _operations: readonly EditOperation[],
  _options: PlanOptions,
): Promise<PlannedEdit> {
  throw new Error('not yet');
}
