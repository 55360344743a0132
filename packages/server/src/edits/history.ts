/** The versions of a film: which one an undo goes back to, and what changes on the way back. */
import { ChalktalkError, type SceneChanges } from '@chalktalk/engine';
import type { Difference, SavedVersion } from './edit.ts';

/** Versions kept of one film; more edits are refused. */
export const MOST_VERSIONS = 100;

/** As much of a storyboard as tells its scenes apart. */
interface Scenes {
  scenes: { id: string }[];
}

/** The changes of an edit, and the same seen from the film it led to. */
export function differenceOf(before: Scenes, after: Scenes, forth: SceneChanges): Difference {
  const places = new Map(before.scenes.map(({ id }, index) => [id, index + 1]));
  const numberBefore = (number: number) =>
    places.get(after.scenes[number - 1]?.id ?? '') ?? Math.min(number, before.scenes.length);
  return {
    forth,
    back: {
      modified_scenes: [...new Set(forth.modified_scenes.map(numberBefore))].sort((a, b) => a - b),
      added_scenes: forth.removed_scenes,
      removed_scenes: forth.added_scenes,
    },
  };
}

/**
 * The version that an undo goes back to, as its place in the history: the one before the last edit that has not been
 * taken back yet.
 * @throws ChalktalkError `bad_edit` when there is none
 */
export function undoTarget(history: Pick<SavedVersion, 'undoes'>[]): number {
  let place = history.length - 1;
  // What an undo has taken back is passed over.
  for (;;) {
    const undone = history[place]?.undoes;
    if (undone === undefined) break;
    place = undone - 1;
  }
  if (place < 0)
    throw new ChalktalkError('bad_edit', 'There is no edit to undo; this is the video as it was first made.');
  return place;
}
