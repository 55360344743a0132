/**
 * The Storyboard: for each scene the component that shows it, its data, and the moments its parts
 * are spoken of. Complete enough to edit by hand: nothing here is a pixel.
 */
import type { AspectRatio, Palette, VideoType } from '../brief/brief.ts';
import type { Style } from './style/index.ts';

export type { Style } from './style/index.ts';

export interface Storyboard {
  version: 1;
  title: string;
  aspect_ratio: AspectRatio;
  video_type: VideoType;
  theme: string;
  palette: Palette;
  /** What the brief's style prompt was understood to ask for. */
  style?: Style;
  scenes: StoryScene[];
  /** What was done otherwise than a note asked, in words for the one who asked for the film. */
  remarks?: string[];
}

export interface StoryScene {
  /** The script section it shows. */
  id: string;
  component: string;
  headline: string;
  /** Valid for the component's schema. */
  data: unknown;
  remark?: { text: string };
  /** Seconds from the start of the film, on frame boundaries. */
  start: number;
  end: number;
  cues: Cue[];
  /** Whether the camera leans in, where that was settled before; else it does so now and then. */
  camera?: 'leans' | 'rests';
}

/** The moment a part of the picture is spoken of. */
export interface Cue {
  /** Path of the part within the data (`items.0`, `messages.2`), or `remark`. */
  part: string;
  /** The spoken words it hangs on, as the narration has them. */
  say: string;
  /** Index of the first of them in `narration.words`. */
  word: number;
  /** Seconds from the start of the scene. */
  at: number;
  /** False when nothing spoken names the part and the moment was spread between its neighbours. */
  spoken: boolean;
}
