/** The second phase of an edit: everything of the new film but its frames, made again only where it changed. */
import { ChalktalkError } from '../errors.ts';
import { assetsFor, narrationFor, planGates, scenesFor, storyboardFor } from '../steps.ts';
import type { KeptScenes } from '../storyboard/index.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import { chooseVoice } from '../voice/index.ts';
import { applyOperations } from './apply.ts';
import type { EditableFilm, EditedScript, PlannedEdit } from './film.ts';
import { changesOf, keptScenes, settled, unchangedScenes } from './kept.ts';
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
 *   would break a promise, `unspeakable`, `missing_asset`, `output`, `cancelled`
 */
export async function planEdit(
  film: EditableFilm,
  operations: readonly EditOperation[],
  { dir, audioDir, signal, onSentence }: PlanOptions,
): Promise<PlannedEdit> {
  const edited = applyOperations(film, operations);
  const { brief, script } = edited;
  const narration = await narrationFor(brief, script, {
    dir,
    ...(signal ? { signal } : {}),
    ...(onSentence ? { onSentence } : {}),
    ...(speaksAsBefore(film, edited) ? { like: { narration: film.narration, dir: audioDir } } : {}),
  });
  const before = await scenesFor(film.storyboard, film.narration);
  const known = settled(film.storyboard, before);
  const kept = keptScenes(film, edited, narration, known);
  const storyboard = await plannedFrom(edited, narration, kept);
  const scenes = await scenesFor(storyboard, narration);
  const assets = assetsFor(scenes);
  const gates = await planGates({ script, narration, storyboard, scenes }, unchangedScenes(before, scenes));
  const changes = changesOf(film, before, edited, { storyboard, scenes, kept });
  return { brief, script, narration, storyboard, scenes, assets, gates, changes };
}

/** Another voice, or the same at another tempo, says everything anew. */
function speaksAsBefore(film: EditableFilm, { brief }: EditedScript): boolean {
  const voice = (one: EditableFilm['brief']) => chooseVoice(one.voice_description, one.video_type);
  const [was, is] = [voice(film.brief), voice(brief)];
  return was.name === is.name && was.pace === is.pace && film.narration.voice.name === is.name;
}

/** Whoever asked for the edit is told what does not fit in the words of an edit. */
async function plannedFrom(
  { brief, script }: EditedScript,
  narration: PlannedEdit['narration'],
  kept: KeptScenes,
): Promise<Storyboard> {
  try {
    return await storyboardFor(brief, script, narration, kept);
  } catch (error) {
    if (!(error instanceof ChalktalkError) || !['does_not_fit', 'bad_note'].includes(error.kind)) throw error;
    throw new ChalktalkError(
      'bad_edit',
      `The edit does not fit its picture: ${error.message} Ask for shorter words or fewer items.`,
      { cause: error },
    );
  }
}
