/** A theme is a place: its ground, its type, and colours that each have a job. */
import type { Palette } from '../../brief/brief.ts';
import type { TextStyle } from '../layout/text.ts';
import type { Background, Element } from '../scene.ts';

export interface Theme {
  name: string;
  background: Background;
  fonts: {
    /** Headlines and great figures. */
    display: TextStyle;
    /** Labels and remarks. */
    text: TextStyle;
    /** Labels that are now. */
    strong: TextStyle;
    mono: TextStyle;
  };
  colors: Colors;
  /** Corner radius of cards, px. */
  corner: number;
  /** Width of structural lines, px. */
  stroke: number;
  shadow: NonNullable<Element['shadow']>;
}

/** Every text colour is legible (≥ 4.5 : 1) on the ground and on `surface`, whatever palette was sent. */
export interface Colors {
  /** What is said: headlines, labels of the present. */
  ink: string;
  /** Labels and remarks at rest. */
  soft: string;
  /** Dimmed on purpose: what has passed (≥ 2 : 1), hints, tracks. Never the first colour of a text. */
  faint: string;
  /** Structural lines, rings, axes. */
  line: string;
  /** Cards and rounds that carry something. */
  surface: string;
  surface_edge: string;
  /** The one colour that leads the eye: what is now. */
  accent: string;
  /** Fill of something that is now and carries text in `on_accent`. */
  accent_fill: string;
  on_accent: string;
  /** Settled, safe. */
  good: string;
  /** A drop, a threat. */
  danger: string;
  /** A second hue for structure beside the accent. */
  second: string;
  /** Hues that tell things of one kind apart, in order of use: at least six, each ≥ 3 : 1 on the ground and on `surface`. */
  series: string[];
  code: {
    keyword: string;
    name: string;
    string: string;
    number: string;
    comment: string;
    type: string;
    function: string;
  };
}

export type ThemeMaker = (palette: Palette) => Theme;
