/**
 * The lowlevel stage: every scene of a storyboard placed and timed. What all scenes have in common is here:
 * the headline, the remark, and the way from one scene to the next.
 */
import type { Palette } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import type { Storyboard, StoryScene } from '../storyboard/storyboard.ts';
import type { Narration } from '../voice/narration.ts';
import { burnCaptions, captionRoom } from './burned-captions.ts';
import { carryOver } from './carry.ts';
import { components } from './components/registry.ts';
import { frameOf, Setting } from './components/setting.ts';
import { keepAlive } from './motion/alive.ts';
import { leanIn } from './motion/camera.ts';
import { foreshadow } from './motion/foreshadow.ts';
import { CALM, QUICK, reveal, rise } from './motion/grammar.ts';
import type { Timeline } from './motion/timeline.ts';
import { type Box, type Element, FPS, type SceneDocument } from './scene.ts';
import { makeTheme, type Theme } from './themes/index.ts';
import { leaveInto, PUSHED, SLID } from './transition.ts';

/** A scene under construction: what stands where, and the timeline it moves by. */
export interface Draft {
  story: StoryScene;
  setting: Setting;
  elements: Element[];
  /** Where nothing of a phone's interface covers the picture. */
  inner: Box;
}

/** What a storyboard says of all its scenes. */
export type Look = Pick<Storyboard, 'aspect_ratio' | 'theme' | 'palette'> &
  Partial<Pick<Storyboard, 'video_type' | 'style'>>;

/** Between two scenes in which the camera moves, s. */
const CAMERA_RESTS = 30;
/** The headline follows the one before at once, but not into it. */
const HEADLINE_AT = 0.1;

/** Shares of its full size to which a headline gives way. */
const HEADLINE_SHARES = [1, 0.8, 0.64];

/**
 * Distances from the frame's edges, px: 16:9 has 7.5 % sides; 9:16 keeps clear of what a phone's players lay over it:
 * names in the upper 12 %, words in the lower 18 %, buttons in the right 11 %.
 */
const MARGINS = {
  wide: { left: 144, right: 144, top: 96, bottom: 78 },
  tall: { left: 84, right: 119, top: 230, bottom: 346 },
} as const;

/**
 * Lays out scenes of one look, one by one, and forgets them.
 * @returns throws ChalktalkError `does_not_fit` when no layout can hold a scene's content
 */
export function trialIn(look: Look): (story: StoryScene) => Promise<void> {
  const theme = makeTheme(look.theme, look.palette as Palette, look.style);
  return async (story) => {
    await draftScene(story, look, theme);
  };
}

/**
 * @param narration its words are what captions in the picture show, where the storyboard asks for them
 * @throws ChalktalkError `does_not_fit` naming the scene whose content no layout can hold.
 */
export async function composeScenes(storyboard: Storyboard, narration?: Narration): Promise<SceneDocument[]> {
  const theme = makeTheme(storyboard.theme, storyboard.palette as Palette, storyboard.style);
  const drafts: Draft[] = [];
  for (const story of storyboard.scenes) drafts.push(await draftScene(story, storyboard, theme));
  drafts.forEach((draft, index) => {
    const before = drafts[index - 1];
    if (before) leaveInto(before, draft, carryOver(before, draft), theme.transition);
    foreshadow(draft);
  });
  leanInNowAndThen(drafts);
  return drafts.map((draft) => {
    const scene = finish(draft, storyboard, theme);
    return narration && hasCaptions(storyboard) ? captioned(scene, draft, narration) : scene;
  });
}

/** A camera that moves in every scene is a camera that cannot keep still: seldom, and never twice in a row. */
function leanInNowAndThen(drafts: Draft[]): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const draft of drafts) {
    const { component, start, camera } = draft.story;
    const mayLean = components[component]!.leansIn && start - last >= CAMERA_RESTS;
    if ((camera ? camera === 'leans' : mayLean) && leanIn(draft)) last = start;
  }
}

/** Films for phones are mostly watched without sound. */
function hasCaptions({ style, video_type }: Look): boolean {
  return (style?.captions ?? (video_type === 'social' ? 'burned' : 'none')) === 'burned';
}

function captioned(
  scene: SceneDocument,
  { story, setting, inner }: Draft,
  narration: Narration,
): SceneDocument {
  const captions = burnCaptions(narration, story.start, inner, setting);
  return {
    ...scene,
    elements: [...scene.elements, ...captions.elements],
    tracks: [...scene.tracks, ...captions.tracks],
  };
}

/** A picture that does not fit gets the room that a smaller headline leaves it. */
async function draftScene(story: StoryScene, look: Look, theme: Theme): Promise<Draft> {
  const stands = components[story.component]!.headline === 'above' && story.headline.trim() !== '';
  const shares = stands ? HEADLINE_SHARES : [1];
  for (const share of shares.slice(0, -1)) {
    try {
      return await draftBelow(share, story, look, theme);
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return draftBelow(shares.at(-1)!, story, look, theme);
}

/** @param share of its full size that the headline has at most */
async function draftBelow(share: number, story: StoryScene, look: Look, theme: Theme): Promise<Draft> {
  const component = components[story.component]!;
  const shape = look.aspect_ratio === '16:9' ? 'wide' : 'tall';
  const frame = frameOf(look.aspect_ratio);
  const margin = MARGINS[shape];
  const inner: Box = {
    x: margin.left,
    y: margin.top,
    width: frame.width - margin.left - margin.right,
    height: frame.height - margin.top - margin.bottom,
  };
  const floor = inner.y + inner.height - (hasCaptions(look) ? captionRoom(shape) : 0);
  const options = {
    aspect_ratio: look.aspect_ratio,
    theme,
    headline: story.headline,
    // The same wherever in the film it stands.
    duration: Math.round((story.end - story.start) * FPS) / FPS,
    cues: new Map(story.cues.map((cue) => [cue.part, cue.at])),
  };
  const frameSetting = new Setting({ ...options, area: inner });
  const headline = component.headline === 'above' ? headlineOf(story, share, frameSetting) : [];
  const remark = remarkOf(story, frameSetting, { ...inner, height: floor - inner.y });
  const top = headline[0]
    ? headline[0].box.y + headline[0].box.height + (shape === 'wide' ? 44 : 72)
    : inner.y;
  const bottom = remark[0] ? remark[0].box.y - (shape === 'wide' ? 36 : 56) : floor;
  const setting = new Setting({ ...options, area: { ...inner, y: top, height: bottom - top } });

  // Words that belong to every scene lie before whatever scenery a component brings.
  const elements = [...(await component.layout(story.data, setting)), ...headline, ...remark];
  setting.place(elements);
  component.motion(story.data, setting);
  if (headline.length > 0) enterHeadline(setting.timeline, theme.transition);
  if (remark.length > 0) rise(setting.timeline, ['remark'], setting.cue('remark'), 22);
  return { story, setting, elements, inner };
}

/** The headline comes the way the old picture goes. */
function enterHeadline(timeline: Timeline, style: Theme['transition']): void {
  if (style === 'push') {
    timeline.set('headline', { opacity: 0, x: PUSHED });
    timeline.to('headline', { opacity: 1 }, { at: HEADLINE_AT, over: QUICK });
    timeline.to('headline', { x: 0 }, { at: HEADLINE_AT, over: CALM });
  } else if (style === 'wipe') {
    reveal(timeline, 'headline', HEADLINE_AT, CALM);
  } else {
    rise(timeline, ['headline'], HEADLINE_AT, style === 'slide' ? SLID : 28);
  }
}

function headlineOf(story: StoryScene, share: number, setting: Setting): Element[] {
  if (!story.headline.trim()) return [];
  const wide = setting.shape === 'wide';
  const min = wide ? 60 : 64;
  const block = setting.fit(story.headline, {
    style: setting.theme.fonts.display,
    size: Math.max(min, setting.type.headline * share),
    min,
    max_width: setting.area.width,
    max_lines: wide ? 2 : 4,
    // Rather smaller than a third of a tall frame.
    max_height: setting.type.headline * (wide ? 2.6 : 3.4),
  });
  return [
    setting.text(
      'headline',
      block,
      block.direction === 'rtl'
        ? { x: setting.area.x + setting.area.width, y: setting.area.y, align: 'right' }
        : { x: setting.area.x, y: setting.area.y },
      { key: `headline:${story.headline}`, fixed: true },
    ),
  ];
}

function remarkOf(story: StoryScene, setting: Setting, inner: Box): Element[] {
  if (!story.remark) return [];
  const block = setting.fit(story.remark.text, {
    size: setting.type.remark,
    max_width: inner.width,
    max_lines: setting.shape === 'wide' ? 1 : 3,
  });
  const y = inner.y + inner.height - block.height;
  return [
    setting.text(
      'remark',
      block,
      { x: inner.x + inner.width / 2, y, align: 'centre', color: setting.theme.colors.soft },
      { part: 'remark', fixed: true },
    ),
  ];
}

/** Fills what would freeze, and writes the document. */
function finish(draft: Draft, storyboard: Storyboard, theme: Theme): SceneDocument {
  const { setting, story } = draft;
  keepAlive(draft);
  return {
    id: story.id,
    aspect_ratio: storyboard.aspect_ratio,
    width: setting.width,
    height: setting.height,
    duration: setting.duration,
    background: theme.background,
    elements: draft.elements,
    tracks: setting.timeline.tracks(),
    cues: story.cues.map(({ part, at, spoken }) => ({ part, at, spoken })),
  };
}
