/**
 * Colours that tell things of one kind apart: the theme's own first, then whichever of a wheel of candidates
 * stands out from the grounds and differs most from all chosen before.
 */
import { colourAt, contrast, difference, labOf, leastContrast } from './colour.ts';

const LEAST_CONTRAST = 3;
/** A theme's own colour is taken only when it is this far (OKLab) from those before it. */
const APART = 0.12;
const COUNT = 8;
const LEEWAY = 0.08;
/** Colours far lighter or darker than the theme's accent look like strangers: what lightness adds to difference, this takes. */
const STRANGENESS = 0.85;

interface Candidate {
  color: string;
  lab: [number, number, number];
}

let wheel: Candidate[] | undefined;

/** Twenty-four hues at eleven lightnesses, each full and muted. */
function candidates(): Candidate[] {
  if (!wheel) {
    const made = new Set<string>();
    for (let hue = 0; hue < 360; hue += 15)
      for (let step = 0; step <= 10; step += 1)
        for (const chroma of [0.19, 0.1]) made.add(colourAt(0.24 + step * 0.065, chroma, hue));
    wheel = [...made].map((color) => ({ color, lab: labOf(color) }));
  }
  return wheel;
}

/** @param under everything the colours may lie on @param own the theme's colours in order of use, the accent first */
export function seriesColours(under: string[], own: string[]): string[] {
  const chosen: string[] = [];
  for (const color of own) {
    const stands = leastContrast(color, under) >= LEAST_CONTRAST;
    if (stands && chosen.every((other) => difference(color, other) >= APART)) chosen.push(color);
  }
  const legible = candidates().filter(({ color }) =>
    under.every((ground) => contrast(color, ground) >= LEAST_CONTRAST),
  );
  const home = homeOf(labOf(own[0]!)[0], legible);
  const apart = legible.map(({ lab }) => Math.min(1, ...chosen.map((other) => distance(lab, labOf(other)))));
  while (chosen.length < COUNT) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    legible.forEach(({ lab }, index) => {
      const score = apart[index]! - STRANGENESS * Math.abs(lab[0] - home);
      if (score > bestScore) [best, bestScore] = [index, score];
    });
    const next = legible[best];
    if (!next) break;
    chosen.push(next.color);
    legible.forEach(({ lab }, index) => {
      apart[index] = Math.min(apart[index]!, distance(lab, next.lab));
    });
  }
  return chosen;
}

/** The accent's lightness, no farther from the middle of what is legible than leaves room for hues to differ. */
function homeOf(accent: number, legible: Candidate[]): number {
  const lightnesses = legible.map(({ lab }) => lab[0]).sort((a, b) => a - b);
  const middle = lightnesses[Math.floor(lightnesses.length / 2)] ?? accent;
  return Math.min(middle + LEEWAY, Math.max(middle - LEEWAY, accent));
}

function distance(a: [number, number, number], b: [number, number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
