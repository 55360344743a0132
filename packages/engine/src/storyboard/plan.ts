/**
 * The highlevel stage: for each section of the script the component that shows it, its data checked,
 * and its cues bound to the narration's words.
 */
import type { Brief } from '../brief/brief.ts';
import { issueSentence } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import { components } from '../scene/components/registry.ts';
import { type Look, tryScene } from '../scene/compose.ts';
import { chooseTheme } from '../scene/themes/index.ts';
import type { Script, Section } from '../script/script.ts';
import type { Show } from '../script/show.ts';
import type { Narration } from '../voice/narration.ts';
import { bindCues } from './bind.ts';
import { fitting } from './divide.ts';
import { inferShows } from './infer/index.ts';
import type { Cue, Storyboard, StoryScene } from './storyboard.ts';
import { understandStyle } from './style/index.ts';

/**
 * @throws ChalktalkError `bad_note` when a show block breaks its component's schema or does not fit, `does_not_fit` when a section
 * without one fits no picture there is for it
 */
export async function planStoryboard(
  brief: Brief,
  script: Script,
  narration: Narration,
): Promise<Storyboard> {
  const palette = brief.color_palette ?? {};
  const wish = understandStyle(brief.global_style_prompt, palette);
  const look = {
    aspect_ratio: brief.aspect_ratio,
    video_type: brief.video_type,
    theme: chooseTheme(brief.video_type, wish),
    palette,
    style: wish.style,
  } satisfies Look;
  const scenes: StoryScene[] = [];
  for (const [index, section] of script.sections.entries()) {
    const shows = section.show
      ? [section.show]
      : inferShows(section, { index, sections: script.sections, before: scenes });
    scenes.push(...(await firstThatFits(shows, { section, narration, index, look })));
  }
  return { version: 1, title: script.title, ...look, scenes };
}

interface Place {
  section: Section;
  narration: Narration;
  index: number;
  look: Look;
}

/** What is inferred may turn out too long for its picture in this frame, even divided; the next picture may hold it. */
async function firstThatFits(shows: Iterable<Show>, place: Place): Promise<StoryScene[]> {
  const { section, narration, index, look } = place;
  let refusal: unknown;
  for (const show of shows) {
    const scene = planScene(section, show, narration, index);
    try {
      return await fitting(scene, components[scene.component]!, {
        bind: (parts) => bindCues(parts, narration, index),
        attempt: (piece) => tryScene(piece, look),
      });
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
