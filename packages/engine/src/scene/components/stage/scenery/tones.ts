/**
 * The colours of scenery: a little off the theme's ground, as far as headlines and remarks stay legible on them. Names
 * of actors are made legible on them in turn.
 */
import { contrast, legible, mix } from '../../../themes/colour.ts';
import type { Theme } from '../../../themes/theme.ts';
import type { SceneryName } from './names.ts';

/** From what is farthest, hardly different from the ground, to what lies at the viewer's feet. */
export interface Tones {
  far: string;
  middle: string;
  near: string;
}

/** The most that scenery may differ from the ground, as a share of the way to the colour of lines. */
const MOST = 0.34;
const TEXT = 4.6;
const LARGE = 3.1;

export function tonesOf(theme: Theme): Tones {
  const grounds = groundsOf(theme);
  const { ink, soft, accent, line } = theme.colors;
  const holds = (share: number) =>
    grounds
      .map((ground) => mix(ground, line, share))
      .every(
        (tone) =>
          [ink, soft].every((text) => contrast(text, tone) >= TEXT) && contrast(accent, tone) >= LARGE,
      );
  let share = 0;
  while (share + 0.02 <= MOST && holds(share + 0.02)) share += 0.02;
  const ground = mix(grounds[0]!, grounds.at(-1)!, 0.6);
  const tone = (part: number) => mix(ground, line, share * part);
  return { far: tone(0.34), middle: tone(0.62), near: tone(1) };
}

/** A colour for words that may come to stand before any part of the scenery. */
export function legibleBefore(color: string, scenery: SceneryName, theme: Theme, ratio = TEXT): string {
  if (scenery === 'none') return color;
  const { far, middle, near } = tonesOf(theme);
  return legible(color, [...groundsOf(theme), theme.colors.surface, far, middle, near], ratio);
}

function groundsOf(theme: Theme): string[] {
  return theme.background.gradient.stops.map((stop) => stop.color);
}
