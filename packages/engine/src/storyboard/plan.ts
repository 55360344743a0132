/**
 * The highlevel stage: for each section of the script the component that shows it, its data checked,
 * and its cues bound to the narration's words.
 */
import type { Brief } from '../brief/brief.ts';
import { issueSentence } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import type { Part } from '../scene/components/component.ts';
import { components } from '../scene/components/registry.ts';
import { type Look, trialIn } from '../scene/compose.ts';
import { FPS } from '../scene/scene.ts';
import { chooseTheme } from '../scene/themes/index.ts';
import type { Script, Section } from '../script/script.ts';
import type { Show } from '../script/show.ts';
import type { Narration } from '../voice/narration.ts';
import { bindCues } from './bind.ts';
import { fitting, inPieces } from './divide.ts';
import { type InferContext, inferShows } from './infer/index.ts';
import type { Cue, Storyboard, StoryScene } from './storyboard.ts';
import { understandStyle } from './style/index.ts';

/** Scenes of an earlier film that stand as they are, by the id of the section they show now. */
export type KeptScenes = ReadonlyMap<string, StoryScene[]>;

/**
 * @param kept sections that are not planned; their scenes count from the start of the section, s
 * @throws ChalktalkError `bad_note` when a show block breaks its component's schema or does not fit, `does_not_fit` when a section
 * without one fits no picture there is for it
 */
export async function planStoryboard(
  brief: Brief,
  script: Script,
  narration: Narration,
  kept: KeptScenes = new Map(),
): Promise<Storyboard> {
  const look = lookOf(brief);
  const attempt = trialIn(look);
  const scenes: StoryScene[] = [];
  const remarks: string[] = [];
  for (const [index, section] of script.sections.entries()) {
    const standing = kept.get(section.id);
    if (standing) {
      scenes.push(...placed(standing, narration, index));
      continue;
    }
    const shows = showsOf(section, { index, sections: script.sections, before: scenes });
    const shown = await firstThatFits(shows, { section, narration, index, attempt });
    scenes.push(...shown);
    const [asked, instead] = [section.show?.component, shown[0]!.component];
    if (asked !== undefined && asked !== instead)
      remarks.push(
        `"${section.headline.replaceAll('*', '')}" is shown as ${instead}: the note's ${asked} does not fit this frame.`,
      );
  }
  return { version: 1, title: script.title, ...look, scenes, ...(remarks.length > 0 ? { remarks } : {}) };
}

/** How all scenes of a film look. */
export function lookOf(brief: Brief) {
  const palette = brief.color_palette ?? {};
  const wish = understandStyle(brief.global_style_prompt, palette);
  return {
    aspect_ratio: brief.aspect_ratio,
    video_type: brief.video_type,
    theme: chooseTheme(brief.video_type, wish),
    palette,
    style: wish.style,
  } satisfies Look;
}

/** Scenes of an earlier film at their new place, their cues on the words that are there now. */
function placed(scenes: readonly StoryScene[], narration: Narration, index: number): StoryScene[] {
  const { start } = narration.sections[index]!;
  const first = narration.words.findIndex((word) => word.section === index);
  const inFrames = (seconds: number) => Math.round(seconds * FPS) / FPS;
  return scenes.map((scene) => ({
    ...scene,
    start: inFrames(start + scene.start),
    end: inFrames(start + scene.end),
    cues: scene.cues.map((cue) => ({ ...cue, word: first + cue.word })),
  }));
}

function* showsOf(section: Section, context: InferContext): Generator<Show> {
  if (section.show) yield section.show;
  if (!section.show || section.show.inferred) yield* inferShows(section, context);
}

interface Place {
  section: Section;
  narration: Narration;
  index: number;
  /** @throws ChalktalkError `does_not_fit` */
  attempt(scene: StoryScene): Promise<void>;
}

/** What is inferred may turn out too long for its picture in this frame, even divided; the next picture may hold it. */
async function firstThatFits(shows: Iterable<Show>, place: Place): Promise<StoryScene[]> {
  const { section, narration, index, attempt } = place;
  let refusal: unknown;
  for (const show of shows) {
    const scene = planScene(section, show, narration, index);
    const division = { bind: (parts: Part[]) => bindCues(parts, narration, index), attempt };
    const component = components[scene.component]!;
    try {
      return show.pieces
        ? await inPieces(scene, show.pieces, component, division)
        : await fitting(scene, component, division);
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
      // The best picture's reason says most.
      refusal ??= show.origin
        ? new ChalktalkError('bad_note', placeOf(show) + error.message, { cause: error })
        : error;
    }
  }
  throw refusal;
}

function planScene(section: Section, show: Show, narration: Narration, index: number): StoryScene {
  const component = components[show.component];
  const place = placeOf(show);
  if (!component) {
    const known = Object.keys(components).join(', ');
    throw new ChalktalkError(
      'bad_note',
      `${place}there is no component "${show.component}"; choose one of ${known}.`,
    );
  }
  const checked = component.schema.safeParse(show.data);
  if (!checked.success) {
    throw new ChalktalkError('bad_note', `${place}${show.component}: ${issueSentence(checked.error)}`);
  }
  const parts = component.parts(checked.data);
  const remark = show.remark;
  const bound = bindCues(
    remark ? [...parts, { path: 'remark', label: remark.text, say: remark.say }] : parts,
    narration,
    index,
  );
  const span = narration.sections[index]!;
  return {
    id: section.id,
    component: component.name,
    headline: section.headline,
    data: checked.data,
    ...(remark ? { remark: { text: remark.text } } : {}),
    start: span.start,
    end: span.end,
    cues: bound satisfies Cue[],
  };
}

const placeOf = ({ origin }: Show): string => (origin ? `${origin.file} line ${origin.line}: ` : '');
