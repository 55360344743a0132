/** Where and when a component is shown: frame, theme, the moments of its cues, and tools to place things. */

import { composeIcon, findIcon } from '../../assets/icons.ts';
import type { AspectRatio } from '../../brief/brief.ts';
import { around } from '../layout/box.ts';
import { type FitOptions, fitText, placeText, type TextBlock, type TextStyle } from '../layout/text.ts';
import { Timeline } from '../motion/timeline.ts';
import type { Box, Element, GroupElement, IconElement, Point, TextElement } from '../scene.ts';
import type { Theme, TypeScale } from '../themes/index.ts';
import { badge } from './badge.ts';
import type { Illustration, Tone } from './fields.ts';

export type Shape = 'wide' | 'tall';

export interface SettingOptions {
  aspect_ratio: AspectRatio;
  theme: Theme;
  /** The headline's text, asterisks and all. */
  headline: string;
  /** Seconds. */
  duration: number;
  /** Moments by part path, seconds from the scene's start. */
  cues: ReadonlyMap<string, number>;
  /** The component's space, px. */
  area: Box;
}

export class Setting {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly headline: string;
  readonly duration: number;
  readonly area: Box;
  readonly type: TypeScale;
  readonly timeline = new Timeline();
  /** What the component's layout has placed, by id, for its motion. */
  readonly placed = new Map<string, Element>();
  #options: SettingOptions;

  constructor(options: SettingOptions) {
    this.shape = options.aspect_ratio === '16:9' ? 'wide' : 'tall';
    const frame = frameOf(options.aspect_ratio);
    this.width = frame.width;
    this.height = frame.height;
    this.theme = options.theme;
    this.headline = options.headline;
    this.duration = options.duration;
    this.area = options.area;
    this.type = this.theme.type[this.shape];
    this.#options = options;
  }

  /** When a part is spoken of, seconds from the scene's start. Every part of `parts()` has a moment. */
  cue(path: string): number {
    const at = this.#options.cues.get(path);
    if (at === undefined) throw new Error(`no cue for part "${path}": list it in parts()`);
    return at;
  }

  /** The same setting in a part of its area, for layouts within layouts. */
  within(area: Box): Setting {
    return new Setting({ ...this.#options, area });
  }

  /** Makes what a layout has placed known to its motion, with the colours that tweens begin from. */
  place(elements: Element[]): void {
    for (const element of elements) {
      this.placed.set(element.id, element);
      for (const property of ['fill', 'stroke', 'color'] as const) {
        const value = (element as { fill?: string; stroke?: string; color?: string })[property];
        if (value !== undefined) this.timeline.knowColor(element.id, property, value);
      }
    }
  }

  /** Where a placed element stands at rest, px. */
  boxOf(id: string): Box {
    const element = this.placed.get(id);
    if (!element) throw new Error(`no element "${id}" was placed`);
    return element.box;
  }

  /** The colour a tone stands for, legible as text. */
  tone(tone: Tone | undefined): string {
    const { colors } = this.theme;
    if (tone === 'now') return colors.accent;
    if (tone === 'good') return colors.good;
    if (tone === 'danger') return colors.danger;
    return colors.soft;
  }

  /** Fits a text; `size` and `min` default to the scale's label and least sizes. */
  fit(
    text: string,
    options: Omit<FitOptions, 'style' | 'size' | 'min'> & { style?: TextStyle; size?: number; min?: number },
  ): TextBlock {
    return fitText(text, {
      ...options,
      style: options.style ?? this.theme.fonts.text,
      size: Math.max(options.size ?? this.type.label, this.type.least),
      min: Math.max(options.min ?? this.type.least, this.type.least),
    });
  }

  /** Fits texts that stand in a row or column: all in the size of the one that needs the smallest. */
  fitAlike(texts: string[], options: Parameters<Setting['fit']>[1]): TextBlock[] {
    const size = Math.min(...texts.map((text) => this.fit(text, options).font.size));
    return texts.map((text) => this.fit(text, { ...options, size }));
  }

  /** A fitted text placed; the colour defaults to ink, marked words to the accent. */
  text(
    id: string,
    block: TextBlock,
    at: Point & { align?: 'left' | 'centre' | 'right'; color?: string; marked?: string },
    rest: Partial<TextElement> = {},
  ): TextElement {
    const { colors } = this.theme;
    const placed = placeText(id, block, { color: colors.ink, marked: colors.accent, ...at });
    return { ...placed, ...rest };
  }

  /**
   * A picture for a meaning, in the theme's style where there is one, else in the other: line icons in the given colour.
   * Undefined when nothing fits: the component then shows what it has without it.
   */
  icon(
    id: string,
    meaning: string | undefined,
    centre: Point,
    size: number,
    rest: Partial<IconElement> & { style?: 'colour' | 'line' } = {},
  ): IconElement | undefined {
    if (!meaning) return undefined;
    const { icons, colors } = this.theme;
    const { style = icons.style, ...fields } = rest;
    const other = style === 'colour' ? 'line' : 'colour';
    const own = findIcon(meaning, style);
    const found = own ?? findIcon(meaning, other);
    if (!found) return undefined;
    const rimmed = icons.rim !== undefined && (own ? style : other) === 'colour';
    return {
      kind: 'icon',
      id,
      icon: found.id,
      box: around(centre, size),
      color: colors.ink,
      ...(icons.weight === 2 ? {} : { weight: icons.weight }),
      ...(rimmed ? { rim: { color: icons.rim!, width: Math.max(2, size * 0.028) } } : {}),
      ...fields,
    };
  }

  /**
   * A picture that is never missing, as elements under the group `id`: what `icon` finds, or several pictures
   * composed into one, else a badge with the first letters of the meaning.
   */
  illustration(
    id: string,
    meaning: Illustration,
    centre: Point,
    size: number,
    rest: Partial<GroupElement> & { style?: 'colour' | 'line' } = {},
  ): Element[] {
    const { style = 'colour', ...fields } = rest;
    const box = around(centre, size);
    const group: Element = { kind: 'group', id, box, ...fields };
    const inside = { group: id, ...(rest.part ? { part: rest.part } : {}) };
    const name = typeof meaning === 'string' ? meaning : meaning.base;
    const composed = typeof meaning === 'string' ? meaning : (composeIcon(meaning)?.id ?? name);
    const icon = this.icon(`${id}.icon`, composed, centre, size, { style, ...inside });
    return [group, ...(icon ? [icon] : badge(id, name, box, this, inside))];
  }

  /** A name for a thing that may go on living in the next scene: same picture, same label. */
  key(kind: 'actor' | 'label', name: string | undefined): string | undefined {
    return name ? `${kind}:${name.trim().toLowerCase()}` : undefined;
  }
}

export function frameOf(aspect: AspectRatio): { width: number; height: number } {
  return aspect === '16:9' ? { width: 1920, height: 1080 } : { width: 1080, height: 1920 };
}

/** Drops the undefined ones, so that layouts can list what may be missing. */
export function present(elements: (Element | undefined | false)[]): Element[] {
  return elements.filter((element): element is Element => Boolean(element));
}
