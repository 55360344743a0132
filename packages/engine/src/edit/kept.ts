/** Which scenes of a film stand as they are after an edit, and which of the new film's scenes are not as before. */
import { isDeepStrictEqual } from 'node:util';
import { hashOf } from '../fingerprint.ts';
import { spanOf } from '../frames/chunk.ts';
import { CAMERA, FPS, type SceneDocument } from '../scene/scene.ts';
import { CLEARED, withoutLeftovers } from '../scene/transition.ts';
import type { Section } from '../script/script.ts';
import { type KeptScenes, lookOf } from '../storyboard/index.ts';
import type { Storyboard, StoryScene } from '../storyboard/storyboard.ts';
import type { Narration } from '../voice/narration.ts';
import type { EditableFilm, EditedScript, SceneChanges } from './film.ts';
import { pinnedSections, sectionIdOf } from './pin.ts';

/** The old film's scenes with what was decided for each of them by its place in the film. */
export function settled(storyboard: Storyboard, scenes: readonly SceneDocument[]): StoryScene[] {
  return storyboard.scenes.map((scene, index) => ({
    ...scene,
    camera: scenes[index]!.tracks.some(({ element }) => element === CAMERA) ? 'leans' : 'rests',
  }));
}

/** Sections that say and show the same as one before, of a film that looks the same and speaks at the same pace. */
export function keptScenes(
  film: EditableFilm,
  edited: EditedScript,
  narration: Narration,
  before: readonly StoryScene[],
): KeptScenes {
  const kept = new Map<string, StoryScene[]>();
  if (!isDeepStrictEqual(lookOf(film.brief), lookOf(edited.brief))) return kept;
  const old = new Map(pinnedSections(film).map((section) => [section.id, section]));
  edited.script.sections.forEach((section, index) => {
    const origin = old.get(edited.origins[section.id] ?? '');
    if (!origin || !isSame(section, origin)) return;
    const scenes = before.filter((scene) => sectionIdOf(scene) === origin.id);
    const [was, is] = [
      film.narration.sections.find((one) => one.section === origin.id),
      narration.sections[index],
    ];
    if (!was || !is || framesOf(was) !== framesOf(is) || !soundsSame(film.narration, was, narration, is))
      return;
    const first = film.narration.words.findIndex((word) => film.narration.sections[word.section] === was);
    kept.set(
      section.id,
      scenes.map((scene) => ({
        ...scene,
        id: section.id + scene.id.slice(origin.id.length),
        start: scene.start - was.start,
        end: scene.end - was.start,
        cues: scene.cues.map((cue) => ({ ...cue, word: cue.word - first })),
      })),
    );
  });
  return kept;
}

/** A role only guides what is not yet decided. */
function isSame(section: Section, origin: Section): boolean {
  const { id: _id, role: _role, ...content } = section;
  const { id: _old, role: _was, ...before } = origin;
  return isDeepStrictEqual(content, before);
}

function framesOf({ start, end }: { start: number; end: number }): number {
  return Math.round((end - start) * FPS);
}

/** Half a millisecond is heard by nobody. */
const SAME_TIME = 0.0005;

/** Every word at the same moment of the section. */
function soundsSame(
  before: Narration,
  was: Narration['sections'][number],
  after: Narration,
  is: Narration['sections'][number],
): boolean {
  const wordsOf = (narration: Narration, span: typeof was) =>
    narration.words.filter((word) => narration.sections[word.section] === span);
  const [old, now] = [wordsOf(before, was), wordsOf(after, is)];
  return (
    old.length === now.length &&
    old.every((word, index) => Math.abs(word.start - was.start - (now[index]!.start - is.start)) < SAME_TIME)
  );
}

/** The scenes by number, compared by what is said and by what is drawn once the scene before has cleared. */
export function changesOf(
  film: EditableFilm,
  scenes: readonly SceneDocument[],
  edited: EditedScript,
  next: { storyboard: Storyboard; scenes: readonly SceneDocument[]; kept: KeptScenes },
): SceneChanges {
  const oldIndex = (id: string) => film.storyboard.scenes.findIndex((scene) => scene.id === id);
  const shown = new Set<number>();
  const changes: SceneChanges = { modified_scenes: [], added_scenes: [], removed_scenes: [] };
  next.storyboard.scenes.forEach((scene, index) => {
    const section = sectionIdOf(scene);
    const origin = edited.origins[section];
    // What is shown once more is new where it stands.
    const at = origin === undefined ? -1 : oldIndex(origin + scene.id.slice(section.length));
    if (at < 0 || shown.has(at)) {
      changes.added_scenes.push(index + 1);
      return;
    }
    shown.add(at);
    const isKept = next.kept.has(section) && drawnOf(next.scenes[index]!) === drawnOf(scenes[at]!);
    if (!isKept) changes.modified_scenes.push(index + 1);
  });
  changes.removed_scenes = film.storyboard.scenes.flatMap((_, index) =>
    shown.has(index) ? [] : [index + 1],
  );
  return changes;
}

/** Scenes that are drawn in every frame as one of the old film is. */
export function unchangedScenes(
  before: readonly SceneDocument[],
  scenes: readonly SceneDocument[],
): ReadonlySet<SceneDocument> {
  const whole = ({ id: _id, cues: _cues, ...drawn }: SceneDocument) => hashOf(drawn);
  const known = new Set(before.map(whole));
  return new Set(scenes.filter((scene) => known.has(whole(scene))));
}

function drawnOf(scene: SceneDocument): string {
  const {
    id: _id,
    cues: _cues,
    ...drawn
  } = spanOf(withoutLeftovers(scene), {
    from: Math.ceil(CLEARED * FPS),
    to: Number.POSITIVE_INFINITY,
  });
  return hashOf(drawn);
}
