/** Operations on a film's script. Pure: same film and operations, same answer; nothing is changed in place. */
import { addClosing } from './apply/closing.ts';
import { badEdit, Draft } from './apply/draft.ts';
import { lengthAfter } from './apply/length.ts';
import { recolourFilm, recolourPart, replacePicture, setStyle } from './apply/looks.ts';
import { mergeScenes, moveScene, removeScenes, repeatScene, splitScene } from './apply/order.ts';
import { renameTerm } from './apply/terms.ts';
import { addText, removeText, setText } from './apply/texts.ts';
import type { EditableFilm, EditedScript } from './film.ts';
import { type EditOperation, editOperationsSchema, type OperationOf } from './operations.ts';

/** How far a section's pace may leave that of the film, over all edits. */
const STRETCH = { least: 0.7, most: 1.5 };

/**
 * The script after the operations, every section's picture pinned to what the film shows.
 * @throws ChalktalkError `bad_edit` when an operation cannot be done to this film; none is done then
 */
export function applyOperations(film: EditableFilm, operations: readonly EditOperation[]): EditedScript {
  const checked = editOperationsSchema.safeParse(operations);
  if (!checked.success)
    throw badEdit(
      'The edit asks for too much at once, or for something that no film has; split it into several edits.',
    );
  const draft = new Draft(film);
  for (const operation of wordsFirst(checked.data)) apply(draft, operation);
  const gone = checked.data.flatMap((one) => (one.op === 'remove_scene' ? [one.scene] : []));
  if (gone.length > 0) removeScenes(draft, gone);
  if (checked.data.some(({ op }) => op === 'add_closing')) addClosing(draft);
  const origins = Object.fromEntries(
    draft.sections.flatMap((section) => {
      const origin = draft.origins.get(section);
      return origin === undefined ? [] : [[section.id, origin]];
    }),
  );
  const script = { ...film.script, title: draft.title, sections: draft.sections };
  return { brief: draft.brief, script: { ...script, requested_seconds: lengthAfter(film, draft) }, origins };
}

/** What scenes say and show is changed before they change places. */
function wordsFirst(operations: readonly EditOperation[]): EditOperation[] {
  const later = new Set<EditOperation['op']>(['repeat_scene', 'split_scene', 'merge_scenes', 'move_scene']);
  return [...operations.filter(({ op }) => !later.has(op)), ...operations.filter(({ op }) => later.has(op))];
}

function apply<Op extends EditOperation['op']>(draft: Draft, operation: OperationOf<Op>): void {
  (DOERS[operation.op] as (draft: Draft, operation: OperationOf<Op>) => void)(draft, operation);
}

/** Done last: the numbers are those of the old film, and what is gone is not summed up. */
const LATER = () => undefined;

const DOERS: { [Op in EditOperation['op']]: (draft: Draft, operation: OperationOf<Op>) => void } = {
  set_text: setText,
  rename_term: renameTerm,
  remove_text: removeText,
  add_text: addText,
  recolour_film: recolourFilm,
  recolour_part: recolourPart,
  replace_picture: replacePicture,
  move_scene: moveScene,
  remove_scene: LATER,
  split_scene: splitScene,
  merge_scenes: mergeScenes,
  repeat_scene: repeatScene,
  add_closing: LATER,
  set_pace: setPace,
  set_title: setTitle,
  set_voice: (draft, { description }) => {
    draft.brief.voice_description = description;
  },
  set_aspect_ratio: (draft, { aspect_ratio }) => {
    draft.brief.aspect_ratio = aspect_ratio;
  },
  set_style: setStyle,
  undo: () => {
    throw badEdit('Undoing stands alone: ask for it in a request of its own.');
  },
};

function setPace(draft: Draft, { scene, factor }: OperationOf<'set_pace'>): void {
  for (const section of scene === undefined ? draft.sections : [draft.scene(scene).section]) {
    const stretch = Math.round((section.stretch ?? 1) * factor * 1000) / 1000;
    if (stretch < STRETCH.least || stretch > STRETCH.most) {
      throw badEdit(
        `${scene === undefined ? 'The film' : `Scene ${scene}`} is as ${factor < 1 ? 'fast' : 'slow'} as the voice can be understood; ${factor < 1 ? 'remove' : 'add'} a sentence instead.`,
      );
    }
    section.stretch = stretch;
  }
}

/** A film that opens with its title shows the new one. */
function setTitle(draft: Draft, { title }: OperationOf<'set_title'>): void {
  const opening = draft.sections[0]!;
  const isShown =
    opening.show?.component === 'title' ||
    opening.headline.replaceAll('*', '').toLowerCase() === draft.title.toLowerCase();
  if (isShown) opening.headline = title;
  draft.title = title;
}
