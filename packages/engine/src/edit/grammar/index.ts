/** From plain English to operations, without a model. */
import { ChalktalkError } from '../../errors.ts';
import type { EditableFilm } from '../film.ts';
import type { EditOperation } from '../operations.ts';

/**
 * What a request asks for, all of it: several instructions are all understood or none is.
 * `[{ op: 'undo' }]` is for the caller, who keeps the earlier versions.
 * @throws ChalktalkError `bad_edit`, one sentence that says what was not understood and what can be done
 */
export async function understandEdit(request: string, _film: EditableFilm): Promise<EditOperation[]> {
  throw new ChalktalkError('bad_edit', `"${request.slice(0, 80)}" was not understood.`);
}
