/** A film's script with every picture written into it as the film shows it, so that nothing is chosen anew. */
import type { Section } from '../script/script.ts';
import type { Show } from '../script/show.ts';
import type { StoryScene } from '../storyboard/storyboard.ts';
import type { EditableFilm } from './film.ts';

/** The section a scene shows; a passage may be shown in several scenes. */
export function sectionIdOf({ id }: Pick<StoryScene, 'id'>): string {
  return id.replace(/\++$/, '');
}

/** Copies: whoever gets them may change them. */
export function pinnedSections({ script, storyboard }: EditableFilm): Section[] {
  return script.sections.map((section) => {
    const scenes = storyboard.scenes.filter((scene) => sectionIdOf(scene) === section.id);
    const show = pinned(section.show, scenes);
    return structuredClone({ ...section, ...(show ? { show } : {}) });
  });
}

function pinned(asked: Show | undefined, scenes: readonly StoryScene[]): Show | undefined {
  const [first] = scenes;
  if (!first) return asked;
  const remark = scenes.flatMap((scene) => remarkOf(scene, asked))[0];
  const inferred = !asked || asked.inferred;
  return {
    component: first.component,
    data: first.data,
    ...(scenes.length > 1 ? { pieces: scenes.map(({ data }) => data) } : {}),
    ...(remark ? { remark } : {}),
    ...(inferred ? { inferred } : {}),
  };
}

function remarkOf({ remark, cues }: StoryScene, asked: Show | undefined): NonNullable<Show['remark']>[] {
  if (!remark) return [];
  const cue = cues.find(({ part }) => part === 'remark');
  const say =
    asked?.remark?.text === remark.text ? asked.remark.say : cue?.spoken ? cue.say.slice(0, 120) : undefined;
  return [{ text: remark.text, ...(say ? { say } : {}) }];
}
