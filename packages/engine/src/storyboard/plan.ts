/**
 * The highlevel stage: for each section of the script the component that shows it, its data checked,
 * and its cues bound to the narration's words.
 */
import type { Brief } from '../brief/brief.ts';
import { issueSentence } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import { components } from '../scene/components/registry.ts';
import { chooseTheme } from '../scene/themes/index.ts';
import type { Script, Section } from '../script/script.ts';
import type { Show } from '../script/show.ts';
import type { Narration } from '../voice/narration.ts';
import { bindCues } from './bind.ts';
import { inferShow } from './infer/index.ts';
import type { Cue, Storyboard, StoryScene } from './storyboard.ts';

/** @throws ChalktalkError `bad_note` when a show block breaks its component's schema. */
export function planStoryboard(brief: Brief, script: Script, narration: Narration): Storyboard {
  const scenes: StoryScene[] = [];
  script.sections.forEach((section, index) => {
    const show = section.show ?? inferShow(section, { index, sections: script.sections, before: scenes });
    scenes.push(planScene(section, show, narration, index));
  });
  return {
    version: 1,
    title: script.title,
    aspect_ratio: brief.aspect_ratio,
    video_type: brief.video_type,
    theme: chooseTheme(brief.video_type, brief.global_style_prompt),
    palette: brief.color_palette ?? {},
    scenes,
  };
}

function planScene(section: Section, show: Show, narration: Narration, index: number): StoryScene {
  const component = components[show.component];
  const place = show.origin ? `${show.origin.file} line ${show.origin.line}: ` : '';
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
