/**
 * Colours by construction: everything a theme uses is derived in OKLCH from a few seeds, and whatever carries
 * meaning is moved in lightness until it stands out from all it may lie on (WCAG 2.2 contrast).
 */
import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori';

const toOklch = converter('oklch');
const toOklab = converter('oklab');

/** Below this chroma a colour has no hue to speak of: what is derived from a grey stays grey. */
const GREY = 0.02;

/** The colour with given lightness (0–1) and, if given, chroma; the hue stays. */
export function shade(color: string, lightness: number, chroma?: number): string {
  const base = oklch(color);
  const c = chroma === undefined ? base.c : chroma * Math.min(1, base.c / GREY);
  return hex({ ...base, l: lightness, c });
}

/** The colour with its chroma limited to at most `most`. */
export function calm(color: string, most: number): string {
  const base = oklch(color);
  return hex({ ...base, c: Math.min(base.c, most) });
}

/** The colour with its hue turned by `degrees`, with at least enough chroma to have one. */
export function turned(color: string, degrees: number): string {
  const base = oklch(color);
  return hex({ ...base, c: Math.max(base.c, 0.1), h: (base.h + degrees + 360) % 360 });
}

/** Mixed in OKLab: 0 is `a`, 1 is `b`. */
export function mix(a: string, b: string, share: number): string {
  const from = toOklab(a)!;
  const to = toOklab(b)!;
  const way = (x: number, y: number) => x + (y - x) * share;
  return formatHex({ mode: 'oklab', l: way(from.l, to.l), a: way(from.a, to.a), b: way(from.b, to.b) });
}

/** How different two colours look: distance in OKLab. From about 0.08 on they are told apart side by side. */
export function difference(a: string, b: string): number {
  const from = toOklab(a)!;
  const to = toOklab(b)!;
  return Math.hypot(from.l - to.l, from.a - to.a, from.b - to.b);
}

export function contrast(a: string, b: string): number {
  return wcagContrast(a, b);
}

/** The worst contrast of a colour with what it may lie on. */
export function leastContrast(color: string, grounds: string[]): number {
  return Math.min(...grounds.map((ground) => contrast(color, ground)));
}

/**
 * The colour nearest in lightness that reaches the ratio against every ground. When its own hue cannot
 * (a mid-grey ground), white or black, whichever stands out more.
 */
export function legible(color: string, grounds: string[], ratio: number): string {
  const base = oklch(color);
  const reaches = (candidate: string) => grounds.every((ground) => contrast(candidate, ground) >= ratio);
  const own = hex(base);
  if (reaches(own)) return own;
  for (let step = 1; step <= 100; step += 1) {
    const candidates = [base.l + step / 100, base.l - step / 100]
      .filter((lightness) => lightness >= 0 && lightness <= 1)
      .map((lightness) => hex({ ...base, l: lightness, c: base.c * (1 - step / 200) }))
      .filter(reaches);
    if (candidates[0]) return candidates[0];
  }
  return leastContrast('#ffffff', grounds) >= leastContrast('#000000', grounds) ? '#ffffff' : '#000000';
}

export function lightnessOf(color: string): number {
  return oklch(color).l;
}

export function chromaOf(color: string): number {
  return oklch(color).c;
}

/** Degrees; 0 for a grey. */
export function hueOf(color: string): number {
  return oklch(color).h;
}

/** Where a colour stands in OKLab. */
export function labOf(color: string): [lightness: number, a: number, b: number] {
  const { l, a, b } = toOklab(color)!;
  return [l, a, b];
}

/** A colour of given OKLCH lightness (0–1), chroma and hue (degrees), as much of the chroma as a screen can show. */
export function colourAt(lightness: number, chroma: number, hue: number): string {
  return hex({ mode: 'oklch', l: lightness, c: chroma, h: hue });
}

function oklch(color: string): { mode: 'oklch'; l: number; c: number; h: number } {
  const value = toOklch(parse(color));
  return { mode: 'oklch', l: value?.l ?? 0.5, c: value?.c ?? 0, h: value?.h ?? 0 };
}

function hex(color: { mode: 'oklch'; l: number; c: number; h: number }): string {
  return formatHex(clampChroma({ ...color, l: Math.min(1, Math.max(0, color.l)) }, 'oklch'));
}
