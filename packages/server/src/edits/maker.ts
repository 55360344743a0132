/** Edits films with the engine: understands what is asked, and plans the film anew where it changes. */
import path from 'node:path';
import {
  type Brief,
  ChalktalkError,
  clipsOf,
  type EditableFilm,
  type EditOperation,
  type Narration,
  planEdit,
  type SceneChanges,
  type SceneDocument,
  type Script,
  type Storyboard,
  understandEdit,
} from '@chalktalk/engine';
import { Fault } from '../errors.ts';
import type { Desk } from '../jobs/desk.ts';
import type { ClipName, Watch } from '../jobs/maker.ts';
import type { EditRequest } from './edit.ts';

/** What is left to do once an edit is planned. */
export type PlannedFilm =
  | { undo: true }
  | {
      /** The edited film's, for its row. */
      storyboard: Storyboard;
      changes: SceneChanges;
      /** How long changed and added scenes are in all, s. */
      seconds: number;
      /** For each scene of the edited film its clips; null where some are still to be drawn. */
      clips: (ClipName[] | null)[];
    };

export interface EditMaker {
  /**
   * From the desk of the film as it is to a desk of the edit's own. May be run again after a crash, with the same outcome.
   * @throws ChalktalkError `bad_edit` with a sentence that says what can be asked
   */
  planEdit(asked: EditRequest, brief: Brief, from: Desk, to: Desk, watch: Watch): Promise<PlannedFilm>;
}

export function createEditMaker(): EditMaker {
  return {
    async planEdit(asked, brief, from, to, { signal, onSentence }) {
      const film = await filmOn(from, brief);
      const operations = await operationsFor(asked, film);
      if (operations.some(({ op }) => op === 'undo')) {
        if (operations.length === 1) return { undo: true };
        throw new ChalktalkError(
          'bad_edit',
          'An undo stands alone; ask for the other changes in another edit.',
        );
      }
      await from.file(`voice/${film.narration.audio}`);
      const dir = await to.clean('voice');
      const planned = await planEdit(film, operations, {
        dir,
        audioDir: path.join(from.folder, 'voice'),
        signal,
        ...(onSentence ? { onSentence } : {}),
      });
      const { narration, storyboard, scenes, changes } = planned;
      await to.keepFile(`voice/${narration.audio}`, path.join(dir, narration.audio));
      await Promise.all([
        to.keep('brief', planned.brief),
        to.keep('operations', operations),
        to.keep('script', planned.script),
        to.keep('narration', narration),
        to.keep('storyboard', storyboard),
        to.keep('scenes', scenes),
        to.keep('assets', planned.assets),
        to.keep('checks', planned.gates),
      ]);
      const anew = new Set([...changes.modified_scenes, ...changes.added_scenes]);
      const seconds = narration.sections.reduce(
        (sum, { start, end }, index) => sum + (anew.has(index + 1) ? end - start : 0),
        0,
      );
      return {
        storyboard,
        changes,
        seconds,
        clips: await Promise.all(scenes.map((scene) => clipsOn(to, scene))),
      };
    },
  };
}

async function filmOn(desk: Desk, brief: Brief): Promise<EditableFilm> {
  try {
    const [script, narration, storyboard] = await Promise.all([
      desk.read<Script>('script'),
      desk.read<Narration>('narration'),
      desk.read<Storyboard>('storyboard'),
    ]);
    return {
      brief: desk.edit === undefined ? brief : await desk.read<Brief>('brief'),
      script,
      narration,
      storyboard,
    };
  } catch (error) {
    if (error instanceof Fault && error.kind === 'not_found')
      throw new ChalktalkError(
        'bad_edit',
        'What this video was made from is no longer there, so it cannot be edited; submit it as a new video.',
        { cause: error },
      );
    throw error;
  }
}

const IMAGES = '(?:image|picture|photo|photograph|logo|screenshot|drawing)s?';
const SENT = '(?:attached|reference|referenced|provided|supplied|uploaded|linked|enclosed)';
const SHOWS_IMAGE = new RegExp(
  `\\b(?:${SENT}|this|these|my|our) ${IMAGES}\\b|\\b${IMAGES} (?:i|we) \\w+`,
  'i',
);

/** Whether a request wants a reference image itself to be seen, which takes more than the grammar. */
export function asksForImage(request: string): boolean {
  return SHOWS_IMAGE.test(request);
}

async function operationsFor(
  { request, aspect_ratio, images }: EditRequest,
  film: EditableFilm,
): Promise<EditOperation[]> {
  if (images > 0 && asksForImage(request))
    throw new ChalktalkError(
      'bad_edit',
      'Reference images are kept with the edit but cannot be shown in the video yet; name what to show instead, such as "replace the bird in scene 3 with a hawk".',
    );
  const operations = await understandEdit(request, film);
  if (!aspect_ratio || aspect_ratio === film.brief.aspect_ratio) return operations;
  return [
    ...operations.filter(({ op }) => op !== 'set_aspect_ratio'),
    { op: 'set_aspect_ratio', aspect_ratio },
  ];
}

/** A scene's clips when all of them are stored already, as those of scenes that did not change are. */
async function clipsOn(desk: Desk, scene: SceneDocument): Promise<ClipName[] | null> {
  const clips = clipsOf(scene, '').map(({ file, frames }) => ({ name: path.basename(file), frames }));
  const there = await Promise.all(clips.map(({ name }) => desk.has(`clips/${name}`)));
  return there.every(Boolean) ? clips : null;
}
