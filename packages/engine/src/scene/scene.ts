/**
 * The Scene: every element placed (px of the film's frame), every animation timed (s from the scene's start).
 * A frame is a pure function of a Scene, its Assets and the frame number. Plain JSON.
 */
import type { AspectRatio } from '../brief/brief.ts';

export const FPS = 30;

export interface SceneDocument {
  id: string;
  aspect_ratio: AspectRatio;
  width: number;
  height: number;
  /** Seconds; a whole number of frames. */
  duration: number;
  background: Background;
  /** In drawing order, back to front. */
  elements: Element[];
  /** Tracks of the element `CAMERA` move, turn and scale everything that is not fixed, about the frame's centre. */
  tracks: Track[];
  /** What must start moving when a word is spoken: checked by the cue gate. */
  cues: SceneCue[];
}

/** The name by which tracks move the camera. */
export const CAMERA = '@camera';

export interface SceneCue {
  /** Path of the part in the component's data. */
  part: string;
  /** Seconds from the scene's start. */
  at: number;
  /** False for moments that were spread between spoken ones; they are not held to the cue gate. */
  spoken: boolean;
}

/** What lies behind everything, drawn once per clip. */
export interface Background {
  /** CSS angle in degrees and colour stops from 0 to 1. */
  gradient: { angle: number; stops: { at: number; color: string }[] };
  glows?: Glow[];
  /** Painted in this order. */
  textures?: Texture[];
}

/** A soft light: centre as fractions of width and height, radius as a fraction of the longer of them. */
export interface Glow {
  x: number;
  y: number;
  radius: number;
  color: string;
}

/** What makes a ground a place. Lengths in px; `reach`, `height` and places are fractions of the frame. */
export type Texture =
  /** Motes in the air. */
  | { kind: 'specks'; color: string; count: number; seed: number }
  /** Stars, fewer and fainter towards the bottom. */
  | { kind: 'stars'; color: string; count: number; seed: number }
  /** Silhouettes of hills along the bottom, the farthest first; height is that of the farthest. */
  | { kind: 'hills'; colors: string[]; height: number; seed: number }
  /** Squared paper; every `major`-th line in the second colour. */
  | { kind: 'grid'; color: string; step: number; major?: { every: number; color: string } }
  | { kind: 'dots'; color: string; step: number; radius: number }
  /** Fibres of paper. */
  | { kind: 'fibres'; color: string; count: number; seed: number }
  /** Printed dots that grow towards a corner. */
  | { kind: 'halftone'; color: string; step: number; corner: Corner; reach: number }
  /** A sunburst about a point; strength is its opacity. */
  | { kind: 'rays'; color: string; x: number; y: number; count: number; strength: number }
  /** Light falling through tall windows, slanting down from the right. */
  | { kind: 'panes'; color: string }
  /** Stage lamps above the frame and the pool of light each casts on the floor. */
  | { kind: 'lamps'; color: string; floor: string; at: { x: number; aim: number; spread: number }[] }
  /** Chalk wiped off with a dry sponge. */
  | { kind: 'wiped'; color: string; count: number; seed: number };

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export type Element = TextElement | RectElement | EllipseElement | PathElement | IconElement | GroupElement;

interface Base {
  /** Unique within the scene. */
  id: string;
  /** Path of the data part it shows, so that cues and gates can find it. */
  part?: string;
  /** Where it stands at rest, in px of the frame, before any animation. For a path: the bounds of its stroke's line. */
  box: Box;
  /** Id of a group whose animated transform and opacity apply to this element too. */
  group?: string;
  /** Opacity before any animation; default 1. */
  opacity?: number;
  /** Degrees clockwise about the box's centre, before any animation. */
  rotation?: number;
  /**
   * Ids of elements this one may lie upon or be joined to (a label in a box, a card on a wire).
   * Whatever is not declared must not overlap: text on text, or anything on text.
   */
  on?: string[];
  /** SVG path data, frame px at rest: only what lies within is drawn, wherever the element goes. */
  clip?: string;
  /** `scenery` is never checked for overlap and carries no meaning; default `content`. */
  role?: 'content' | 'scenery';
  /**
   * Identity across scenes: an element with the same key in the next scene is the same thing.
   * It stays on screen over the cut and moves to its new place instead of leaving and entering.
   */
  key?: string;
  /** Stays where it is while the camera moves: headlines, captions. */
  fixed?: boolean;
  /** Soft shadow below what is liftable. */
  shadow?: { color: string; blur: number; dy: number };
}

export interface TextElement extends Base {
  kind: 'text';
  font: FontSpec;
  color: string;
  /** Where reading begins; default `ltr`. */
  direction?: 'ltr' | 'rtl';
  /** Each line's runs, the x of its left edge and its baseline, px. */
  lines: TextLine[];
  /** Text dimmed on purpose once its moment has passed; seconds from the scene's start. */
  dimmed_from?: number;
  /**
   * A figure that counts up while the `count` property goes from 0 to 1: the text of the single line's single run
   * is `format` applied to the interpolated value. The line's box is measured at the final value.
   */
  counter?: { from: number; to: number; decimals: number; prefix: string; suffix: string };
}

export interface TextLine {
  runs: TextRun[];
  x: number;
  baseline: number;
  width: number;
}

export interface TextRun {
  text: string;
  /** Offset from the line's x, px. */
  dx: number;
  width: number;
  /** Overrides of the element's own. */
  color?: string;
  font?: FontSpec;
}

export interface FontSpec {
  /** A family registered by `assets/fonts`. */
  family: string;
  weight: number;
  size: number;
  italic?: boolean;
  /** Letter spacing in px. */
  tracking?: number;
}

export interface RectElement extends Base {
  kind: 'rect';
  radius: number;
  fill?: string;
  /** Bottom colour of a vertical gradient starting at `fill`. */
  fill_to?: string;
  stroke?: string;
  stroke_width?: number;
}

export interface EllipseElement extends Base {
  kind: 'ellipse';
  fill?: string;
  stroke?: string;
  stroke_width?: number;
  /** A round highlight, for spheres and drops. */
  gloss?: string;
}

/** A line or outline. Coordinates are absolute frame px. */
export interface PathElement extends Base {
  kind: 'path';
  /** SVG path data. */
  d: string;
  stroke?: string;
  stroke_width?: number;
  fill?: string;
  /** Dash and gap, px; round caps make dots of `[0, gap]`. */
  dash?: [number, number];
  /** `flat` ends exactly where the line does, for thick arcs that stand edge to edge; default round. */
  cap?: 'round' | 'flat';
  /** Arrow heads drawn where the drawn part of the line ends or begins; size in px. */
  head?: { end?: boolean; start?: boolean; size: number };
}

export interface IconElement extends Base {
  kind: 'icon';
  /** `set:name`, resolved by `assets/icons`, e.g. `fluent-emoji-flat:laptop`. */
  icon: string;
  /** Colour of a monochrome (line) icon; ignored by colour icons. */
  color?: string;
  /** Cut out like a sticker: a rim around the picture, within its box. */
  rim?: { color: string; width: number };
  /** How heavy a line icon's lines are, in units of an icon 24 wide; default as its set draws it (2). */
  weight?: number;
}

/** Draws nothing; what is in it moves together. Its box is what transforms turn and scale about. */
export interface GroupElement extends Base {
  kind: 'group';
}

/** What can be animated. Offsets and factors are relative to the element at rest. */
export type Property = NumberProperty | ColorProperty;
export type NumberProperty =
  | 'opacity' // 0–1, multiplies the element's own
  | 'x' // px offset
  | 'y' // px offset
  | 'scale' // factor about the box's centre
  | 'scale_x' // factor about the box's left edge
  | 'scale_y' // factor about the box's bottom edge
  | 'rotation' // degrees added
  | 'draw' // 0–1, the part of a path that is drawn from its start
  | 'reveal' // 0–1, the part shown from the left (text: by typed letters)
  | 'count' // 0–1, see TextElement.counter
  | 'along'; // 0–1, position of the box's centre on the path named by the track's `path`
export type ColorProperty = 'fill' | 'stroke' | 'color';

export type Ease = 'linear' | 'out' | 'in' | 'in_out' | 'back' | 'sine';

/** One property of one element over time. Before the first key its value holds, after the last too. */
export interface Track {
  element: string;
  property: Property;
  /** For `along`: id of the path element. */
  path?: string;
  /** In order of time. The ease of a key shapes the way that leads to it. */
  keys: Key[];
  /** Ambient motion continues to the scene's end and does not count as the answer to a cue. */
  ambient?: boolean;
}

export interface Key {
  at: number;
  value: number | string;
  ease?: Ease;
}
