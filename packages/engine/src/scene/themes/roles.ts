/** What the caller's four colours and the style's wishes are for, each with the theme's own where nothing was sent. */
import type { Palette } from '../../brief/brief.ts';
import type { Style } from '../../storyboard/style/index.ts';
import { calm, chromaOf, hueOf, lightnessOf, shade } from './colour.ts';

export interface Roles {
  /** The place's own hue at a lightness and chroma (OKLCH): every ground is made of it. */
  tone(lightness: number, chroma: number): string;
  /** Degrees; undefined for a grey place. */
  hue: number | undefined;
  /** Whether the caller asked for the place's hue. */
  tinted: boolean;
  /** Lines, rings and structure. */
  structure: string;
  /** Whether the caller asked for it. */
  structured: boolean;
  accent: string;
  good: string;
}

export interface OwnColours {
  mood: string;
  structure: string;
  accent: string;
  good: string;
}

/** How much of its chroma a colour keeps when the style asks for other colours than the theme's. */
const STRENGTH = { mono: 0, muted: 0.55, vivid: 1.3 } as const;
/** From this chroma on a colour has a hue that can colour a place. */
const HUED = 0.03;

export function rolesOf(palette: Palette, style: Style, own: OwnColours): Roles {
  const strength = style.colour ? STRENGTH[style.colour] : 1;
  const toned = (color: string) => (strength === 1 ? color : stronger(color, strength));
  const tinted = style.tint !== undefined || palette.primary !== undefined;
  const mood = style.tint ?? moodOf(palette) ?? own.mood;
  const accent = style.accent ?? palette.accent;
  return {
    tone: (lightness, chroma) => shade(mood, lightness, chroma * strength),
    hue: chromaOf(mood) * strength < HUED ? undefined : hueOf(mood),
    tinted,
    structure: toned(palette.secondary ?? (tinted ? mood : own.structure)),
    structured: tinted || palette.secondary !== undefined,
    // A colour asked for is left as it is; without colours, what is now is what stands out most.
    accent: accent ?? (style.colour === 'mono' ? extremeLike(own.accent) : toned(own.accent)),
    good: palette.tertiary ?? toned(own.good),
  };
}

/**
 * A brand's first colour is often black, white or grey; a place coloured by it would have no mood, so the first of
 * its colours that has a hue counts. Only a palette of nothing but greys makes a grey place.
 */
function moodOf({ primary, secondary, accent, tertiary }: Palette): string | undefined {
  if (primary === undefined) return undefined;
  const hued = [primary, secondary, accent, tertiary].find(
    (color) => color !== undefined && chromaOf(color) >= HUED,
  );
  return hued ?? primary;
}

function stronger(color: string, strength: number): string {
  const chroma = chromaOf(color) * strength;
  return strength < 1 ? calm(color, chroma) : shade(color, lightnessOf(color), chroma);
}

function extremeLike(color: string): string {
  return lightnessOf(color) > 0.68 ? '#ffffff' : '#000000';
}
