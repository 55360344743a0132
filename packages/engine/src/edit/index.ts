/**
 * Edits: from a request in plain English to a film in which only what changed is made again. Three phases: understand
 * (`understandEdit`), plan (`planEdit`), and render and join (`remakeFilm` on one machine, or the steps of `steps.ts`).
 */
export { applyOperations } from './apply.ts';
export type { EditableFilm, EditedScript, PlannedEdit, SceneChanges } from './film.ts';
export { understandEdit } from './grammar/index.ts';
export { type EditOperation, editOperationSchema, editOperationsSchema } from './operations.ts';
export { type PlanOptions, planEdit } from './plan.ts';
export { type RemakeOptions, remakeFilm } from './remake.ts';
