/** A theme is a place: its ground, its type, its lines and corners, and colours that each have a job. */
import type { Palette } from '../../brief/brief.ts';
import type { Style } from '../../storyboard/style/index.ts';
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
  type: TypeScales;
  colors: Colors;
  /** Corner radius of cards, px. */
  corner: number;
  /** Width of structural lines, px. */
  stroke: number;
  shadow: NonNullable<Element['shadow']>;
  /** Whether pictures are colour icons or drawn in lines, and how heavy such a line is: units of a 24-unit icon. */
  icons: {
    style: 'colour' | 'line';
    weight: number;
    /** Colour of a sticker's rim about colour icons, for grounds as vivid as they are. */
    rim?: string;
  };
  transition: Transition;
}

/** How one scene gives way to the next. */
export type Transition = 'fade' | 'slide' | 'push' | 'wipe';

/** Sizes in px. Nothing is set smaller than `least`. */
export interface TypeScale {
  least: number;
  headline: number;
  label: number;
  remark: number;
  figure: number;
  hero: number;
}

/** For 16:9 and for 9:16. */
export type TypeScales = Record<'wide' | 'tall', TypeScale>;

/** The scale themes start from. `least` is the smallest that is read on a phone: no theme goes below it. */
const SCALES: TypeScales = {
  wide: { least: 28, headline: 88, label: 38, remark: 42, figure: 64, hero: 200 },
  tall: { least: 36, headline: 104, label: 50, remark: 54, figure: 84, hero: 220 },
};

/** The common scale with some sizes a theme's own. */
export function typeScales(own: { wide?: Partial<TypeScale>; tall?: Partial<TypeScale> } = {}): TypeScales {
  return { wide: { ...SCALES.wide, ...own.wide }, tall: { ...SCALES.tall, ...own.tall } };
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

/** The theme with a caller's colours; other wishes of the style are fulfilled by `styled.ts`, for all themes alike. */
export type ThemeMaker = (palette: Palette, style: Style) => Theme;
